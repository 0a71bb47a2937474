#include "rating/shrinkage.h"

#include <algorithm>
#include <cmath>

#include "rating/intraclass.h"
#include "rating/moments.h"

namespace fullcircle::rating {

namespace {

Shrinkage undefined_shrinkage(std::size_t entries, Undefined reason) {
  const auto why = undefined(reason);
  const std::vector<Figure> all(entries, why);
  return {why, why, all, all, all};
}

}  // namespace

Shrinkage compute_shrinkage_of_groups(const std::vector<std::vector<double>>& groups) {
  const IntraclassGroups variances = compute_intraclass_groups(groups);
  if (!variances.variance_between) return undefined_shrinkage(groups.size(), variances.variance_between.error());
  const double tau2 = *variances.variance_between;
  const double within = *variances.within;
  Shrinkage result = undefined_shrinkage(groups.size(), Undefined::NoVariation);
  result.variance_between = tau2;
  if (tau2 == 0 && within == 0) return result;

  std::vector<double> means, precisions;
  for (const auto& group : groups) {
    means.push_back(compute_moments(group).mean);
    precisions.push_back(group.empty() ? 0 : 1 / (tau2 + within / static_cast<double>(group.size())));
  }
  // From the first mean, so that a large offset loses nothing.
  double sum = 0, total = 0;
  const auto first = std::find_if(groups.begin(), groups.end(), [](const auto& group) { return !group.empty(); });
  const double origin = means[static_cast<std::size_t>(first - groups.begin())];
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (!groups[i].empty()) sum += precisions[i] * (means[i] - origin);
    total += precisions[i];
  }
  const double grand = origin + sum / total;
  result.grand_mean = grand;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (groups[i].empty()) {
      result.weights[i] = result.shrunk[i] = result.pred_sd[i] = undefined(Undefined::NoData);
      continue;
    }
    const double n = static_cast<double>(groups[i].size());
    const double weight = n * tau2 / (n * tau2 + within);
    result.weights[i] = weight;
    result.shrunk[i] = grand + weight * (means[i] - grand);
    result.pred_sd[i] = std::sqrt(tau2 * (within / (n * tau2 + within)));
  }
  return result;
}

ShrunkMean compute_shrunk_mean(const std::vector<double>& ratings, const Prior& prior) {
  const double n = static_cast<double>(ratings.size());
  if (ratings.empty()) {
    const auto why = undefined(Undefined::NoData);
    return {why, why, why};
  }
  const double total = n * prior.variance_between + prior.variance_within;
  if (total == 0) {
    const auto why = undefined(Undefined::NoVariation);
    return {why, why, why};
  }
  const double weight = n * prior.variance_between / total;
  return {weight, prior.mean + weight * (compute_moments(ratings).mean - prior.mean),
          std::sqrt(prior.variance_between * (prior.variance_within / total))};
}

PooledMeans compute_pooled_means(const std::vector<std::optional<double>>& means, const std::vector<std::optional<double>>& errors) {
  std::vector<double> values, variances;
  std::vector<std::size_t> place;
  for (std::size_t i = 0; i < means.size(); ++i) {
    if (!means[i] || !errors[i]) continue;
    values.push_back(*means[i]);
    variances.push_back(*errors[i] * *errors[i]);
    place.push_back(i);
  }
  PooledMeans result;
  const auto fill = [&](Undefined reason) {
    const auto why = undefined(reason);
    result.q = result.variance_between = result.pooled = result.pooled_se = why;
    for (std::size_t i : place) result.shrunk[i] = why;
    return result;
  };
  result.shrunk.assign(means.size(), undefined(Undefined::NoData));
  if (values.empty()) return fill(Undefined::NoData);
  if (values.size() == 1) return fill(Undefined::OneRatee);
  if (std::find(variances.begin(), variances.end(), 0.0) != variances.end()) return fill(Undefined::NoVariation);

  const double origin = values[0];
  const auto pool = [&](double tau2, double& weight_sum, double& square_sum) {
    double sum = 0;
    weight_sum = square_sum = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
      const double weight = 1 / (variances[i] + tau2);
      sum += weight * (values[i] - origin);
      weight_sum += weight;
      square_sum += weight * weight;
    }
    return origin + sum / weight_sum;
  };
  double weights = 0, squares = 0;
  const double fixed = pool(0, weights, squares);
  double q = 0;
  for (std::size_t i = 0; i < values.size(); ++i) q += (values[i] - fixed) * (values[i] - fixed) / variances[i];
  const double df = static_cast<double>(values.size() - 1);
  const double tau2 = std::max(0.0, (q - df) / (weights - squares / weights));
  result.q = q;
  result.variance_between = tau2;
  const double pooled = pool(tau2, weights, squares);
  result.pooled = pooled;
  result.pooled_se = 1 / std::sqrt(weights);
  for (std::size_t i = 0; i < values.size(); ++i) {
    result.shrunk[place[i]] = pooled + tau2 / (tau2 + variances[i]) * (values[i] - pooled);
  }
  return result;
}

Shrinkage compute_james_stein(const std::vector<std::optional<double>>& means, double common_se) {
  std::vector<double> values;
  for (const auto& mean : means) {
    if (mean) values.push_back(*mean);
  }
  Shrinkage result;
  const auto fill = [&](Undefined reason) {
    result.weights.clear();
    for (const auto& mean : means) result.weights.push_back(undefined(mean ? reason : Undefined::NoData));
    result.shrunk = result.weights;
    return result;
  };
  const Moments moments = compute_moments(values);
  result.grand_mean = undefined(Undefined::NoData);
  if (values.empty()) return fill(Undefined::NoData);
  result.grand_mean = moments.mean;
  if (values.size() == 1) return fill(Undefined::OneRatee);
  if (values.size() == 2) return fill(Undefined::TooFewPoints);
  if (moments.sum_squares == 0) return fill(Undefined::NoVariation);
  const double k = static_cast<double>(values.size());
  const double weight = std::max(0.0, 1 - (k - 3) * common_se * common_se / moments.sum_squares);
  for (const auto& mean : means) {
    result.weights.push_back(mean ? Figure(weight) : Figure(undefined(Undefined::NoData)));
    result.shrunk.push_back(mean ? Figure(moments.mean + weight * (*mean - moments.mean)) : Figure(undefined(Undefined::NoData)));
  }
  return result;
}

}  // namespace fullcircle::rating
