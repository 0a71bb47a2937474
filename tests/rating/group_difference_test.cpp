#include "rating/group_difference.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "seed.h"

using namespace fullcircle::rating;
using doctest::Approx;

namespace {

GroupDifference compare(const std::vector<double>& first, const std::vector<double>& second) {
  return compute_group_difference(compute_moments(first), compute_moments(second));
}

Moments moments_of(std::size_t n, double mean, double sd) {
  Moments moments;
  moments.n = n;
  moments.mean = mean;
  moments.sum_squares = sd * sd * static_cast<double>(n - 1);
  return moments;
}

}  // namespace

TEST_CASE("two groups of Student's sleep data, as R's t.test prints them") {
  // R, datasets::sleep: t.test(extra ~ group, data = sleep). Welch: t = -1.8608, df = 17.776, p-value = 0.07939, 95 percent confidence
  // interval -3.3654832 0.2054832, means 0.75 and 2.33.
  const GroupDifference d = compare({0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0}, {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4});
  CHECK(*d.difference == Approx(-1.58));
  CHECK(std::fabs(*d.t + 1.8608) < 0.00005);
  CHECK(std::fabs(*d.df - 17.776) < 0.0005);
  CHECK(std::fabs(*d.p - 0.07939) < 0.000005);
  CHECK(std::fabs(d.interval->low + 3.3654832) < 0.00000005);
  CHECK(std::fabs(d.interval->high - 0.2054832) < 0.00000005);
}

TEST_CASE("Hedges' g of two groups from their means and spreads") {
  // Borenstein, Hedges, Higgins & Rothstein 2009, Introduction to Meta-Analysis, p. 27: means 103 and 100, standard deviations 5.5 and 4.5,
  // 50 in each: within-groups standard deviation 5.0249, g = 0.5924.
  const GroupDifference d = compute_group_difference(moments_of(50, 103, 5.5), moments_of(50, 100, 4.5));
  CHECK(std::fabs(*d.pooled_sd - 5.0249) < 0.00005);
  CHECK(std::fabs(*d.g - 0.5924) < 0.0001);
}

TEST_CASE("groups of one size and spread compare as in the pooled test") {
  test::Random random;
  for (int round = 0; round < 40; ++round) {
    const auto n = static_cast<std::size_t>(random.whole(2, 30));
    std::vector<double> first, second;
    const double shift = random.normal();
    for (std::size_t i = 0; i < n; ++i) first.push_back(random.normal());
    for (const double value : first) second.push_back(value + shift);
    const GroupDifference d = compare(first, second);
    CHECK(*d.df == Approx(2.0 * static_cast<double>(n) - 2));
    CHECK(*d.difference == Approx(-shift));
    CHECK(*d.error == Approx(*d.pooled_sd * std::sqrt(2.0 / static_cast<double>(n))));
    const GroupDifference turned = compare(second, first);
    CHECK(*turned.difference == Approx(shift));
    CHECK(*turned.p == Approx(*d.p));
    CHECK(turned.interval->low == Approx(-d.interval->high));
  }
}

TEST_CASE("the degrees of freedom lie between those of the smaller group and of both") {
  test::Random random;
  for (int round = 0; round < 40; ++round) {
    const auto n1 = static_cast<std::size_t>(random.whole(2, 12)), n2 = static_cast<std::size_t>(random.whole(2, 12));
    const GroupDifference d = compute_group_difference(moments_of(n1, 1, 0.1 + std::fabs(random.normal())), moments_of(n2, 0, 0.1 + std::fabs(random.normal())));
    CHECK(*d.df >= static_cast<double>(std::min(n1, n2)) - 1 - 1e-9);
    CHECK(*d.df <= static_cast<double>(n1 + n2) - 2 + 1e-9);
  }
}

TEST_CASE("what two groups cannot say has its reason") {
  CHECK(compare({}, {1, 2}).difference == undefined(Undefined::NoData));
  const GroupDifference one = compare({1}, {2, 3});
  CHECK(*one.difference == Approx(-1.5));
  CHECK(one.interval.error() == Undefined::TooFewPoints);
  CHECK(one.g == undefined(Undefined::TooFewPoints));
  const GroupDifference same = compare({0.1, 0.1, 0.1}, {0.3, 0.3, 0.3});
  CHECK(*same.difference == Approx(-0.2));
  CHECK(same.interval.error() == Undefined::NoVariation);
  CHECK(same.g == undefined(Undefined::NoVariation));
}
