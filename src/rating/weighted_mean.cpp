#include "rating/weighted_mean.h"

#include <cstddef>

namespace fullcircle::rating {

WeightedMean compute_weighted_mean(std::span<const std::optional<double>> values, std::span<const double> weights) {
  double sum = 0;
  double present = 0;
  double all = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    all += weights[i];
    if (!values[i]) continue;
    present += weights[i];
    sum += weights[i] * *values[i];
  }
  WeightedMean result{undefined(Undefined::NoData), undefined(Undefined::NoData)};
  if (present > 0) result.mean = sum / present;
  if (all > 0) result.covered = present / all;
  return result;
}

Figure compute_mean(std::span<const std::optional<double>> values, int* n) {
  double sum = 0;
  int count = 0;
  for (const auto& value : values) {
    if (!value) continue;
    sum += *value;
    ++count;
  }
  if (n) *n = count;
  if (count == 0) return undefined(Undefined::NoData);
  return sum / count;
}

}  // namespace fullcircle::rating
