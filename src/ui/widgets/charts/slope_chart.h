// Before and after: one line per subject between two dates.
#pragma once

#include "ui/widgets/charts/figure.h"

namespace fullcircle::ui {

struct SlopeLine {
  float before = 0, after = 0;
  std::string_view before_label, after_label;
  Colour colour = 0;
};
struct SlopeOptions {
  float minimum = 1, maximum = 5;
  std::string_view before_head, after_head;      ///< "Spring", "Autumn"
  std::optional<float> target{};
  std::string_view target_label{};
};
void slope_chart(Ui& ui, const Rect& rect, std::span<const SlopeLine> lines, const ChartData& data, const SlopeOptions& options);

}  // namespace fullcircle::ui
