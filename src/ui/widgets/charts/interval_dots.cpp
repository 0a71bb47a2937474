#include "ui/widgets/charts/interval_dots.h"

#include <imgui.h>

#include <cmath>

namespace fullcircle::ui {

float interval_dots(Ui& ui, const Rect& rect, std::span<const IntervalRow> rows, const ChartData& data, const IntervalOptions& options) {
  constexpr float kValue = 64, kAxis = 28, kWordsAbove = 40, kNarrow = 480;
  const bool is_narrow = rect.width < kNarrow;  // words over their interval instead of beside it
  const float row_height = is_narrow ? kWordsAbove + 24 : options.row_height;
  const float height = row_height * static_cast<float>(rows.size()) + kAxis;
  const Rect whole = rect.with_height(height);
  Figure figure(ui, whole, data.caption, data);
  if (!ui.visible(whole)) return height;
  Rect plot = whole;
  const float label_width = is_narrow ? rect.width - kValue - 8 : std::min(options.label_width, rect.width * 0.4f);
  if (!is_narrow) {
    plot.cut_left(label_width + 8);
    plot.cut_right(kValue + 8);
  }
  const Rect axis = plot.cut_bottom(kAxis);
  const auto x_of = [&](float value) { return plot.x + plot.width * (value - options.minimum) / std::max(1e-6f, options.maximum - options.minimum); };
  for (const auto& [at, label] : options.ticks) {
    ui.fill({ui.snap(x_of(at)), plot.y, at == 0 ? 2.0f : 1.0f, plot.height}, at == 0 ? ui.c.line2 : ui.c.grid);
    ui.paint_text({x_of(at) - 30, axis.y + 6, 60, 14}, type::axis, ui.c.ink3, label, Align::centre);
  }
  ImDrawList& list = ui.draw();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const IntervalRow& row = rows[i];
    const Rect whole_line = whole.row(i, row_height);
    Rect line = whole_line;
    const Rect beside = is_narrow ? line.cut_top(kWordsAbove) : line;
    if (is_narrow) ui.fill(beside, ui.c.sheet);  // no gridline through the words
    Rect words = beside.with_width(label_width).middle(row.caption.empty() ? 18.0f : 34.0f);
    ui.paint_text(words.cut_top(18), type::control, ui.c.ink, row.label);
    ui.paint_text(words, type::caption, ui.c.ink3, row.caption);
    const bool clear = row.low > 0 || row.high < 0;
    const Colour colour = clear ? ui.c.accent : ui.c.field;
    const float y = ui.snap(line.centre().y), left = x_of(row.low), right = x_of(row.high), middle = x_of(row.value);
    ui.fill({left, y - 1, right - left, 2}, colour);
    for (const float end : {left, right}) ui.fill({ui.snap(end - 1), y - 4, 2, 8}, colour);
    list.AddCircleFilled({middle, y}, clear ? 5.5f : 5, colour);
    if (!clear) list.AddCircleFilled({middle, y}, 3.5f, ui.c.sheet);
    ui.paint_text(Rect{whole.right() - kValue, beside.y, kValue, beside.height}, clear ? type::body.semibold().figures() : type::body.figures(),
                  clear ? ui.c.ink : ui.c.ink2, row.value_label, Align::right);
    figure.hint_row({plot.x, whole_line.y, plot.width, whole_line.height}, data, i + 1);
  }
  return height;
}

}  // namespace fullcircle::ui
