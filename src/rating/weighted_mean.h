// Means that skip what is absent instead of counting it as zero.
#pragma once

#include <optional>
#include <span>

#include "rating/figure.h"

namespace fullcircle::rating {

/// A weighted mean being added up. What is undefined or has no weight is left out.
///
/// Every mean of a result is formed here, the explained one's and that of a list of ten thousand people.
struct MeanSum {
  double sum = 0;
  double weight = 0;
  bool hidden = false;  ///< something was left out because too few answered

  void add(const Figure& value, double its_weight) {
    if (!value) {
      hidden = hidden || value.error() == Undefined::BelowMinimum;
    } else if (its_weight > 0) {
      sum += its_weight * *value;
      weight += its_weight;
    }
  }
  /// Out: where everything that has a weight was hidden, BelowMinimum: "no data" would be untrue.
  Figure mean() const {
    if (weight > 0) return sum / weight;
    return undefined(hidden ? Undefined::BelowMinimum : Undefined::NoData);
  }
};

struct WeightedMean {
  Figure mean;     ///< over the parts that are there, their weights renormalised
  Figure covered;  ///< share of the whole weight that is there, 0..1
};

/// In:     one weight, 0 or more, for each value; they need not add up to 1 or 100.
/// Out:    NoData where no weight is left to divide by.
/// Example: {4, absent, 2} @ {60, 25, 15} -> mean 3.6, covered 0.75
WeightedMean compute_weighted_mean(std::span<const std::optional<double>> values, std::span<const double> weights);

/// Plain mean of what is there; `n` if given receives how many that were.
Figure compute_mean(std::span<const std::optional<double>> values, int* n = nullptr);

}  // namespace fullcircle::rating
