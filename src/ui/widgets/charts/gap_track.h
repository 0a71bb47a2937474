// From where one was to where one is, on the way to the target.
#pragma once

#include "ui/widgets/charts/figure.h"

namespace fullcircle::ui {

struct GapTrack {
  float minimum = 1, maximum = 5;
  std::optional<float> before{}, now{}, target{};
  std::string_view before_label{}, now_label{}, target_label{};
};
/// 48 high: labels above and below a track of 4. In: `data` has a row each for before, now and target, heads first.
void gap_track(Ui& ui, const Rect& rect, const GapTrack& track, const ChartData& data);

}  // namespace fullcircle::ui
