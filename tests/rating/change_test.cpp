#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "rating/backtest.h"
#include "rating/distribution_guide.h"
#include "rating/holt.h"
#include "rating/moments.h"
#include "rating/paired_effect.h"
#include "rating/probability.h"
#include "rating/ranking.h"
#include "rating/reliable_change.h"
#include "rating/rounding.h"
#include "rating/wilcoxon.h"
#include "seed.h"

using namespace fullcircle::rating;
using doctest::Approx;

namespace {

/// Two-sided p by trying every sign pattern.
double brute_force_p(const std::vector<double>& differences, ZeroRule zeros) {
  std::vector<double> ranked, sizes;
  for (double d : differences) {
    if (d != 0 || zeros == ZeroRule::Pratt) ranked.push_back(d);
  }
  for (double d : ranked) sizes.push_back(std::fabs(d));
  const std::vector<double> all = compute_midranks(sizes);
  std::vector<double> ranks;
  double observed = 0, total = 0;
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    if (ranked[i] == 0) continue;
    ranks.push_back(all[i]);
    total += all[i];
    if (ranked[i] > 0) observed += all[i];
  }
  int as_far = 0;
  const int patterns = 1 << ranks.size();
  for (int pattern = 0; pattern < patterns; ++pattern) {
    double v = 0;
    for (std::size_t i = 0; i < ranks.size(); ++i) v += pattern >> i & 1 ? ranks[i] : 0;
    as_far += std::fabs(v - total / 2) >= std::fabs(observed - total / 2) - 1e-9;
  }
  return static_cast<double>(as_far) / patterns;
}

}  // namespace

TEST_CASE("the exact signed rank p counts every sign pattern, ties and zeros included") {
  test::Random random;
  for (int i = 0; i < 60; ++i) {
    std::vector<double> differences(static_cast<std::size_t>(random.whole(1, 11)));
    for (double& d : differences) d = random.whole(-4, 4) * 0.1;
    for (ZeroRule rule : {ZeroRule::Wilcoxon, ZeroRule::Pratt}) {
      const SignedRankTest test = compute_signed_rank_test(differences, rule);
      if (!test.p_exact) continue;
      CHECK(*test.p_exact == Approx(brute_force_p(differences, rule)).epsilon(1e-12));
    }
  }
}

TEST_CASE("differences that binary fractions make unequal are ties") {
  // 1.3 - 1.0 and 0.6 - 0.3 differ in their last bits.
  const SignedRankTest test = compute_signed_rank_test({1.3 - 1.0, -(0.6 - 0.3), 0.8 - 0.5}, ZeroRule::Wilcoxon);
  CHECK(*test.v == 4);  // three mid-ranks of 2, two of them positive
  CHECK(compute_signed_rank_test({0.1 + 0.2 - 0.3}, ZeroRule::Wilcoxon).zeros == 1);
}

TEST_CASE("Pratt ranks the zeros and then drops them") {
  const std::vector<double> differences{0, 0, 1, -2, 3};
  CHECK(*compute_signed_rank_test(differences, ZeroRule::Wilcoxon).v == 4);
  CHECK(*compute_signed_rank_test(differences, ZeroRule::Pratt).v == 8);
  CHECK(*compute_signed_rank_test(differences, ZeroRule::Pratt).hodges_lehmann == Approx(0.75));
}

TEST_CASE("without a difference other than 0 only their number is known") {
  const SignedRankTest none = compute_signed_rank_test({0, 0}, ZeroRule::Pratt);
  CHECK(none.zeros == 2);
  CHECK(none.v == undefined(Undefined::NoVariation));
  CHECK(compute_signed_rank_test({}, ZeroRule::Wilcoxon).p_exact == undefined(Undefined::NoData));
}

TEST_CASE("many differences still get an exact p close to the normal one") {
  test::Random random;
  std::vector<double> differences;
  for (int i = 0; i < 300; ++i) differences.push_back(random.normal() + 0.1);
  const SignedRankTest test = compute_signed_rank_test(differences, ZeroRule::Wilcoxon);
  CHECK(std::fabs(*test.p_exact - *test.p_normal) < 0.005);
}

