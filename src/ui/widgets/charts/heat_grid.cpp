#include "ui/widgets/charts/heat_grid.h"

namespace fullcircle::ui {
namespace {

void draw_cell(Ui& ui, const Rect& place, const HeatCell& cell) {
  if (cell.level == HeatLevel::hidden) {
    ui.outline(place, ui.c.line, metrics::kRadiusChip);
    const float words = 4 + ui.text_width(type::caption, cell.text) + 1;
    const bool is_narrow = 12 + words > place.width - 4;  // the sign alone; a note below says what it means
    Rect inside = place.centred(12 + (is_narrow ? 0 : words), place.height);
    ui.paint_icon(inside.cut_left(12), Icon::shield_check, ui.c.ink3, 12);
    inside.cut_left(4);
    if (!is_narrow) ui.paint_text(inside, type::caption, ui.c.ink3, cell.text);
    return;
  }
  const bool weak = cell.level == HeatLevel::weak;
  ui.fill(place, weak ? ui.c.warn_soft : cell.level == HeatLevel::strong ? ui.c.band : ui.c.accent_soft, metrics::kRadiusChip);
  ui.paint_text(place, weak ? type::body.semibold().figures() : type::body.figures(), weak ? ui.c.warn : ui.c.ink, cell.text, Align::centre);
}

}  // namespace

float heat_grid(Ui& ui, const Rect& rect, const ChartData& data, std::span<const std::string_view> columns,
                std::span<const std::string_view> rows, std::span<const HeatCell> cells, float label_width) {
  constexpr float kRow = 36, kGap = 3, kHead = 32, kValues = 28;
  const Rect whole = rect.with_height(kHead + kRow * static_cast<float>(rows.size()));
  Figure figure(ui, whole, "heat grid", data);
  figure.put_values_at(whole.with_height(kHead).with_width(kValues).middle(kValues));  // over the labels nothing stands
  Rect head = whole.with_height(kHead);
  head.cut_left(label_width);
  for (std::size_t i = 0; i < columns.size(); ++i) ui.paint_text(head.column(i, columns.size(), kGap), type::head, ui.c.ink3, columns[i], Align::centre);
  for (std::size_t r = 0; r < rows.size(); ++r) {
    Rect line{rect.x, rect.y + kHead + kRow * static_cast<float>(r), rect.width, kRow - kGap};
    const Rect whole_line = line;
    ui.paint_text(line.cut_left(label_width), type::body, ui.c.ink2, rows[r]);
    for (std::size_t i = 0; i < columns.size() && r * columns.size() + i < cells.size(); ++i) {
      const Rect place = ui.snap(line.column(i, columns.size(), kGap));
      const HeatCell& cell = cells[r * columns.size() + i];
      draw_cell(ui, place, cell);
      if (ui.pointer_over(place)) figure.hint(place, std::string(rows[r]).append(" · ").append(columns[i]).append("   ").append(cell.text));
    }
    if (!figure.is_at(r + 1)) continue;
    ui.outline(whole_line.grow(2, 1), ui.c.accent, metrics::kRadiusChip);
    figure.hint_row(whole_line, data, r + 1);
  }
  ui.reach(whole.bottom());
  return whole.height;
}

}  // namespace fullcircle::ui
