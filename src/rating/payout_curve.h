// What a result is worth: nothing below a threshold, straight lines to target and stretch, flat above.
#pragma once

#include "rating/figure.h"

namespace fullcircle::rating {

/// threshold <= target <= stretch, or all the other way round where lower is better.
struct PayoutCurve {
  double threshold = 0, target = 0, stretch = 0;
  double at_threshold = 0, at_target = 0, at_stretch = 0;

  bool valid() const;
};

/// Strictly below the threshold 0; at an edge shared by two points, the better one's payout.
///
/// Example: {80, 100, 120} paying {0.5, 1, 1.5}: 79.9 -> 0, 80 -> 0.5, 90 -> 0.75, 130 -> 1.5
double compute_payout(const PayoutCurve& curve, double result);

}  // namespace fullcircle::rating
