#include "rating/agreement_rwg.h"

#include <algorithm>
#include <cmath>

#include "rating/moments.h"

namespace fullcircle::rating {

namespace {

double mean_absolute_deviation(const std::vector<double>& ratings, double centre) {
  double sum = 0;
  for (double rating : ratings) sum += std::fabs(rating - centre);
  return sum / static_cast<double>(ratings.size());
}

std::vector<double> answers_to(const AnswerRows& answers, std::size_t item) {
  std::vector<double> given;
  for (const auto& row : answers) {
    if (item < row.size() && row[item]) given.push_back(*row[item]);
  }
  return given;
}

}  // namespace

double compute_uniform_variance(int options) { return (static_cast<double>(options) * options - 1) / 12; }

double compute_ad_limit(int options) { return options / 6.0; }

namespace {

/// Before a negative value is set to 0.
Figure raw_rwg(const Moments& moments, int options) {
  if (moments.n < 2) return undefined(moments.n == 0 ? Undefined::NoData : Undefined::OneRater);
  return 1 - *moments.variance() / compute_uniform_variance(options);
}

Figure without_negative(double rwg) { return std::max(0.0, rwg); }

}  // namespace

Figure compute_rwg_alone(std::span<const double> ratings, int options) {
  return raw_rwg(compute_moments(ratings), options).and_then(without_negative);
}

RwgOne compute_rwg(const std::vector<double>& ratings, int options) {
  const Moments moments = compute_moments(ratings);
  const Figure raw = raw_rwg(moments, options);
  if (!raw) return {raw, raw, raw, raw};
  RwgOne result;
  result.rwg_raw = raw;
  result.rwg = without_negative(*raw);
  result.ad_mean = moments.sum_squares == 0 ? 0 : mean_absolute_deviation(ratings, moments.mean);
  result.ad_median = mean_absolute_deviation(ratings, compute_median(ratings));
  return result;
}

RwgMany compute_rwg_j(const AnswerRows& answers, int options) {
  std::size_t item_count = 0;
  for (const auto& row : answers) item_count = std::max(item_count, row.size());
  std::vector<double> variances;
  std::vector<double> deviations;
  bool any = false;
  for (std::size_t item = 0; item < item_count; ++item) {
    const std::vector<double> given = answers_to(answers, item);
    any = any || !given.empty();
    if (given.size() < 2) continue;
    variances.push_back(*compute_moments(given).variance());
    deviations.push_back(*compute_rwg(given, options).ad_mean);
  }
  if (variances.empty()) {
    const auto why = undefined(any ? Undefined::OneRater : Undefined::NoData);
    return {why, why};
  }
  // James, Demaree & Wolf 1984, equation 2: J(1 - r) / (J(1 - r) + r) with r the mean variance over σ².
  const double j = static_cast<double>(variances.size());
  const double ratio = compute_moments(variances).mean / compute_uniform_variance(options);
  RwgMany result;
  const double above = j * (1 - ratio);
  // A mean variance beyond σ² means no agreement; the formula itself would run through a pole there.
  result.rwg_j = above <= 0 ? 0 : above / (above + ratio);
  result.ad_mean = compute_moments(deviations).mean;
  return result;
}

AgreementWord word_for_rwg(double rwg) {
  if (rwg > 0.70) return AgreementWord::High;
  if (rwg > 0.50) return AgreementWord::Medium;
  return AgreementWord::Low;
}

}  // namespace fullcircle::rating
