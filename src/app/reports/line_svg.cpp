#include <algorithm>

#include "app/reports/figure_charts.h"
#include "app/reports/svg_writer.h"
#include "model/sorting.h"

namespace fullcircle {
namespace {

constexpr double kWidth = 640, kHeight = 214, kTop = 8, kAxis = 24, kEnd = 10, kBetween = 6, kLabelGap = 12, kMostForLabels = 0.4, kApart = 15;

/// Where values stand on paper.
struct Plot {
  const LineFigure& figure;
  double left = 0, right = kWidth - kEnd;
  static constexpr double kFoot = kHeight - kAxis;

  explicit Plot(const LineFigure& shown) : figure(shown) {
    for (const FigureTick& tick : figure.y_ticks) left = std::max(left, width_of(tick.label) + 8);
    double labels = figure.forecast ? width_of(figure.forecast->label) + kLabelGap : 0;
    for (const FigureLine& line : figure.lines)
      if (!line.label.empty() && line.points.back().x >= figure.x_high) labels = std::max(labels, width_of(line.label) + kLabelGap);
    right -= std::min(labels, kWidth * kMostForLabels);
  }
  double x(double value) const { return left + (right - left) * (value - figure.x_low) / std::max(1e-9, figure.x_high - figure.x_low); }
  double y(double value) const { return kFoot - (kFoot - kTop) * (value - figure.y_low) / std::max(1e-9, figure.y_high - figure.y_low); }
};

void draw_axes(SvgWriter& svg, const Plot& plot) {
  const auto colour = [](const FigureTick& tick) { return tick.strong ? paper::kInk : paper::kInk3; };
  for (const FigureTick& tick : plot.figure.y_ticks) {
    const double y = plot.y(tick.at);
    svg.line(plot.left, y, plot.right, y, paper::kGrid).text(plot.left - 8, y + 4, "end", tick.label, colour(tick), tick.strong);
  }
  // The last, the strong ones and the first; of those between, from the latest, as many as there is room for.
  const auto& ticks = plot.figure.x_ticks;
  std::vector<std::pair<double, double>> taken;
  const auto draw = [&](const FigureTick& tick) {
    const double width = width_of(tick.label), from = std::clamp(plot.x(tick.at) - width / 2, plot.left, std::max(plot.left, kWidth - width));
    if (!tick.strong && std::ranges::any_of(taken, [&](const auto& other) { return from < other.second + kBetween && other.first < from + width + kBetween; })) return;
    taken.emplace_back(from, from + width);
    svg.text(from, kHeight - 6, "start", tick.label, colour(tick));
  };
  const auto draw_at = [&](std::size_t i) { draw(ticks[i]); };
  if (ticks.empty()) return;
  draw_at(ticks.size() - 1);
  for (std::size_t i = ticks.size() - 1; i-- > 0;)
    if (ticks[i].strong) draw_at(i);
  if (ticks.size() > 1 && !ticks[0].strong) draw_at(0);
  for (std::size_t i = ticks.size() - 1; i-- > 1;)
    if (!ticks[i].strong) draw_at(i);
}

void draw_dot(SvgWriter& svg, double x, double y, double radius, std::string_view colour) {
  svg.shape("<circle cx=\"%\" cy=\"%\" r=\"%\" fill=\"$\" stroke=\"#fff\" stroke-width=\"1.5\"/>", {x, y, radius}, colour);
}

void draw_forecast(SvgWriter& svg, const Plot& plot, const FigureForecast& ahead) {
  const double x1 = plot.x(ahead.from.x), y1 = plot.y(ahead.from.y), x2 = plot.x(ahead.to.x), y2 = plot.y(ahead.to.y);
  svg.shape("<path d=\"M% %L% %L% %Z\" fill=\"$\"/>", {x1, y1, x2, plot.y(ahead.high), x2, plot.y(ahead.low)}, paper::kBand);
  svg.line(x1, y1, x2, y2, paper::kAccent, " stroke-width=\"1.5\" stroke-dasharray=\"4 3\"");
  svg.shape("<circle cx=\"%\" cy=\"%\" r=\"3.2\" fill=\"#fff\" stroke=\"$\" stroke-width=\"1.5\"/>", {x2, y2}, paper::kAccent);
  svg.text(x2 + 9, y2 + 4, "start", ahead.label, paper::kInk, true);
}

void draw_marks(SvgWriter& svg, const Plot& plot) {
  const LineFigure& figure = plot.figure;
  if (figure.today) svg.line(plot.x(*figure.today), kTop, plot.x(*figure.today), Plot::kFoot, paper::kLine2);
  if (!figure.target) return;
  const double y = plot.y(*figure.target);
  svg.line(plot.left, y, plot.right, y, paper::kInk2, " stroke-dasharray=\"3 3\"").text(plot.left + 4, y - 5, "start", figure.target_label, paper::kInk2);
}

void draw_line(SvgWriter& svg, const Plot& plot, const FigureLine& line) {
  const std::string_view colour = line.highlighted ? paper::kAccent : paper::kField;
  svg.shape("<path d=\"", {});
  char step = 'M';
  for (const FigurePoint& point : line.points) {
    svg.shape({&step, 1}, {}).shape("% %", {plot.x(point.x), plot.y(point.y)});
    step = 'L';
  }
  svg.shape("\" fill=\"none\" stroke=\"$\" stroke-linejoin=\"round\" stroke-width=\"%\"/>", {line.highlighted ? 2.0 : 1.5}, colour);
  const double radius = line.highlighted ? 3.5 : 2.5;
  for (std::size_t i = line.dots ? 0 : line.points.size() - 1; i < line.points.size(); ++i) draw_dot(svg, plot.x(line.points[i].x), plot.y(line.points[i].y), radius, colour);
}

/// Beside the ends of the lines, pushed apart where they would overlap; of those that end earlier, right below their last point.
void draw_labels(SvgWriter& svg, const Plot& plot) {
  std::vector<const FigureLine*> lines;
  for (const FigureLine& line : plot.figure.lines)
    if (!line.label.empty()) lines.push_back(&line);
  sort_stably(lines, {}, [](const FigureLine* line) { return std::pair(line->points.back().x, -line->points.back().y); });
  double end = -1, free_from = 0;
  for (const FigureLine* line : lines) {
    const FigurePoint& last = line->points.back();
    const bool is_early = last.x < plot.figure.x_high;
    if (last.x != end) free_from = 0;
    end = last.x;
    const double y = std::max(plot.y(last.y) + (is_early ? kApart : 4), free_from);
    free_from = y + kApart;
    svg.text(plot.x(end) + (is_early ? 2 : kLabelGap), y, "start", line->label, line->highlighted ? paper::kAccent : paper::kInk2, line->highlighted);
  }
}

}  // namespace

std::string line_svg(const LineFigure& figure) {
  const Plot plot(figure);
  SvgWriter svg(kWidth, kHeight, figure.caption);
  draw_axes(svg, plot);
  if (figure.forecast) draw_forecast(svg, plot, *figure.forecast);
  draw_marks(svg, plot);
  for (const bool highlighted : {false, true})
    for (const FigureLine& line : figure.lines)
      if (line.highlighted == highlighted && !line.points.empty()) draw_line(svg, plot, line);
  draw_labels(svg, plot);
  return svg.end();
}

}  // namespace fullcircle
