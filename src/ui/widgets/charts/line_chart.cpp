#include "ui/widgets/charts/line_chart.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>
#include <vector>

#include "model/sorting.h"
#include "ui/widgets/dashes.h"

namespace fullcircle::ui {
namespace {

constexpr float kAxisHeight = 22, kEndGap = 10, kBetweenTicks = 6;

/// Where values stand on the screen.
struct Plot {
  Rect rect;
  const LineChartOptions& options;

  float x(float value) const {
    return rect.x + rect.width * (value - options.x_minimum) / std::max(1e-6f, options.x_maximum - options.x_minimum);
  }
  float y(float value) const {
    return rect.bottom() - rect.height * (value - options.y_minimum) / std::max(1e-6f, options.y_maximum - options.y_minimum);
  }
  Point at(LinePoint point) const { return {x(point.x), y(point.y)}; }
};

void draw_dot(Ui& ui, Point at, Colour colour) {
  ui.draw().AddCircleFilled({at.x, at.y}, 4.5f, ui.c.sheet);
  ui.draw().AddCircleFilled({at.x, at.y}, 3, colour);
}

void draw_axes(Ui& ui, const Rect& rect, const Plot& plot) {
  for (const AxisTick& tick : plot.options.y_ticks) {
    const float y = ui.snap(plot.y(tick.at));
    ui.fill({plot.rect.x, y, plot.rect.width, 1}, ui.c.grid);
    ui.paint_text({rect.x, y - 7, plot.rect.x - rect.x - 8, 14}, tick.strong ? type::axis.semibold() : type::axis, tick.strong ? ui.c.ink : ui.c.ink3,
                  tick.label, Align::right);
  }
  // The last, strong ones, the first, and from the latest those between that have room. The table has every one.
  float free_from = rect.x - kBetweenTicks, free_until = rect.right() + kBetweenTicks;
  const auto draw_day = [&](const AxisTick& tick, bool is_first) {
    const float x = plot.x(tick.at);
    const float width = ui.text_width(type::axis.medium(), tick.label) + 2;
    const float left = std::min(std::max(x - width / 2, plot.rect.x), std::max(plot.rect.x, rect.right() - width));
    if (!tick.strong && (left + width > free_until - kBetweenTicks || left < free_from + kBetweenTicks)) return;
    (is_first ? free_from : free_until) = is_first ? left + width : left;
    ui.paint_text({left, plot.rect.bottom() + 8, width, 14}, tick.strong ? type::axis.medium() : type::axis, tick.strong ? ui.c.ink : ui.c.ink3, tick.label);
  };
  const auto& ticks = plot.options.x_ticks;
  if (ticks.empty()) return;
  draw_day(ticks.back(), false);
  for (const bool strong : {true, false}) {
    if (!strong && ticks.size() > 1) draw_day(ticks.front(), true);
    for (std::size_t i = ticks.size() - 1; i-- > 1;)
      if (ticks[i].strong == strong) draw_day(ticks[i], false);
  }
}

void draw_area(Ui& ui, const Plot& plot, std::span<const LinePoint> points, Colour colour) {
  ImDrawList& list = ui.draw();
  const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
  const Colour strong = with_alpha(colour, 0.09f), none = with_alpha(colour, 0.05f);
  const float foot = plot.rect.bottom();
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const Point a = plot.at(points[i]), b = plot.at(points[i + 1]);
    list.PrimReserve(6, 4);
    const auto base = static_cast<ImDrawIdx>(list._VtxCurrentIdx);
    for (const int index : {0, 1, 2, 0, 2, 3}) list.PrimWriteIdx(static_cast<ImDrawIdx>(base + index));
    list.PrimWriteVtx({a.x, a.y}, white, strong);
    list.PrimWriteVtx({b.x, b.y}, white, strong);
    list.PrimWriteVtx({b.x, foot}, white, none);
    list.PrimWriteVtx({a.x, foot}, white, none);
  }
}

void draw_series(Ui& ui, const Plot& plot, const LineSeries& series, bool area, float appeared) {
  const Colour colour = series.highlighted ? ui.c.accent : ui.c.field;
  if (series.points.empty()) return;
  const std::size_t shown = std::max<std::size_t>(1, static_cast<std::size_t>(std::ceil(appeared * static_cast<float>(series.points.size()))));
  const std::span<const LinePoint> points(series.points.data(), std::min(shown, series.points.size()));
  if (area) draw_area(ui, plot, points, colour);
  for (const LinePoint& point : points) {
    const Point at = plot.at(point);
    ui.draw().PathLineTo({at.x, at.y});
  }
  ui.draw().PathStroke(colour, 0, series.highlighted ? 2.0f : 1.5f);
  if (series.dots)
    for (const LinePoint& point : points) draw_dot(ui, plot.at(point), colour);
  const Point last = plot.at(points.back());
  if (series.highlighted) {
    draw_dot(ui, last, colour);
  } else {
    ui.draw().AddCircleFilled({last.x, last.y}, 3.5f, ui.c.sheet);
    ui.draw().AddCircleFilled({last.x, last.y}, 2, colour);
  }
}

void draw_forecast(Ui& ui, const Plot& plot, const Forecast& forecast) {
  const Point from = plot.at(forecast.from), to = plot.at(forecast.to);
  const float low = plot.y(forecast.low), high = plot.y(forecast.high);
  ui.draw().AddTriangleFilled({from.x, from.y}, {to.x, high}, {to.x, low}, ui.c.band);
  const Point line[] = {from, to};
  dashed_line(ui, line, ui.c.accent, 1.5f, 4, 3);
  ui.draw().AddCircleFilled({to.x, to.y}, 4, ui.c.accent);
  ui.draw().AddCircleFilled({to.x, to.y}, 2.5f, ui.c.sheet);
  ui.paint_text({to.x + 9, to.y - 8, 80, 16}, type::caption.semibold(), ui.c.ink, forecast.label);
}

void draw_marks(Ui& ui, const Plot& plot) {
  const LineChartOptions& options = plot.options;
  if (options.today) ui.fill({ui.snap(plot.x(*options.today)), plot.rect.y, 1, plot.rect.height}, ui.c.line2);
  if (options.target) {
    const float y = ui.snap(plot.y(*options.target)) + 0.5f;
    const Point line[] = {{plot.rect.x, y}, {plot.rect.right(), y}};
    dashed_line(ui, line, ui.c.ink2, 1, 3, 3);
    ui.paint_text({plot.rect.x + 4, y - 16, 120, 14}, type::axis, ui.c.ink2, options.target_label);
  }
}

struct LineLabel {
  float y = 0;
  const LineSeries* line = nullptr;
};

/// Pushed apart where they would overlap.
void draw_column_of_labels(Ui& ui, float x, float width, std::vector<LineLabel> labels) {
  constexpr float kApart = 18;
  sort_stably(labels, {}, &LineLabel::y);
  for (std::size_t i = 1; i < labels.size(); ++i) labels[i].y = std::max(labels[i].y, labels[i - 1].y + kApart);
  for (const auto& [y, line] : labels)
    ui.paint_text({x, y - 8, width, 16}, line->highlighted ? type::caption.semibold() : type::caption, line->highlighted ? ui.c.accent : ui.c.ink2, line->label);
}

/// Beside the ends of the lines; of those that end earlier, right below their last point.
void draw_labels(Ui& ui, const Plot& plot, std::span<const LineSeries> series) {
  constexpr float kBelow = 16;
  std::map<float, std::vector<LineLabel>> by_end;
  for (const LineSeries& line : series)
    if (!line.label.empty() && !line.points.empty()) by_end[line.points.back().x].push_back({plot.y(line.points.back().y), &line});
  for (auto& [end, labels] : by_end) {
    const float x = plot.x(end);
    if (x > plot.rect.right() - 1) {
      draw_column_of_labels(ui, plot.rect.right() + 12, std::max(40.0f, plot.options.label_width - 12), std::move(labels));
      continue;
    }
    for (LineLabel& label : labels) label.y = std::min(label.y + kBelow, plot.rect.bottom() - 8);
    draw_column_of_labels(ui, x + 2, plot.rect.right() - x, std::move(labels));
  }
}

/// The rows of the table are the places of the lines from the left; of a single line its points, of which two may share a place.
/// Out: one of them was hinted at.
bool hint_values(Ui& ui, Figure& figure, const Plot& plot, std::span<const LineSeries> series, const ChartData& data) {
  std::vector<float> places;
  for (const LineSeries& line : series)
    for (const LinePoint& point : line.points) places.push_back(point.x);
  if (plot.options.places > 0) {
    places.clear();
    for (std::size_t i = 0; i < plot.options.places; ++i) places.push_back(static_cast<float>(i));
  } else if (series.size() > 1) {
    sort_stably(places);
    places.erase(std::unique(places.begin(), places.end()), places.end());
  }
  const float half = plot.rect.width / static_cast<float>(std::max<std::size_t>(2, places.size())) / 2;
  bool hinted = false;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!figure.hint_row({plot.x(places[i]) - half, plot.rect.y, 2 * half, plot.rect.height}, data, i + 1)) continue;
    hinted = true;
    for (const LineSeries& line : series)
      for (const LinePoint& point : line.points)
        if (point.x == places[i]) draw_dot(ui, plot.at(point), line.highlighted ? ui.c.accent : ui.c.field);
  }
  return hinted;
}

