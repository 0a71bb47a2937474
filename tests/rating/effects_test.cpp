#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "rating/crossed_effects.h"
#include "rating/rater_effects.h"
#include "rating/shrinkage.h"
#include "seed.h"

using namespace fullcircle::rating;
using doctest::Approx;

namespace {

std::vector<Rating> random_ratings(test::Random& random, std::size_t ratees, std::size_t raters, int each) {
  std::vector<Rating> ratings;
  std::vector<double> merit(ratees), leniency(raters);
  for (double& effect : merit) effect = random.normal();
  for (double& effect : leniency) effect = 0.5 * random.normal();
  for (std::size_t i = 0; i < ratees; ++i) {
    for (int k = 0; k < each; ++k) {
      const auto j = (i + static_cast<std::size_t>(random.whole(0, static_cast<int>(raters) - 1))) % raters;
      ratings.push_back({i, j, 3 + merit[i] + leniency[j] + 0.4 * random.normal()});
    }
  }
  for (std::size_t j = 0; j < raters; ++j) ratings.push_back({j % ratees, j, 3 + merit[j % ratees] + leniency[j]});
  return ratings;
}

double sum_of(const std::vector<Estimate>& effects) {
  double sum = 0;
  for (const Estimate& effect : effects) sum += *effect.value;
  return sum;
}

}  // namespace

TEST_CASE("additive ratings are taken apart exactly") {
  // ratee + rater: 1 2 4 and 0 1, so adjusted means 1.5 2.5 4.5
  const std::vector<Rating> ratings{{0, 0, 1}, {0, 1, 2}, {1, 0, 2}, {2, 1, 5}, {2, 0, 4}};
  const RaterEffects fit = compute_rater_effects(ratings, 3, 2, {{2, 0}}, {{1, 0}});
  CHECK(*fit.adjusted[0].value == Approx(1.5));
  CHECK(*fit.adjusted[1].value == Approx(2.5));
  CHECK(*fit.adjusted[2].value == Approx(4.5));
  CHECK(*fit.residual_sd == 0);
  CHECK(*fit.adjusted[1].standard_error == 0);
  CHECK(*fit.ratee_contrasts[0].value == Approx(3));
  CHECK(*fit.rater_contrasts[0].value == Approx(1));
  CHECK(fit.f_ratee == undefined(Undefined::NoVariation));
}

TEST_CASE("both sets of effects sum to zero, whichever side is larger") {
  test::Random random;
  for (int i = 0; i < 20; ++i) {
    const std::size_t ratees = static_cast<std::size_t>(random.whole(2, 9)), raters = static_cast<std::size_t>(random.whole(2, 9));
    const auto ratings = random_ratings(random, ratees, raters, 4);
    const RaterEffects fit = compute_rater_effects(ratings, ratees, raters, {}, {});
    if (fit.design.component_count > 1) continue;
    CHECK(sum_of(fit.ratee_effects) == Approx(0));
    CHECK(sum_of(fit.rater_effects) == Approx(0));
    std::vector<Rating> turned;
    for (const Rating& rating : ratings) turned.push_back({rating.rater, rating.ratee, rating.value});
    const RaterEffects other = compute_rater_effects(turned, raters, ratees, {}, {});
    CHECK(*other.mu == Approx(*fit.mu));
    for (std::size_t k = 0; k < ratees; ++k) {
      CHECK(*other.rater_effects[k].value == Approx(*fit.ratee_effects[k].value));
      CHECK(*other.rater_effects[k].standard_error == Approx(*fit.ratee_effects[k].standard_error));
    }
  }
}

TEST_CASE("groups that share no rater are fitted apart and not compared") {
  const std::vector<Rating> ratings{{0, 0, 1}, {1, 0, 3}, {2, 1, 7}, {3, 1, 9}, {2, 2, 8}};
  const RaterEffects fit = compute_rater_effects(ratings, 4, 3, {{0, 1}, {0, 2}}, {{0, 1}});
  CHECK(fit.mu == undefined(Undefined::NotConnected));
  CHECK(fit.design.ratee_component == std::vector<std::size_t>{0, 0, 1, 1});
  CHECK(*fit.adjusted[0].value == 1);
  CHECK(*fit.ratee_contrasts[0].value == -2);
  CHECK(fit.ratee_contrasts[1].value == undefined(Undefined::NotConnected));
  CHECK(fit.ratee_contrasts[1].standard_error == undefined(Undefined::NotConnected));
  CHECK(*fit.rater_effects[0].value == 0);
  CHECK(fit.rater_effects[0].standard_error == undefined(Undefined::OneRater));
  CHECK(fit.df == 0);
  CHECK(fit.residual_sd == undefined(Undefined::TooFewPoints));
  CHECK(fit.ratee_effects[0].standard_error == undefined(Undefined::TooFewPoints));
}

