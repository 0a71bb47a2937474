// Parts of a whole in one bar.
#pragma once

#include "ui/widgets/charts/figure.h"

namespace fullcircle::ui {

struct BarPart {
  float value = 0;
  Colour colour = 0;
  std::string_view label{};          ///< inside the part, where it fits
  Tone soft = Tone::neutral;         ///< warn or bad: soft fill with an outline instead of `colour`
};
struct StackedBarOptions {
  float total = 0;                   ///< what the whole width stands for; 0: the sum
  float height = 12;
  float gap = 2;
  bool track = false;                ///< the rest is drawn as an empty track
};
void stacked_bar(Ui& ui, const Rect& rect, std::span<const BarPart> parts, const ChartData& data, const StackedBarOptions& options = {});

}  // namespace fullcircle::ui