TEST_CASE("the interval of a standardised change holds the probabilities it was made from") {
  const PairedEffect effect = compute_paired_effect({1, 2, 3, 4, 5}, {2, 2.5, 4.5, 4, 7});
  const double root = std::sqrt(5.0);
  CHECK(noncentral_t_cdf(*effect.t, 4, effect.d_z_interval->low * root) == Approx(0.975).epsilon(1e-11));
  CHECK(noncentral_t_cdf(*effect.t, 4, effect.d_z_interval->high * root) == Approx(0.025).epsilon(1e-9));
}

TEST_CASE("a very large standardised change still has an interval") {
  // t about 6e4: usual series for the noncentral t underflow far below.
  const PairedEffect effect = compute_paired_effect({0, 0, 0, 0}, {100, 100.001, 100.002, 100.005});
  REQUIRE(effect.d_z_interval);
  CHECK(effect.d_z_interval->low < *effect.d_z);
  CHECK(effect.d_z_interval->high > *effect.d_z);
}

TEST_CASE("Hedges' correction is exact for small and stable for large degrees of freedom") {
  // mpmath 1.3.0, 30 digits
  CHECK(compute_hedges_j(2) == Approx(0.56418958354775629).epsilon(1e-14));
  CHECK(compute_hedges_j(3) == Approx(0.72360125455826766).epsilon(1e-14));
  CHECK(compute_hedges_j(40) == Approx(0.98111219443669506).epsilon(1e-14));
  CHECK(compute_hedges_j(1000) == Approx(0.99924978117971637).epsilon(1e-14));
}

TEST_CASE("a change that is the same for everybody has a mean and no size") {
  const PairedEffect same = compute_paired_effect({0.1, 0.2, 0.3}, {0.4, 0.5, 0.6});
  CHECK(*same.mean == Approx(0.3));
  CHECK(*same.sd == 0);
  CHECK(same.t == undefined(Undefined::NoVariation));
  CHECK(same.d_z_interval == undefined(Undefined::NoVariation));
  CHECK(same.interval->low == same.interval->high);
  CHECK(*same.r == Approx(1));
}

TEST_CASE("one pair or none have no test") {
  CHECK(compute_paired_effect({}, {}).mean == undefined(Undefined::NoData));
  const PairedEffect one = compute_paired_effect({1}, {3});
  CHECK(*one.mean == 2);
  CHECK(one.p == undefined(Undefined::TooFewPoints));
  const PairedEffect two = compute_paired_effect({1, 2}, {3, 5});
  CHECK(two.p);
  CHECK(two.hedges_j == undefined(Undefined::TooFewPoints));
  CHECK(two.g_z == undefined(Undefined::TooFewPoints));
}

TEST_CASE("a measure without error makes no change reliable or not") {
  const ReliableChange change = compute_reliable_change(1.0, 2.0, 3, 1, {});
  CHECK(change.index == undefined(Undefined::NoVariation));
  CHECK(change.reliable == undefined(Undefined::NoVariation));
  CHECK(change.smallest_change == 0);
  CHECK_FALSE(change.cutoff_a);
}

TEST_CASE("cut-offs lie between the norms, whichever way is better") {
  const ReliableChange down = compute_reliable_change(20.0, 10.0, 5, 0.9, {30.0, 4.0, 10.0, 6.0});
  CHECK(**down.cutoff_a == 22);
  CHECK(**down.cutoff_b == 22);
  CHECK(**down.cutoff_c == 22);
}

TEST_CASE("ranks, percentiles and places share ties in their own way") {
  const Ranking ranking = compute_ranking({3, 5, 3, 1});
  CHECK(ranking.midranks == std::vector<double>{2.5, 4, 2.5, 1});
  CHECK(ranking.percentile == std::vector<double>{0.5, 0.875, 0.5, 0.125});
  CHECK(ranking.competition == std::vector<int>{2, 1, 2, 4});
  CHECK(compute_ranking({}).midranks.empty());
}

