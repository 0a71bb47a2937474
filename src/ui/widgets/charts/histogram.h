// How many at each step of a scale, with ticks where it was before.
#pragma once

#include "ui/widgets/charts/figure.h"

namespace fullcircle::ui {

struct HistogramBar {
  std::string_view label;
  float value = 0;
  std::optional<float> before{};     ///< drawn only where it differs
};
struct HistogramOptions {
  float maximum = 0;                 ///< 0: the greatest value; give the same to charts that stand side by side
  float unit_height = 0;             ///< pixels for one; 0: fit the rectangle
};
void histogram(Ui& ui, const Rect& rect, std::span<const HistogramBar> bars, const ChartData& data, const HistogramOptions& options = {});

}  // namespace fullcircle::ui
