#include "ui/screens/line_figure.h"

#include <algorithm>

#include "ui/widgets/charts/line_chart.h"

namespace fullcircle {
namespace {

ui::LinePoint drawn(const FigurePoint& point) { return {static_cast<float>(point.x), static_cast<float>(point.y)}; }

std::vector<ui::AxisTick> drawn(const std::vector<FigureTick>& ticks) {
  std::vector<ui::AxisTick> axis;
  for (const FigureTick& tick : ticks) axis.push_back({static_cast<float>(tick.at), tick.label, tick.strong});
  return axis;
}

}  // namespace

void draw_line_figure(ui::Ui& ui, const Rect& rect, const LineFigure& figure) {
  constexpr float kMostForLabels = 0.4f, kLabelGap = 16;
  ui::LineChartOptions options{.x_minimum = static_cast<float>(figure.x_low), .x_maximum = static_cast<float>(figure.x_high), .y_minimum = static_cast<float>(figure.y_low),
                               .y_maximum = static_cast<float>(figure.y_high), .target_label = figure.target_label};
  std::vector<ui::LineSeries> series;
  for (const FigureLine& line : figure.lines) {
    ui::LineSeries& added = series.emplace_back(ui::LineSeries{.points = {}, .label = line.label, .highlighted = line.highlighted, .dots = line.dots});
    for (const FigurePoint& point : line.points) added.points.push_back(drawn(point));
    if (!line.label.empty() && line.points.back().x >= figure.x_high)
      options.label_width = std::max(options.label_width, ui.text_width(ui::type::caption.semibold(), line.label) + kLabelGap);
  }
  options.label_width = std::min(options.label_width, rect.width * kMostForLabels);
  const auto x_ticks = drawn(figure.x_ticks), y_ticks = drawn(figure.y_ticks);
  options.x_ticks = x_ticks;
  options.y_ticks = y_ticks;
  options.places = figure.places;
  if (const auto& ahead = figure.forecast)
    options.forecast = ui::Forecast{drawn(ahead->from), drawn(ahead->to), static_cast<float>(ahead->low), static_cast<float>(ahead->high), ahead->label, ahead->hint};
  if (figure.target) options.target = static_cast<float>(*figure.target);
  if (figure.today) options.today = static_cast<float>(*figure.today);
  const ui::ChartData data{figure.caption, figure.table};
  ui::line_chart(ui, rect, series, options, data);
}

ValueLinks::ValueLinks(ui::Ui& ui, Rect& area) : area_(area), height_(ui.phone() ? ui::metrics::kPhoneTarget : 24), row_(area.cut_top(height_)) {}

Rect ValueLinks::next(float width) {
  constexpr float kGap = 16;
  if (width > row_.width && row_.width < area_.width) row_ = area_.cut_top(height_);
  const Rect place = row_.cut_left(std::min(width, row_.width));
  row_.cut_left(std::min(kGap, row_.width));
  return place;
}

}  // namespace fullcircle
