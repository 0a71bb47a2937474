// From one rating scale to another.
#pragma once

#include "rating/figure.h"

namespace fullcircle::rating {

/// Lowest and highest value of a scale, e.g. {1, 5}.
struct Scale {
  double min = 1;
  double max = 5;
  bool operator==(const Scale&) const = default;
};

/// The straight line that takes `from.min` to `to.min` and `from.max` to `to.max`; not cut at the ends.
///
/// Out:    NoVariation if `from` has no width.
/// Source: SAP SuccessFactors KBA 2435115 and 2743359 (worked examples in tests/rating/science).
/// Example: 3.4 from {1, 5} to {0.25, 5} -> 3.1
Figure compute_rescaled(double x, Scale from, Scale to);

}  // namespace fullcircle::rating
