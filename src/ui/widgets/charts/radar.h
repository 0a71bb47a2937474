// Self and others over several competencies. Never alone: the exact bars stand beside it.
#pragma once

#include "ui/widgets/charts/figure.h"

namespace fullcircle::ui {

struct RadarAxis {
  std::string_view label;
  std::optional<float> self{}, others{};    ///< on the scale; absent is not drawn
};
struct RadarOptions {
  float minimum = 1, maximum = 5;
  std::span<const std::string_view> ring_labels{};   ///< one for each ring that is named, from the inside: "1", "3", "5"
};
void radar(Ui& ui, const Rect& rect, std::span<const RadarAxis> axes, const ChartData& data, const RadarOptions& options = {});

}  // namespace fullcircle::ui
