#include "ui/widgets/list.h"

namespace fullcircle::ui {

ListRow::ListRow(Ui& ui, const Rect& rect, std::uint64_t key, std::string_view name, const ListRowOptions& options) : ui_(ui), rect_(rect) {
  ui.push_id(key);
  const WidgetId id = ui.make_id("row");
  MirrorStates states = options.clickable ? mirror_state::clickable | mirror_state::focusable : 0;
  if (options.selected) states |= mirror_state::current;
  ui.reach(rect.bottom());
  ui.frame.mirror().open({.id = id, .role = MirrorRole::list_item, .rect = rect, .name = name, .states = states,
                          .tab_index = options.clickable ? 0 : -1});
  behaviour_ = ui.behaviour_of(id);
  if (!options.clickable) behaviour_.clicked = behaviour_.hovered = false;
  if (!options.first) ui.hairline(rect.x, rect.y, rect.width);
  const Rect shape = rect.grow(options.overhang, 0).with_height(rect.height + ui.pixel());
  if (options.selected)
    ui.fill(shape, ui.c.accent_soft, metrics::kRadiusControl);
  else if (behaviour_.pressed)
    ui.fill(shape, ui.c.press, metrics::kRadiusControl);
  else if (behaviour_.hovered || behaviour_.focus_visible)
    ui.fill(shape, ui.c.hover, metrics::kRadiusControl);
  if (behaviour_.focus_visible) ui.outline(shape, ui.c.accent, metrics::kRadiusControl, 2);
}

ListRow::~ListRow() {
  ui_.frame.mirror().close();
  ui_.pop_id();
}

void two_lines(Ui& ui, const Rect& rect, std::string_view title, std::string_view caption) {
  Rect rest = rect.middle(ui.line_height(type::row) + ui.line_height(type::body));
  ui.text(rest.cut_top(ui.line_height(type::row)), ui.phone() ? TextStyle{15, 20, Weight::medium} : type::row, ui.c.ink, title);
  ui.text(rest, type::body, ui.c.ink2, caption);
}

}  // namespace fullcircle::ui
