// Intraclass correlations: how much of the spread of ratings is between ratees and not between or within raters.
#pragma once

#include <vector>

#include "rating/figure.h"

namespace fullcircle::rating {

/// One coefficient with its test and interval.
struct Coefficient {
  Figure value;
  Figure f;
  Figure p;
  FigureInterval interval;
};

/// The six coefficients of Shrout & Fleiss: one rater or the mean of k; ratees rated by random raters each (1), by the same
/// random raters (2), by the same fixed raters (3).
struct Intraclass {
  int ratees = 0;
  int raters = 0;
  Figure between, raters_mean_square, error, within;  ///< mean squares BMS, JMS, EMS, WMS
  Coefficient one_1, two_1, three_1, one_k, two_k, three_k;
};

/// In:     `ratings`: a row per ratee, as many columns as raters in each, nothing missing.
/// Out:    NoData without rows, OneRatee for one row, OneRater for one column; where the divisor of F is 0, F, p and interval
///         are NoVariation, the value only if it is 0/0 or infinite.
/// Source: Shrout & Fleiss 1979 (Psychol Bull 86:420); intervals of (2,·) McGraw & Wong 1996 (Psychol Methods 1:30, table 7).
Intraclass compute_intraclass(const std::vector<std::vector<double>>& ratings);

/// One-way with groups of different sizes.
struct IntraclassGroups {
  Figure between, within;  ///< mean squares
  Figure f;
  Figure mean_size;
  Figure effective_size;   ///< n0
  Figure icc1;             ///< with n0
  Figure icc1_mean_size;   ///< with the mean size
  Figure icc2;             ///< of the group means, 1 - within/between
  Figure variance_between; ///< τ², not below 0
};

/// In:     one array of ratings per ratee; empty ones do not count.
/// Out:    NoData without ratings, OneRatee with one group, OneRater if no group has two ratings.
/// Source: Bliese 2000, in Klein & Kozlowski (eds), Multilevel Theory, chapter 8; n0: Snedecor & Cochran, Statistical Methods.
IntraclassGroups compute_intraclass_groups(const std::vector<std::vector<double>>& groups);

}  // namespace fullcircle::rating