TEST_CASE("a distribution is compared with its guide, and tested only with enough expected") {
  const DistributionCheck check = compute_distribution_check({4, 4, 2}, {2, 2, 1});
  CHECK(*check.chi_square == Approx(0));
  CHECK(*check.total_variation == Approx(0));
  CHECK(check.p == undefined(Undefined::TooFewPoints));
  CHECK(*compute_distribution_check({10, 10, 5}, {2, 2, 1}).p == Approx(1));
  CHECK(compute_distribution_check({0, 0}, {1, 1}).chi_square == undefined(Undefined::NoData));
  const DistributionCheck hole = compute_distribution_check({3, 1}, {1, 0});
  CHECK(hole.chi_square == undefined(Undefined::NoVariation));
  CHECK(hole.residuals[1] == undefined(Undefined::NoVariation));
  CHECK(*hole.residuals[0] == Approx(-0.5));
  CHECK(*hole.total_variation == Approx(0.25));
}

TEST_CASE("Holt's forecast is damped by the powers of phi, and a gap is filled with the forecast itself") {
  HoltInput input{{10, 12, {}, 13}, 0.5, 0.5, 0.8, 3, 10, 1, HoltStart::AtFirst};
  const HoltResult result = compute_holt(input);
  // 10.8 seen 12: level 11.4, trend 0.5·1.4 + 0.5·0.8 = 1.1; 12.28 unseen: trend 0.5·0.88 + 0.5·0.88 = 0.88
  CHECK(result.fitted.size() == 3);
  CHECK(result.fitted[0] == Approx(10.8));
  CHECK(result.fitted[1] == Approx(12.28));
  CHECK(result.fitted[2] == Approx(12.28 + 0.8 * 0.88));
  CHECK(result.forecast[2] == Approx(result.level + (0.8 + 0.64 + 0.512) * result.trend));
}

TEST_CASE("simple forecasts are measured on values they have not seen") {
  const Backtest result = compute_backtest({1, 2, 3, 4}, {5, 3}, 2);
  CHECK(*result.mean.mae == Approx((2.5 + 0.5) / 2));
  CHECK(*result.naive.rmse == Approx(1));
  CHECK(*result.naive.mape == Approx(100 * (1.0 / 5 + 1.0 / 3) / 2));
  CHECK(*result.seasonal_naive.mae == Approx((2 + 1) / 2.0));
  CHECK(*result.scale == 2);
  CHECK(*result.naive.mase == Approx(0.5));
}

TEST_CASE("a back-test says what it cannot measure") {
  CHECK(compute_backtest({}, {1}, 1).mean.mae == undefined(Undefined::NoData));
  CHECK(compute_backtest({1, 2}, {}, 1).naive.rmse == undefined(Undefined::NoData));
  CHECK(compute_backtest({1, 2}, {1}, 3).seasonal_naive.mae == undefined(Undefined::TooFewPoints));
  CHECK(compute_backtest({1, 2}, {1}, 3).scale == undefined(Undefined::TooFewPoints));
  CHECK(compute_backtest({2, 2}, {2}, 1).naive.mase == undefined(Undefined::NoVariation));
  CHECK(compute_backtest({2, 3}, {0}, 1).naive.mape == undefined(Undefined::NoVariation));
}

TEST_CASE("mean and deviation of equal decimals have no noise") {
  const std::vector<double> tenths(7, 0.1);
  const Moments moments = compute_moments(tenths);
  CHECK(moments.mean == 0.1);
  CHECK(*moments.standard_deviation() == 0);
  const std::vector<double> thirds{1, 2, 4};
  CHECK(compute_moments(thirds).mean == 7.0 / 3);
}

TEST_CASE("a median survives what an overflow left behind") {
  const std::vector<double> values{1, NAN, 2};
  CHECK(std::isnan(compute_median(values)));
  CHECK(compute_median(std::vector<double>{4, 1, 3, 2}) == 2.5);
}
