#include "ui/screens/parts_screen.h"

#include "ui/widgets/notice.h"
#include "ui/widgets/rings.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/surface.h"

namespace fullcircle::ui {

void draw_parts_screen(Ui& ui, PartsState& state) {
  ui.fill(ui.screen(), ui.c.canvas);
  const Rect sheet = ui.screen().inset(metrics::kSheetMargin);
  card(ui, sheet);
  Group main(ui, MirrorRole::main, sheet, "Parts");
  ScrollArea scroll(ui, sheet.inset(1), "page", {}, {.end_padding = 40});
  Rect area = scroll.content();
  const float padding = ui.phone() ? metrics::kPhonePadding : metrics::kContentPadding;
  area = area.inset(padding, 0);
  area.skip(draw_basic_parts(ui, area, state));
  area.skip(40);
  area.skip(draw_more_parts(ui, area, state));
  area.skip(40);
  area.skip(draw_chart_parts(ui, area, state));
  area.skip(40);
  if (!ui.phone()) draw_table_part(ui, area, state);
  draw_notices(ui);
}

}  // namespace fullcircle::ui
