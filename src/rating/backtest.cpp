#include "rating/backtest.h"

#include <algorithm>
#include <cmath>

#include "rating/moments.h"

namespace fullcircle::rating {

namespace {

ForecastErrors undefined_errors(Undefined reason) {
  const auto why = undefined(reason);
  return {why, why, why, why};
}

Figure lag_scale(const std::vector<std::optional<double>>& train, std::size_t lag) {
  double sum = 0;
  int pairs = 0;
  for (std::size_t t = lag; t < train.size(); ++t) {
    if (!train[t] || !train[t - lag]) continue;
    sum += std::fabs(*train[t] - *train[t - lag]);
    ++pairs;
  }
  if (train.empty()) return undefined(Undefined::NoData);
  if (pairs == 0) return undefined(Undefined::TooFewPoints);
  return sum / pairs;
}

}  // namespace

ForecastErrors compute_forecast_errors(const std::vector<std::optional<double>>& forecast,
                                       const std::vector<std::optional<double>>& seen, const Figure& scale) {
  double squares = 0, absolute = 0, percent = 0;
  int n = 0;
  bool zero = false;
  for (std::size_t t = 0; t < seen.size(); ++t) {
    if (!seen[t] || !forecast[t]) continue;
    const double error = *seen[t] - *forecast[t];
    squares += error * error;
    absolute += std::fabs(error);
    zero = zero || *seen[t] == 0;
    if (*seen[t] != 0) percent += std::fabs(error / *seen[t]);
    ++n;
  }
  if (n == 0) return undefined_errors(Undefined::NoData);
  ForecastErrors errors;
  errors.rmse = std::sqrt(squares / n);
  errors.mae = absolute / n;
  errors.mape = undefined(Undefined::NoVariation);
  if (!zero) errors.mape = 100 * percent / n;
  errors.mase = scale.and_then([&](double width) -> Figure {
    if (width == 0) return undefined(Undefined::NoVariation);
    return absolute / n / width;
  });
  return errors;
}

Backtest compute_backtest(const std::vector<std::optional<double>>& train, const std::vector<std::optional<double>>& test, int season) {
  const std::size_t lag = static_cast<std::size_t>(season);
  Backtest result;
  result.scale = lag_scale(train, lag);
  std::vector<double> present;
  for (const auto& value : train) {
    if (value) present.push_back(*value);
  }
  if (present.empty()) {
    result.mean = result.naive = result.seasonal_naive = undefined_errors(Undefined::NoData);
    return result;
  }
  const auto constant = [&](double value) {
    return compute_forecast_errors(std::vector<std::optional<double>>(test.size(), value), test, result.scale);
  };
  result.mean = constant(compute_moments(present).mean);
  result.naive = constant(present.back());
  if (train.size() < lag) {
    const bool nothing = std::none_of(test.begin(), test.end(), [](const auto& value) { return value.has_value(); });
    result.seasonal_naive = undefined_errors(nothing ? Undefined::NoData : Undefined::TooFewPoints);
    return result;
  }
  std::vector<std::optional<double>> last_season;
  for (std::size_t t = 0; t < test.size(); ++t) last_season.push_back(train[train.size() - lag + t % lag]);
  result.seasonal_naive = compute_forecast_errors(last_season, test, result.scale);
  return result;
}

}  // namespace fullcircle::rating
