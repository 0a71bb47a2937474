// Mean and variance that hold up under large offsets, and the line between variation and the noise of doubles.
#pragma once

#include <cstddef>
#include <span>

#include "rating/figure.h"

namespace fullcircle::rating {

struct Moments {
  std::size_t n = 0;
  double mean = 0;          ///< 0 for n = 0
  double sum_squares = 0;   ///< of the deviations from the mean; exactly 0 for values that are all equal
  double magnitude = 0;     ///< largest absolute value

  /// Divided by n - 1: NoData for none, TooFewPoints for one value.
  Figure variance() const;
  Figure standard_deviation() const;
};

/// Two passes around the first value, so that 1e9 + 0.1 loses no digits.
///
/// Source: Chan, Golub & LeVeque 1983 (Am Stat 37:242), the corrected two-pass algorithm; NIST StRD univariate data.
Moments compute_moments(std::span<const double> values);

/// Whether a sum of `count` squared deviations is no more than rounding the data (up to `magnitude`) to doubles can leave.
///
/// Decimals such as 0.1 are off by up to half a unit in the last place, a double-centred residual by four times that.
bool is_rounding_noise(double sum_squares, double count, double magnitude);

/// Mean of the two middle values for an even count; NaN if one is. In: not empty.
double compute_median(std::span<const double> values);

}  // namespace fullcircle::rating
