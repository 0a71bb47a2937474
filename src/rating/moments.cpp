#include "rating/moments.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace fullcircle::rating {

namespace {
constexpr double kEpsilon = std::numeric_limits<double>::epsilon();
}

Moments compute_moments(std::span<const double> values) {
  Moments result;
  result.n = values.size();
  if (values.empty()) return result;
  // Deviations from the first value are exact wherever the values are near each other (Sterbenz), whatever the offset.
  const double origin = values[0];
  const double n = static_cast<double>(values.size());
  double sum = 0;
  for (double value : values) {
    sum += value - origin;
    result.magnitude = std::max(result.magnitude, std::fabs(value));
  }
  double centre = sum / n;
  double rest = 0;
  for (double value : values) rest += (value - origin) - centre;
  centre += rest / n;
  double squares = 0;
  double leftover = 0;
  for (double value : values) {
    const double deviation = (value - origin) - centre;
    squares += deviation * deviation;
    leftover += deviation;
  }
  // The sum may round; what it left over shows against the values themselves.
  result.mean = origin + centre;
  double missed = 0;
  for (double value : values) missed += value - result.mean;
  result.mean += missed / n;
  result.sum_squares = std::max(0.0, squares - leftover * leftover / n);
  const double unit = kEpsilon * result.magnitude;
  if (result.sum_squares <= n * unit * unit) result.sum_squares = 0;
  return result;
}

Figure Moments::variance() const {
  if (n == 0) return undefined(Undefined::NoData);
  if (n == 1) return undefined(Undefined::TooFewPoints);
  return sum_squares / static_cast<double>(n - 1);
}

Figure Moments::standard_deviation() const {
  return variance().transform([](double value) { return std::sqrt(value); });
}

bool is_rounding_noise(double sum_squares, double count, double magnitude) {
  const double unit = 4 * kEpsilon * magnitude;
  return sum_squares <= count * unit * unit;
}

double compute_median(std::span<const double> values) {
  // Sorting needs an order, and NaN (from an overflow before) has none.
  for (double value : values) {
    if (std::isnan(value)) return value;
  }
  std::vector<double> sorted(values.begin(), values.end());
  const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
  std::nth_element(sorted.begin(), middle, sorted.end());
  if (sorted.size() % 2 == 1) return *middle;
  const double upper = *middle;
  const double lower = *std::max_element(sorted.begin(), middle);
  return lower + (upper - lower) / 2;
}

}  // namespace fullcircle::rating
