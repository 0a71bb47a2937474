// How a figure of Insights came about: what was counted, what was left out, by which method, and the values behind it.
#include <algorithm>

#include "ui/screens/insights_parts.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/scroll.h"

namespace fullcircle {
namespace {

constexpr float kDialogWidth = 720, kRowHeight = 30, kFirstColumn = 150, kColumn = 92, kGap = 12;
constexpr std::size_t kMostRows = 80;

TextTable table_of(const InsightsDrawing& drawing, InsightPart part) {
  const bool is_quality = part == InsightPart::raters || part == InsightPart::adjusted;
  if (!is_quality) return drawing.words.table(part);
  return drawing.state.quality && drawing.state.quality_done ? drawing.words.table(drawing.state.quality->result(), part) : TextTable();
}

void draw_cells(ui::Ui& ui, Rect row, const std::vector<std::string>& cells, float first_width, bool is_head) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Rect cell = row.cut_left(i == 0 ? first_width : kColumn);
    row.cut_left(kGap);
    const ui::Group group(ui, is_head ? MirrorRole::column_header : i == 0 ? MirrorRole::row_header : MirrorRole::cell, cell, {});
    ui.text(cell, is_head ? ui::type::head : ui::type::body.figures(), is_head ? ui.c.ink3 : i == 0 ? ui.c.ink : ui.c.ink2, cells[i],
            i == 0 ? ui::Align::left : ui::Align::right);
  }
}

/// Wider than the dialog: it scrolls sideways.
void draw_table(const InsightsDrawing& drawing, Rect& area, const TextTable& table) {
  auto& ui = drawing.screen.ui;
  const std::size_t shown = std::min(table.size(), kMostRows + 1);
  const float needed = kFirstColumn + static_cast<float>(table[0].size() - 1) * (kColumn + kGap);
  const float first_width = std::max(kFirstColumn, area.width - needed + kFirstColumn);
  const float height = kRowHeight * static_cast<float>(shown) + 12;
  const Rect place = area.cut_top(height);
  {
    const ui::ScrollArea scroll(ui, place, "values", drawing.screen.tr("insights.values"), {.end_padding = 0, .horizontal = true, .content_width = std::max(needed, place.width)});
    Rect content = scroll.content();
    content.width = std::max(needed, place.width);
    const ui::Group group(ui, MirrorRole::table, content.with_height(height), drawing.screen.tr("insights.values"));
    for (std::size_t r = 0; r < shown; ++r) {
      const Rect row = content.cut_top(kRowHeight);
      const ui::Group line(ui, MirrorRole::row, row, {});
      if (r > 0) ui.hairline(row.x, row.y, row.width);
      draw_cells(ui, row, table[r], first_width, r == 0);
    }
  }
  if (table.size() > shown)
    area.skip(ui.paragraph(area, ui::type::caption, ui.c.ink3, drawing.screen.tr("insights.more_in_file", {{"count", static_cast<int>(table.size() - shown)}})));
}

}  // namespace

void draw_insight_method(const InsightsDrawing& drawing) {
  if (!drawing.state.opened) return;
  auto& ui = drawing.screen.ui;
  const InsightPart part = *drawing.state.opened;
  const std::string title = drawing.words.title(part);
  ui::Dialog dialog(ui, "insight-method", {.title = title, .width = kDialogWidth, .close = drawing.screen.tr("action.close")});
  Rect area = dialog.body();
  constexpr std::string_view kHeads[] = {"insights.counted", "insights.left_out", "insights.method", "insights.caution"};
  std::size_t index = 0;
  for (const std::string& paragraph : drawing.words.method(part)) {
    ui.heading(area.cut_top(22), 3, ui::type::group, ui.c.ink, drawing.screen.tr(kHeads[std::min<std::size_t>(index++, 3)]));
    area.skip(ui.paragraph(area, ui::type::body, ui.c.ink2, paragraph) + 12);
  }
  if (const TextTable table = table_of(drawing, part); table.size() > 1) {
    ui.heading(area.cut_top(24), 3, ui::type::group, ui.c.ink, drawing.screen.tr("insights.values"));
    draw_table(drawing, area, table);
  }
  area.skip(8);
  ui.reach(area.y);
  if (dialog.result() != ui::Dialog::Result::none) drawing.state.opened.reset();
}

}  // namespace fullcircle
