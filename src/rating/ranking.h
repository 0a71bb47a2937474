// Ranks, percentiles and places of scores.
#pragma once

#include <vector>

#include "rating/figure.h"

namespace fullcircle::rating {

/// Ascending from 1; equal values share the mean of their ranks.
std::vector<double> compute_midranks(const std::vector<double>& values);

struct Ranking {
  std::vector<double> midranks;
  std::vector<double> percentile;   ///< (below + half of equal) / n, 0..1
  std::vector<int> competition;     ///< 1224: the highest score is 1, equal scores share the best place
};

Ranking compute_ranking(const std::vector<double>& scores);

}  // namespace fullcircle::rating
