// Krippendorff's alpha: reliability of any number of raters, with missing cells, on four kinds of scale.
#pragma once

#include <optional>
#include <vector>

#include "rating/figure.h"

namespace fullcircle::rating {

enum class ScaleLevel { Nominal, Ordinal, Interval, Ratio };

struct Krippendorff {
  Figure alpha;
  int pairable = 0;  ///< values in units that have two or more
};

/// In:     a row per rater, a column per unit, absent where missing.
/// Out:    NoVariation if all pairable values are equal (or, for Ratio, two values add up to 0); OneRatee with a single
///         pairable unit, OneRater if no unit has two values, NoData without any value.
/// Source: Krippendorff 2011, Computing Krippendorff's Alpha-Reliability (University of Pennsylvania), section D.
Krippendorff compute_krippendorff(const std::vector<std::vector<std::optional<double>>>& ratings, ScaleLevel level);

}  // namespace fullcircle::rating
