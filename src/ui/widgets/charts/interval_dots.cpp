#include "ui/widgets/charts/interval_dots.h"

#include <imgui.h>

#include <cmath>
#include <vector>

namespace fullcircle::ui {
namespace {

bool open_button(Ui& ui, const Rect& place, std::size_t row, std::string_view spoken) {
  const IdScope scope(ui, row);
  const Behaviour done = ui.behave(ui.make_id("open"), place, MirrorRole::button, spoken);
  if (done.hovered || done.pressed) ui.fill(place, done.pressed ? ui.c.press : ui.c.hover, metrics::kRadiusControl);
  if (done.focus_visible) ui.focus_ring(place, metrics::kRadiusControl);
  return done.clicked;
}

}  // namespace

std::optional<std::size_t> interval_dots(Ui& ui, Rect& area, std::span<const IntervalRow> rows, const ChartData& data, const IntervalOptions& options) {
  constexpr float kValue = 64, kAxis = 28, kCaption = 16, kAroundWords = 14, kNarrow = 480, kOwnLine = 24;
  constexpr int kMostLines = 2;
  const bool is_narrow = area.width < kNarrow;  // words over their interval instead of beside it
  const float label_width = is_narrow ? area.width - kValue - 8 : std::min(options.label_width, area.width * 0.4f);
  std::vector<float> words, heights;
  float height = kAxis;
  for (const IntervalRow& row : rows) {
    words.push_back(ui.paragraph_height(label_width, type::control, row.label, kMostLines) + (row.caption.empty() ? 0 : kCaption));
    heights.push_back(is_narrow ? words.back() + 6 + kOwnLine : std::max(options.row_height, words.back() + kAroundWords));
    height += heights.back();
  }
  const Rect whole = area.cut_top(height);
  Figure figure(ui, whole, data.caption, data);
  figure.put_values_at({whole.right() - kAxis, whole.bottom() - kAxis, kAxis, kAxis});  // under the values, which open by themselves
  Rect plot = whole;
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
  std::optional<std::size_t> opened;
  Rect rest = whole;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const IntervalRow& row = rows[i];
    const Rect whole_line = rest.cut_top(heights[i]);
    Rect line = whole_line;
    const Rect beside = is_narrow ? line.cut_top(words[i] + 6) : line;
    if (is_narrow) ui.fill(beside, ui.c.sheet);  // no gridline through the words
    Rect text = beside.with_width(label_width).middle(words[i]);
    text.skip(ui.paint_paragraph(text, type::control, ui.c.ink, row.label, kMostLines));
    ui.paint_text(text, type::caption, ui.c.ink3, row.caption);
    const bool clear = row.low > 0 || row.high < 0;
    const Colour colour = clear ? ui.c.accent : ui.c.field;
    const float y = ui.snap(line.centre().y), left = x_of(row.low), right = x_of(row.high), middle = x_of(row.value);
    ui.fill({left, y - 1, right - left, 2}, colour);
    for (const float end : {left, right}) ui.fill({ui.snap(end - 1), y - 4, 2, 8}, colour);
    list.AddCircleFilled({middle, y}, clear ? 5.5f : 5, colour);
    if (!clear) list.AddCircleFilled({middle, y}, 3.5f, ui.c.sheet);
    const Rect value{whole.right() - kValue, beside.y, kValue, beside.height};
    if (!row.spoken.empty() && open_button(ui, value.middle(std::min(32.0f, value.height)).grow(6, 0), i, row.spoken)) opened = i;
    ui.paint_text(value, clear ? type::body.semibold().figures() : type::body.figures(), clear ? ui.c.ink : ui.c.ink2, row.value_label, Align::right);
    figure.hint_row({plot.x, whole_line.y, plot.width, whole_line.height}, data, i + 1);
  }
  return opened;
}

}  // namespace fullcircle::ui