TEST_CASE("a single rating has a mean and nothing else") {
  const RaterEffects fit = compute_rater_effects({{0, 0, 4}}, 1, 1, {}, {});
  CHECK(*fit.mu == 4);
  CHECK(*fit.adjusted[0].value == 4);
  CHECK(fit.ratee_effects[0].standard_error == undefined(Undefined::OneRatee));
  CHECK(fit.rater_effects[0].standard_error == undefined(Undefined::OneRater));
  CHECK(compute_rater_effects({}, 0, 0, {}, {}).mu == undefined(Undefined::NoData));
}

TEST_CASE("a large offset moves the means and nothing else") {
  test::Random random;
  auto ratings = random_ratings(random, 8, 5, 4);
  const CrossedEffects near = compute_crossed_effects(ratings, 8, 5, std::nullopt);
  const RaterEffects near_fit = compute_rater_effects(ratings, 8, 5, {}, {});
  for (Rating& rating : ratings) rating.value += 1e6;
  const CrossedEffects far = compute_crossed_effects(ratings, 8, 5, std::nullopt);
  const RaterEffects far_fit = compute_rater_effects(ratings, 8, 5, {}, {});
  CHECK(*far.var_ratee == Approx(*near.var_ratee).epsilon(1e-5));
  CHECK(*far.var_residual == Approx(*near.var_residual).epsilon(1e-6));
  CHECK(*far.mu - 1e6 == Approx(*near.mu).epsilon(1e-6));
  CHECK(*far_fit.residual_sd == Approx(*near_fit.residual_sd).epsilon(1e-7));
  CHECK(*far_fit.ratee_effects[3].value == Approx(*near_fit.ratee_effects[3].value).epsilon(1e-7));
}

TEST_CASE("balanced complete ratings have the variance components of the mean squares") {
  // Searle, Casella & McCulloch 1992, section 4.7: REML of balanced data is the analysis of variance, where that is not negative.
  std::vector<Rating> ratings;
  const double table[6][4] = {{9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}};
  for (std::size_t i = 0; i < 6; ++i) {
    for (std::size_t j = 0; j < 4; ++j) ratings.push_back({i, j, table[i][j]});
  }
  const CrossedEffects fit = compute_crossed_effects(ratings, 6, 4, std::nullopt);
  // Mean squares of Shrout & Fleiss: 11.24167, 32.48611, 1.01944
  CHECK(*fit.var_ratee == Approx((11.2416666666667 - 1.01944444444444) / 4).epsilon(1e-8));
  CHECK(*fit.var_rater == Approx((32.4861111111111 - 1.01944444444444) / 6).epsilon(1e-8));
  CHECK(*fit.var_residual == Approx(1.01944444444444).epsilon(1e-8));
}

TEST_CASE("no other variances have a smaller criterion than the estimates") {
  test::Random random;
  for (int i = 0; i < 10; ++i) {
    const auto ratings = random_ratings(random, 10, 6, 3);
    const CrossedEffects fit = compute_crossed_effects(ratings, 10, 6, std::nullopt);
    REQUIRE(fit.reml_criterion);
    const auto criterion = [&](double ratee, double rater, double residual) {
      return *compute_crossed_effects(ratings, 10, 6, CrossedVariances{ratee, rater, residual}).reml_criterion;
    };
    CHECK(criterion(*fit.var_ratee, *fit.var_rater, *fit.var_residual) == Approx(*fit.reml_criterion).epsilon(1e-10));
    for (int k = 0; k < 40; ++k) {
      const double a = std::exp(random.normal()), b = std::exp(random.normal()), c = std::exp(0.3 * random.normal());
      CHECK(criterion(*fit.var_ratee * a, *fit.var_rater * b, *fit.var_residual * c) >= *fit.reml_criterion - 1e-8);
      CHECK(criterion(*fit.var_ratee, 0, *fit.var_residual * c) >= *fit.reml_criterion - 1e-8);
    }
  }
}

