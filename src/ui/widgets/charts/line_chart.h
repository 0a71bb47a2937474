// A value over time: with forecast, band, target and today, or several series with one in accent.
#pragma once

#include "ui/widgets/charts/figure.h"

namespace fullcircle::ui {

struct LinePoint {
  float x = 0, y = 0;
};
struct AxisTick {
  float at = 0;
  std::string_view label;
  bool strong = false;
};

struct LineSeries {
  std::vector<LinePoint> points;
  std::string_view label{};          ///< at its end: "Support 3.7"
  bool highlighted = true;           ///< accent 2 px; others field 1.5 px
  bool dots = false;                 ///< a dot at each point
};

struct Forecast {
  LinePoint from, to;
  float low = 0, high = 0;           ///< the band at `to`
  std::string_view label;            ///< "89%"
  std::string_view hint{};           ///< exact values of the band; its row is the last one of the table
};

struct LineChartOptions {
  float x_minimum = 0, x_maximum = 1, y_minimum = 0, y_maximum = 1;
  std::span<const AxisTick> x_ticks{}, y_ticks{};  ///< from the left; those of x without room for their words are left out
  std::optional<Forecast> forecast{};
  std::optional<float> target{};
  std::string_view target_label{};
  std::optional<float> today{};
  std::size_t places = 0;            ///< rows of the table, at 0, 1, … of x, also where no line has a point; 0: one for each point
  bool area = false;                 ///< fades to nothing under the line
  float label_width = 0;             ///< kept free at the right for the labels of the series
};
void line_chart(Ui& ui, const Rect& rect, std::span<const LineSeries> series, const LineChartOptions& options, const ChartData& data);

}  // namespace fullcircle::ui
