#include "ui/widgets/charts/heat_grid.h"

namespace fullcircle::ui {

float heat_grid(Ui& ui, const Rect& rect, std::string_view name, std::span<const std::string_view> columns,
                std::span<const std::string_view> rows, std::span<const HeatCell> cells, float label_width) {
  constexpr float kRow = 36, kGap = 3, kHead = 32;
  const float height = kHead + kRow * static_cast<float>(rows.size());
  const WidgetId id = ui.make_id(name);
  Group table(ui, MirrorItem{.id = id, .role = MirrorRole::table, .rect = rect.with_height(height), .name = name, .tab_index = -1,
                             .count = static_cast<int>(rows.size()) + 1, .column_count = static_cast<int>(columns.size()) + 1});
  IdScope scope(ui, name);
  Rect head = rect.with_height(kHead);
  head.cut_left(label_width);
  {
    Group row(ui, MirrorItem{.id = ui.make_id("heads"), .role = MirrorRole::row, .rect = head, .tab_index = -1, .index = 1});
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const Rect place = head.column(i, columns.size(), kGap);
      ui.paint_text(place, type::head, ui.c.ink3, columns[i], Align::centre);
      ui.frame.mirror().add({.id = widget_id(i, widget_id("head", id)), .role = MirrorRole::column_header, .rect = place, .name = columns[i], .tab_index = -1,
                             .index = static_cast<int>(i) + 2});
    }
  }
  for (std::size_t r = 0; r < rows.size(); ++r) {
    Rect line{rect.x, rect.y + kHead + kRow * static_cast<float>(r), rect.width, kRow - kGap};
    const WidgetId row_id = widget_id(r, widget_id("row", id));
    Group row(ui, MirrorItem{.id = row_id, .role = MirrorRole::row, .rect = line, .tab_index = -1, .index = static_cast<int>(r) + 2});
    const Rect label = line.cut_left(label_width);
    ui.paint_text(label, type::body, ui.c.ink2, rows[r]);
    ui.frame.mirror().add({.id = widget_id("label", row_id), .role = MirrorRole::row_header, .rect = label, .name = rows[r], .tab_index = -1, .index = 1});
    for (std::size_t i = 0; i < columns.size() && r * columns.size() + i < cells.size(); ++i) {
      const HeatCell& cell = cells[r * columns.size() + i];
      const Rect place = ui.snap(line.column(i, columns.size(), kGap));
      ui.frame.mirror().add({.id = widget_id(i, row_id), .role = MirrorRole::cell, .rect = place, .name = cell.text, .tab_index = -1,
                             .index = static_cast<int>(i) + 2});
      if (cell.level == HeatLevel::hidden) {
        ui.outline(place, ui.c.line, metrics::kRadiusChip);
        const float words = 4 + ui.text_width(type::caption, cell.text) + 1;
        const bool is_narrow = 12 + words > place.width - 4;  // the sign alone; a note below says what it means
        Rect inside = place.centred(12 + (is_narrow ? 0 : words), place.height);
        ui.paint_icon(inside.cut_left(12), Icon::shield_check, ui.c.ink3, 12);
        inside.cut_left(4);
        if (!is_narrow) ui.paint_text(inside, type::caption, ui.c.ink3, cell.text);
        continue;
      }
      const bool weak = cell.level == HeatLevel::weak;
      ui.fill(place, weak ? ui.c.warn_soft : cell.level == HeatLevel::strong ? ui.c.band : ui.c.accent_soft, metrics::kRadiusChip);
      ui.paint_text(place, weak ? type::body.semibold().figures() : type::body.figures(), weak ? ui.c.warn : ui.c.ink, cell.text, Align::centre);
    }
  }
  ui.reach(rect.y + height);
  return height;
}

}  // namespace fullcircle::ui
