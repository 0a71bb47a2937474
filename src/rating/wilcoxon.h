// Wilcoxon's signed rank test with ties and zeros, exact for small samples.
#pragma once

#include <vector>

#include "rating/figure.h"

namespace fullcircle::rating {

/// What becomes of differences of 0.
enum class ZeroRule {
  Wilcoxon,  ///< dropped before ranking
  Pratt,     ///< ranked with the others, then dropped
};

struct SignedRankTest {
  int zeros = 0;
  Figure v;               ///< sum of the positive mid-ranks
  Figure p_exact;         ///< two-sided, over every sign pattern of the mid-ranks found
  Figure z;               ///< tie-corrected, without continuity correction
  Figure p_normal;        ///< tie- and continuity-corrected
  Figure hodges_lehmann;  ///< median of the Walsh averages of the differences other than 0
  Figure rank_biserial;   ///< (positive - negative) / all ranks
};

/// Differences are snapped to 1e-9 first.
///
/// Out:    without a difference other than 0 all but `zeros`: NoVariation, or NoData for no difference at all.
/// Source: Wilcoxon 1945; Pratt 1959 (J Am Stat Assoc 54:655); Hollander & Wolfe 1973, Nonparametric Statistical Methods, 3.1-3.2;
///         Kerby 2014 (Compr Psychol 3:1) for the rank-biserial correlation.
SignedRankTest compute_signed_rank_test(const std::vector<double>& differences, ZeroRule zeros);

}  // namespace fullcircle::rating
