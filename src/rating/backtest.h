// How well simple forecasts would have done: the yardstick for any other.
#pragma once

#include <optional>
#include <vector>

#include "rating/figure.h"

namespace fullcircle::rating {

struct ForecastErrors {
  Figure rmse, mae;
  Figure mape;  ///< in percent; NoVariation if a value seen is 0
  Figure mase;  ///< mae / scale
};

struct Backtest {
  ForecastErrors mean, naive, seasonal_naive;
  Figure scale;  ///< mean absolute difference at lag m in the training values
};

/// Errors of each forecast of `test` made from `train`.
///
/// In:     `season`: the lag m, 1 or more. Missing values are left out.
/// Out:    NoData without training or test values; TooFewPoints for a season longer than the training.
/// Source: Hyndman & Koehler 2006 (Int J Forecasting 22:679); Forecasting: Principles and Practice, 3.1 and 3.4.
Backtest compute_backtest(const std::vector<std::optional<double>>& train, const std::vector<std::optional<double>>& test, int season);

/// Errors of any forecast: pairs without both values are left out.
ForecastErrors compute_forecast_errors(const std::vector<std::optional<double>>& forecast,
                                       const std::vector<std::optional<double>>& seen, const Figure& scale);

}  // namespace fullcircle::rating
