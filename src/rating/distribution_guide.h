// Ratings by class beside a guided distribution. A guide, never a quota: nothing here moves a rating.
#pragma once

#include <vector>

#include "rating/figure.h"

namespace fullcircle::rating {

struct DistributionCheck {
  Figure chi_square, df, p;  ///< p only where every expected count is 5 or more
  std::vector<Figure> expected;
  std::vector<Figure> residuals;  ///< Pearson: (observed - expected) / sqrt(expected)
  Figure total_variation;         ///< half the sum of the differences of shares, 0..1
};

/// In:     parallel, 0 or more; the guide's shares need not add up to 1.
/// Out:    NoData without counts, NoVariation for a guide of 0 in a class, TooFewPoints for p with small expected counts.
/// Source: Pearson 1900; NIST/SEMATECH e-Handbook of Statistical Methods 1.3.5.15.
DistributionCheck compute_distribution_check(const std::vector<double>& counts, const std::vector<double>& guide);

}  // namespace fullcircle::rating
