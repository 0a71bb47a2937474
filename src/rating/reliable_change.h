// Is one person's change more than the measure's own error?
#pragma once

#include <optional>

#include "rating/figure.h"

namespace fullcircle::rating {

struct ChangeNorms {
  std::optional<double> mean_dysfunctional, sd_dysfunctional;  ///< below (or above) what is wanted
  std::optional<double> mean_functional, sd_functional;
};

struct ReliableChange {
  double standard_error = 0;       ///< of measurement
  double difference_error = 0;     ///< of a difference
  Figure index;                    ///< (post - pre) / difference_error
  Maybe<bool> reliable;            ///< index beyond ±1.959964
  double smallest_change = 0;      ///< that is reliable
  std::optional<Figure> cutoff_a;  ///< two standard deviations off the dysfunctional mean, on the functional side
  std::optional<Figure> cutoff_b;  ///< two standard deviations off the functional mean, on the dysfunctional side
  std::optional<Figure> cutoff_c;  ///< where both are equally likely
};

/// In:     sd_pre of 0 or more, reliability 0..1.
/// Out:    NoData without both values, NoVariation for a measure without error; cut-offs absent without their norms.
/// Source: Jacobson & Truax 1991 (J Consult Clin Psychol 59:12).
/// Example: 32.5 to 47.5, sd 7.5, reliability 0.8 -> index 3.16
ReliableChange compute_reliable_change(std::optional<double> pre, std::optional<double> post, double sd_pre, double reliability,
                                       const ChangeNorms& norms);

}  // namespace fullcircle::rating
