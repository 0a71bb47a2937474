#include "rating/paired_effect.h"

#include <algorithm>
#include <cmath>

#include "rating/moments.h"
#include "rating/probability.h"
#include "rating/root_finding.h"
#include "rating/rounding.h"
#include "rating/special_functions.h"

namespace fullcircle::rating {

namespace {

/// The noncentrality at which P(T <= t) is `probability`; it falls as the noncentrality grows.
double noncentrality_for(double t, double df, double probability) {
  const auto excess = [&](double delta) { return noncentral_t_cdf(t, df, delta) - probability; };
  double reach = 5 + std::fabs(t) / std::sqrt(df);
  double low = t - reach, high = t + reach;
  while (excess(low) < 0) low -= (reach *= 2);
  while (excess(high) > 0) high += (reach *= 2);
  return find_root(excess, low, high);
}

Figure correlation(const std::vector<double>& x, const std::vector<double>& y, const Moments& mx, const Moments& my) {
  if (mx.sum_squares == 0 || my.sum_squares == 0) return undefined(Undefined::NoVariation);
  double cross = 0;
  for (std::size_t i = 0; i < x.size(); ++i) cross += (x[i] - mx.mean) * (y[i] - my.mean);
  return std::clamp(cross / std::sqrt(mx.sum_squares) / std::sqrt(my.sum_squares), -1.0, 1.0);
}

}  // namespace

double compute_hedges_j(double df) {
  // With Γ(z + 1) = z^z e^-z sqrt(2πz) e^δ(z): ln J = δ(a + ½) - δ(a) + a ln(1 + 1/(2a)) - ½ + ½ ln(a / (a + ½)), a = (df-1)/2,
  // which has no large terms to cancel.
  const double a = (df - 1) / 2;
  const double log_ratio = stirling_error(a + 0.5) - stirling_error(a) + a * std::log1p(0.5 / a) - 0.5;
  return std::exp(log_ratio) * std::sqrt(a / (a + 0.5));
}

PairedEffect compute_paired_effect(const std::vector<double>& before, const std::vector<double>& after) {
  PairedEffect result;
  std::vector<double> differences;
  for (std::size_t i = 0; i < before.size(); ++i) differences.push_back(snap(after[i] - before[i]));
  const Moments change = compute_moments(differences);
  result.n = static_cast<int>(change.n);
  const auto few = undefined(differences.empty() ? Undefined::NoData : Undefined::TooFewPoints);
  result.mean = result.sd = result.t = result.df = result.p = result.d_z = result.hedges_j = result.g_z = result.d_av = result.r = few;
  result.interval = result.d_z_interval = few;
  if (differences.empty()) return result;
  result.mean = change.mean;
  if (differences.size() < 2) return result;

  const double n = result.n;
  const double df = n - 1;
  const double sd = *change.standard_deviation();
  const double error = sd / std::sqrt(n);
  result.df = df;
  result.sd = sd;
  const double half = t_quantile(0.975, df) * error;
  result.interval = Interval{change.mean - half, change.mean + half};
  if (df >= 2) result.hedges_j = compute_hedges_j(df);

  const Moments first = compute_moments(before);
  const Moments second = compute_moments(after);
  const double mean_sd = (*first.standard_deviation() + *second.standard_deviation()) / 2;
  result.r = correlation(before, after, first, second);
  result.d_av = undefined(Undefined::NoVariation);
  if (mean_sd > 0) result.d_av = change.mean / mean_sd;

  if (sd == 0) {
    const auto why = undefined(Undefined::NoVariation);
    result.t = result.p = result.d_z = result.g_z = why;
    result.d_z_interval = why;
    return result;
  }
  const double t = change.mean / error;
  result.t = t;
  result.p = t_two_sided(t, df);
  result.d_z = change.mean / sd;
  if (result.hedges_j) result.g_z = *result.hedges_j * *result.d_z;
  result.d_z_interval = Interval{noncentrality_for(t, df, 0.975) / std::sqrt(n), noncentrality_for(t, df, 0.025) / std::sqrt(n)};
  return result;
}

}  // namespace fullcircle::rating
