#include "rating/krippendorff.h"

#include <algorithm>
#include <cmath>

namespace fullcircle::rating {

namespace {

/// The distinct pairable values in ascending order, and how often each occurs.
struct ValueCounts {
  std::vector<double> values;
  std::vector<double> counts;
  std::vector<double> below;  ///< how many values are smaller

  explicit ValueCounts(std::vector<double> all) {
    std::ranges::sort(all);
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (values.empty() || values.back() != all[i]) {
        values.push_back(all[i]);
        counts.push_back(0);
        below.push_back(static_cast<double>(i));
      }
      ++counts.back();
    }
  }

  std::size_t index_of(double value) const {
    return static_cast<std::size_t>(std::lower_bound(values.begin(), values.end(), value) - values.begin());
  }
};

/// The squared difference function of the level, between two values given by their indexes.
double squared_difference(const ValueCounts& all, std::size_t a, std::size_t b, ScaleLevel level) {
  if (a == b) return 0;
  if (a > b) std::swap(a, b);
  switch (level) {
    case ScaleLevel::Nominal: return 1;
    case ScaleLevel::Ordinal: {
      // Ranks from the middle of one value to the middle of the other.
      const double ranks = all.below[b] + all.counts[b] / 2 - (all.below[a] + all.counts[a] / 2);
      return ranks * ranks;
    }
    case ScaleLevel::Interval: return (all.values[b] - all.values[a]) * (all.values[b] - all.values[a]);
    case ScaleLevel::Ratio: {
      const double part = (all.values[b] - all.values[a]) / (all.values[b] + all.values[a]);
      return part * part;
    }
  }
  return 0;
}

}  // namespace

Krippendorff compute_krippendorff(const std::vector<std::vector<std::optional<double>>>& ratings, ScaleLevel level) {
  const std::size_t unit_count = ratings.empty() ? 0 : ratings[0].size();
  std::vector<std::vector<double>> units;
  std::vector<double> pairable;
  bool any = false;
  for (std::size_t u = 0; u < unit_count; ++u) {
    std::vector<double> values;
    for (const auto& row : ratings) {
      if (row[u]) values.push_back(*row[u]);
    }
    any = any || !values.empty();
    if (values.size() < 2) continue;
    pairable.insert(pairable.end(), values.begin(), values.end());
    units.push_back(std::move(values));
  }
  Krippendorff result{undefined(Undefined::NoData), static_cast<int>(pairable.size())};
  if (units.size() < 2) {
    if (any) result.alpha = undefined(units.empty() ? Undefined::OneRater : Undefined::OneRatee);
    return result;
  }

  const ValueCounts all(pairable);
  const double n = static_cast<double>(pairable.size());
  // Observed: each unit's pairs, weighted so that every value counts once.
  double observed = 0;
  for (const auto& values : units) {
    double sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
      for (std::size_t j = i + 1; j < values.size(); ++j) {
        sum += squared_difference(all, all.index_of(values[i]), all.index_of(values[j]), level);
      }
    }
    observed += 2 * sum / static_cast<double>(values.size() - 1);
  }
  // Expected: the pairs of all pairable values.
  double expected = 0;
  for (std::size_t a = 0; a < all.values.size(); ++a) {
    for (std::size_t b = a + 1; b < all.values.size(); ++b) {
      expected += 2 * all.counts[a] * all.counts[b] * squared_difference(all, a, b, level);
    }
  }
  if (expected == 0 || !std::isfinite(expected)) {
    result.alpha = undefined(Undefined::NoVariation);
    return result;
  }
  result.alpha = 1 - (n - 1) * observed / expected;
  return result;
}

}  // namespace fullcircle::rating
