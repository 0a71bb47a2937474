#include "rating/group_difference.h"

#include <cmath>

#include "rating/paired_effect.h"
#include "rating/probability.h"

namespace fullcircle::rating {

GroupDifference compute_group_difference(const Moments& first, const Moments& second) {
  GroupDifference result;
  if (first.n == 0 || second.n == 0) return result;
  const double difference = first.mean - second.mean;
  result.difference = difference;
  if (first.n < 2 || second.n < 2) {
    const auto few = undefined(Undefined::TooFewPoints);
    result.error = result.t = result.df = result.p = result.pooled_sd = result.g = few;
    result.interval = few;
    return result;
  }
  const double n1 = static_cast<double>(first.n), n2 = static_cast<double>(second.n);
  const double part1 = *first.variance() / n1, part2 = *second.variance() / n2;
  const double error = std::sqrt(part1 + part2);
  const double pooled_df = n1 + n2 - 2;
  const double pooled_sd = std::sqrt((first.sum_squares + second.sum_squares) / pooled_df);
  result.error = error;
  result.pooled_sd = pooled_sd;
  if (error == 0) {
    const auto why = undefined(Undefined::NoVariation);
    result.t = result.df = result.p = result.g = why;
    result.interval = why;
    return result;
  }
  // Shares of the error, not its fourth powers: tiny variances must not underflow.
  const double share1 = part1 / (part1 + part2), share2 = part2 / (part1 + part2);
  const double df = 1 / (share1 * share1 / (n1 - 1) + share2 * share2 / (n2 - 1));
  result.df = df;
  result.t = difference / error;
  result.p = t_two_sided(*result.t, df);
  const double half = t_quantile(0.975, df) * error;
  result.interval = Interval{difference - half, difference + half};
  result.g = compute_hedges_j(pooled_df) * difference / pooled_sd;
  return result;
}

}  // namespace fullcircle::rating
