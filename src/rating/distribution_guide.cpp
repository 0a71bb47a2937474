#include "rating/distribution_guide.h"

#include <cmath>

#include "rating/probability.h"

namespace fullcircle::rating {

namespace {

constexpr double kSmallestExpected = 5;

DistributionCheck undefined_check(std::size_t classes, Undefined reason) {
  const auto why = undefined(reason);
  const std::vector<Figure> all(classes, why);
  return {why, why, why, all, all, why};
}

}  // namespace

DistributionCheck compute_distribution_check(const std::vector<double>& counts, const std::vector<double>& guide) {
  double n = 0, shares = 0;
  for (double count : counts) n += count;
  for (double share : guide) shares += share;
  if (n == 0) {
    DistributionCheck check = undefined_check(counts.size(), Undefined::NoData);
    if (!counts.empty()) check.df = static_cast<double>(counts.size() - 1);
    return check;
  }
  if (shares == 0) return undefined_check(counts.size(), Undefined::NoVariation);

  DistributionCheck check;
  double chi_square = 0, apart = 0;
  bool empty_class = false, small_class = false;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const double expected = n * guide[i] / shares;
    check.expected.push_back(expected);
    apart += std::fabs(counts[i] / n - guide[i] / shares);
    // The nearest double to 5 may lie on either side of it.
    small_class = small_class || expected < kSmallestExpected * (1 - 1e-12);
    if (expected == 0) {
      empty_class = true;
      check.residuals.push_back(undefined(Undefined::NoVariation));
      continue;
    }
    const double residual = (counts[i] - expected) / std::sqrt(expected);
    check.residuals.push_back(residual);
    chi_square += residual * residual;
  }
  check.total_variation = apart / 2;
  const double df = static_cast<double>(counts.size() - 1);
  check.df = df;
  check.chi_square = undefined(Undefined::NoVariation);
  if (!empty_class) check.chi_square = chi_square;
  check.p = undefined(Undefined::TooFewPoints);
  if (!empty_class && !small_class && df > 0) check.p = chi_square_upper_tail(chi_square, df);
  return check;
}

}  // namespace fullcircle::rating