/// The ends of the band, anywhere from the last value to the due day.
void hint_forecast(Ui& ui, Figure& figure, const Plot& plot, const Forecast& forecast, const ChartData& data) {
  const float from = plot.x(forecast.from.x), to = plot.x(forecast.to.x);
  if (!figure.hint_row({from, plot.rect.y, to - from + kEndGap, plot.rect.height}, data, data.rows.size() - 1, forecast.hint)) return;
  for (const float end : {forecast.low, forecast.high}) {
    const float y = ui.snap(plot.y(end));
    ui.fill({to - 5, y, 10, 1}, ui.c.accent);
  }
  ui.fill({ui.snap(to), plot.y(forecast.high), 1, plot.y(forecast.low) - plot.y(forecast.high)}, ui.c.accent);
}

}  // namespace

void line_chart(Ui& ui, const Rect& rect, std::span<const LineSeries> series, const LineChartOptions& options, const ChartData& data) {
  Figure figure(ui, rect, data.caption, data);
  if (!ui.visible(rect)) return;
  float axis = 0;
  for (const AxisTick& tick : options.y_ticks) axis = std::max(axis, ui.text_width(type::axis.semibold(), tick.label) + 8);
  Rect inside = rect;
  inside.cut_left(std::ceil(axis));
  inside.cut_right(options.forecast ? 36 : std::max(options.label_width, kEndGap));
  inside.skip(6);
  if (!options.x_ticks.empty()) inside.cut_bottom(kAxisHeight);
  const Plot plot{inside, options};
  draw_axes(ui, rect, plot);
  if (options.forecast && figure.appeared() >= 1) draw_forecast(ui, plot, *options.forecast);
  draw_marks(ui, plot);
  for (const LineSeries& line : series)
    if (!line.highlighted) draw_series(ui, plot, line, false, figure.appeared());
  for (const LineSeries& line : series)
    if (line.highlighted) draw_series(ui, plot, line, options.area, figure.appeared());
  draw_labels(ui, plot, series);
  if (!hint_values(ui, figure, plot, series, data) && options.forecast && !options.forecast->hint.empty()) hint_forecast(ui, figure, plot, *options.forecast, data);
}

}  // namespace fullcircle::ui
