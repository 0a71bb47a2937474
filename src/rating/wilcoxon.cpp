#include "rating/wilcoxon.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "rating/moments.h"
#include "rating/probability.h"
#include "rating/ranking.h"
#include "rating/rounding.h"

namespace fullcircle::rating {

namespace {

struct SignedRank {
  double difference;
  double rank;  ///< a multiple of ½
};

/// Mid-ranks of the absolute differences; those of 0 are gone afterwards, by the rule before or after ranking.
std::vector<SignedRank> rank_differences(const std::vector<double>& differences, ZeroRule zeros) {
  std::vector<double> ranked;
  for (double difference : differences) {
    if (difference != 0 || zeros == ZeroRule::Pratt) ranked.push_back(difference);
  }
  std::vector<double> sizes;
  for (double difference : ranked) sizes.push_back(std::fabs(difference));
  const std::vector<double> ranks = compute_midranks(sizes);
  std::vector<SignedRank> signed_ranks;
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    if (ranked[i] != 0) signed_ranks.push_back({ranked[i], ranks[i]});
  }
  return signed_ranks;
}

/// Two-sided p of `v` when every rank is positive or negative with probability ½, by convolution one rank at a time.
double exact_probability(const std::vector<SignedRank>& ranks, double v) {
  // Doubled mid-ranks are whole numbers; their common divisor makes the table smaller.
  std::vector<std::size_t> steps;
  std::size_t divisor = 0;
  for (const SignedRank& rank : ranks) {
    steps.push_back(static_cast<std::size_t>(std::lround(2 * rank.rank)));
    divisor = std::gcd(divisor, steps.back());
  }
  std::size_t total = 0;
  for (std::size_t& step : steps) total += (step /= divisor);
  const std::size_t observed = static_cast<std::size_t>(std::lround(2 * v)) / divisor;

  std::vector<double> probability(total + 1);
  probability[0] = 1;
  std::size_t reach = 0;
  for (std::size_t step : steps) {
    reach += step;
    for (std::size_t sum = reach + 1; sum-- > 0;) {
      const double with = sum >= step ? probability[sum - step] : 0;
      probability[sum] = (probability[sum] + with) / 2;
    }
  }
  // The distribution is symmetric: the smaller tail twice.
  const std::size_t low = std::min(observed, total - observed);
  double tail = 0;
  for (std::size_t sum = 0; sum <= low; ++sum) tail += probability[sum];
  return std::min(1.0, 2 * tail);
}

double hodges_lehmann_estimate(const std::vector<SignedRank>& ranks) {
  std::vector<double> walsh;
  walsh.reserve(ranks.size() * (ranks.size() + 1) / 2);
  for (std::size_t i = 0; i < ranks.size(); ++i) {
    for (std::size_t j = i; j < ranks.size(); ++j) walsh.push_back((ranks[i].difference + ranks[j].difference) / 2);
  }
  return compute_median(walsh);
}

}  // namespace

SignedRankTest compute_signed_rank_test(const std::vector<double>& differences, ZeroRule zeros) {
  std::vector<double> snapped;
  SignedRankTest result;
  for (double difference : differences) {
    snapped.push_back(snap(difference));
    result.zeros += snapped.back() == 0;
  }
  const std::vector<SignedRank> ranks = rank_differences(snapped, zeros);
  if (ranks.empty()) {
    const auto why = undefined(differences.empty() ? Undefined::NoData : Undefined::NoVariation);
    result.v = result.p_exact = result.z = result.p_normal = result.hodges_lehmann = result.rank_biserial = why;
    return result;
  }
  double positive = 0, all = 0, squares = 0;
  for (const SignedRank& rank : ranks) {
    if (rank.difference > 0) positive += rank.rank;
    all += rank.rank;
    squares += rank.rank * rank.rank;
  }
  // Each rank counts with probability ½: mean Σr/2 and variance Σr²/4, which holds the tie correction already.
  const double distance = positive - all / 2;
  const double sd = std::sqrt(squares) / 2;
  const double corrected = distance == 0 ? 0 : std::fabs(distance) - 0.5;
  result.v = positive;
  result.p_exact = exact_probability(ranks, positive);
  result.z = distance / sd;
  result.p_normal = std::min(1.0, 2 * normal_cdf(-std::fabs(corrected) / sd));
  result.hodges_lehmann = hodges_lehmann_estimate(ranks);
  result.rank_biserial = (2 * positive - all) / all;
  return result;
}

}  // namespace fullcircle::rating
