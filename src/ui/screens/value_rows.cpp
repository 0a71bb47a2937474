#include "ui/screens/value_rows.h"

#include <algorithm>

namespace fullcircle {

void draw_value_rows(ui::Ui& ui, Rect& area, std::span<const ValueRow> rows, std::string_view name) {
  constexpr float kPadding = 7, kGap = 16;
  const ui::TextStyle plain = ui::type::body, strong = ui::type::control;
  float value_width = 0;
  for (const ValueRow& row : rows) value_width = std::max(value_width, ui.text_width((row.strong ? strong : plain).figures(), row.value) + 2);
  value_width = std::min(value_width, area.width * 0.6f);
  const float label_width = area.width - value_width - kGap;
  const auto height_of = [&](const ValueRow& row) {
    return 2 * kPadding + std::max(ui.paragraph_height(label_width, plain, row.label), ui.paragraph_height(value_width, plain, row.value));
  };
  float height = 0;
  for (const ValueRow& row : rows) height += height_of(row);
  const ui::Group table(ui, MirrorRole::table, area.with_height(height), name);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Rect place = area.cut_top(height_of(rows[i]));
    if (i > 0) ui.hairline(place.x, place.y, place.width);
    place = place.inset(0, kPadding);
    const ui::Group line(ui, MirrorRole::row, place, {});
    const ui::TextStyle style = rows[i].strong ? strong : plain;
    const ui::Colour colour = rows[i].strong ? ui.c.ink : ui.c.ink2;
    {
      const ui::Group head(ui, MirrorRole::row_header, place.with_width(label_width), {});
      ui.paragraph(place.with_width(label_width), style, colour, rows[i].label);
    }
    const Rect value = place.cut_right(value_width);
    const ui::Group cell(ui, MirrorRole::cell, value, {});
    ui.paragraph(value, style.figures(), colour, rows[i].value, 0, ui::Align::right);
  }
}

void ValueTable::draw(ui::Ui& ui, Rect& area, std::string_view title) const {
  if (words_.empty()) return;
  std::vector<ValueRow> rows;
  for (const Words& words : words_) rows.push_back({words.label, words.value, words.strong});
  ui.heading(area.cut_top(26), 3, ui::type::group, ui.c.ink, title);
  draw_value_rows(ui, area, rows, title);
  area.skip(14);
}

}  // namespace fullcircle
