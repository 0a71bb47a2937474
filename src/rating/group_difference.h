// Two independent groups: the difference of their means, its uncertainty without assuming equal spread, and its size.
#pragma once

#include "rating/figure.h"
#include "rating/moments.h"

namespace fullcircle::rating {

struct GroupDifference {
  Figure difference;        ///< first - second
  Figure error;             ///< standard error of it
  Figure t, df, p;
  FigureInterval interval;  ///< of the difference
  Figure pooled_sd;
  Figure g;                 ///< difference / pooled_sd, with the exact correction for small samples
};

/// In:     the values of each group, as moments.
/// Out:    NoData for an empty group, TooFewPoints below two values in one, NoVariation where a divisor is 0.
/// Source: Welch 1947 (Biometrika 34:28), degrees of freedom Satterthwaite 1946 (Biom Bull 2:110); Hedges 1981 (J Educ Stat 6:107).
GroupDifference compute_group_difference(const Moments& first, const Moments& second);

}  // namespace fullcircle::rating