TEST_CASE("variances that cannot be told apart are not estimated") {
  const auto mu_of = [](const std::vector<Rating>& ratings, std::size_t ratees, std::size_t raters) {
    return compute_crossed_effects(ratings, ratees, raters, std::nullopt).var_ratee;
  };
  CHECK(mu_of({}, 0, 0) == undefined(Undefined::NoData));
  CHECK(mu_of({{0, 0, 1}, {0, 1, 2}, {0, 1, 3}}, 1, 2) == undefined(Undefined::OneRatee));
  CHECK(mu_of({{0, 0, 1}, {1, 0, 2}, {1, 0, 3}}, 2, 1) == undefined(Undefined::OneRater));
  CHECK(mu_of({{0, 0, 1}, {1, 0, 2}, {2, 1, 3}, {3, 1, 5}}, 4, 2) == undefined(Undefined::TooFewPoints));
  CHECK(mu_of({{0, 0, 1}, {0, 0, 2}, {1, 1, 3}, {1, 1, 5}, {2, 2, 5}}, 3, 3) == undefined(Undefined::NotConnected));
  std::vector<Rating> same, additive;
  for (std::size_t i = 0; i < 4; ++i) {
    for (std::size_t j = 0; j < 3; ++j) {
      same.push_back({i, j, 0.3});
      additive.push_back({i, j, 0.1 * static_cast<double>(i) + 0.2 * static_cast<double>(j * j)});
    }
  }
  CHECK(mu_of(same, 4, 3) == undefined(Undefined::NoVariation));
  CHECK(mu_of(additive, 4, 3) == undefined(Undefined::NoVariation));
}

TEST_CASE("groups with one mean shrink towards the prior by their own number of ratings") {
  // weight 2·0.5 / (2·0.5 + 1) = 0.5
  const ShrunkMean mean = compute_shrunk_mean({4, 5}, {3, 0.5, 1});
  CHECK(*mean.weight == Approx(0.5));
  CHECK(*mean.shrunk == Approx(3.75));
  CHECK(*mean.pred_sd == Approx(0.5));
  CHECK(compute_shrunk_mean({}, {3, 0.5, 1}).shrunk == undefined(Undefined::NoData));
  CHECK(compute_shrunk_mean({4}, {3, 0, 0}).weight == undefined(Undefined::NoVariation));
}

TEST_CASE("shrinkage of groups keeps between their means and the grand mean") {
  test::Random random;
  for (int i = 0; i < 50; ++i) {
    std::vector<std::vector<double>> groups(static_cast<std::size_t>(random.whole(2, 7)));
    for (auto& group : groups) {
      const double level = random.normal();
      const int n = random.whole(1, 6);
      for (int k = 0; k < n; ++k) group.push_back(level + random.normal());
    }
    const Shrinkage result = compute_shrinkage_of_groups(groups);
    if (!result.grand_mean) continue;
    for (std::size_t g = 0; g < groups.size(); ++g) {
      double mean = 0;
      for (double rating : groups[g]) mean += rating / static_cast<double>(groups[g].size());
      CHECK(*result.shrunk[g] >= std::min(mean, *result.grand_mean) - 1e-12);
      CHECK(*result.shrunk[g] <= std::max(mean, *result.grand_mean) + 1e-12);
      CHECK(*result.pred_sd[g] == Approx(std::sqrt(*result.variance_between * (1 - *result.weights[g]))));
    }
  }
}

TEST_CASE("shrinkage says what it lacks, group by group") {
  const Shrinkage result = compute_shrinkage_of_groups({{1, 2}, {}, {4, 5, 6}});
  CHECK(result.weights[1] == undefined(Undefined::NoData));
  CHECK(result.weights[2]);
  CHECK(compute_shrinkage_of_groups({{2, 2}, {2, 2}}).grand_mean == undefined(Undefined::NoVariation));
  CHECK(*compute_shrinkage_of_groups({{2, 2}, {3, 3}}).weights[0] == 1);
  CHECK(compute_shrinkage_of_groups({{2, 3}}).variance_between == undefined(Undefined::OneRatee));
  CHECK(compute_pooled_means({1.0, 2.0}, {0.0, 1.0}).pooled == undefined(Undefined::NoVariation));
  CHECK(compute_pooled_means({1.0}, {1.0}).pooled == undefined(Undefined::OneRatee));
  CHECK(compute_james_stein({1.0, 1.0, 1.0, 1.0}, 1).weights[0] == undefined(Undefined::NoVariation));
  CHECK(*compute_james_stein({1.0, 1.1, 1.0, 0.9}, 1).weights[0] == 0);
}
