// One row per competency: self hollow, then manager, peers and others, from the foot of the scale.
#pragma once

#include "ui/widgets/charts/figure.h"

namespace fullcircle::ui {

struct RaterBar {
  std::optional<float> value{};
  Colour colour = 0;
  bool hollow = false;
};
struct RaterScale {
  float minimum = 1, maximum = 5;
  std::span<const std::string_view> ticks{};      ///< "1" to "5", evenly spread
};
/// The figures over the bars. `rect` is the plot's width.
void rater_axis(Ui& ui, const Rect& rect, const RaterScale& scale);
/// The bars of one row, 6 high and 3 apart, centred vertically. All rows together lie in one Figure, which has their values.
void rater_bars(Ui& ui, const Rect& rect, std::span<const RaterBar> bars, const RaterScale& scale);
/// Gridlines through all rows: call once with the plot's whole height, before the rows.
void rater_grid(Ui& ui, const Rect& rect, const RaterScale& scale);

}  // namespace fullcircle::ui
