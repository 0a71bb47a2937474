// Effects with their uncertainty: a dot and an interval per row; accent where it excludes zero.
#pragma once

#include "ui/widgets/charts/figure.h"

namespace fullcircle::ui {

struct IntervalRow {
  std::string_view label;
  std::string_view caption{};
  float value = 0, low = 0, high = 0;
  std::string_view value_label{};
  std::string_view spoken{};  ///< what the value is called as a button; empty: it opens nothing
};
struct IntervalOptions {
  float minimum = -1, maximum = 1;
  std::span<const std::pair<float, std::string_view>> ticks{};
  float label_width = 170;
  float row_height = 48;
};
/// Long labels take two lines. Cuts what it uses from the top of `area`. Out: the row whose value was clicked.
std::optional<std::size_t> interval_dots(Ui& ui, Rect& area, std::span<const IntervalRow> rows, const ChartData& data, const IntervalOptions& options);

}  // namespace fullcircle::ui
