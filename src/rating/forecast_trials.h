// Would the forecast have been right? Each value of the past is forecast again from the values before it.
#pragma once

#include <span>
#include <vector>

#include "rating/goal_forecast.h"

namespace fullcircle::rating {

/// A value forecast when it still lay ahead.
struct ForecastTrial {
  double made_at = 0, day = 0;  ///< the last value known then, and the one forecast
  double seen = 0, forecast = 0;
  double unchanged = 0;         ///< what "it stays as it is" would have said
  FigureInterval interval;      ///< as it would have been shown
  double allowed_error = 1;     ///< errors are compared as shares of this: the way from start to target
};

/// One trial from each third or later day on: of the value that lies nearest to `days_ahead` after it.
///
/// In:     points in any order; of one day the last one given counts.
/// Out:    empty for fewer than kForecastMinimumPoints + 1 days.
/// Source: rolling origin, Tashman 2000 (Int J Forecasting 16:437); Forecasting: Principles and Practice, 3rd ed., 5.10.
std::vector<ForecastTrial> compute_forecast_trials(std::span<const Point> points, double days_ahead, std::optional<Interval> bounds);

struct ForecastRecord {
  int trials = 0;
  Figure error;            ///< mean absolute error, as a share of the trials' allowed_error
  Figure unchanged_error;  ///< of "it stays as it is", the same way
  int held = 0;            ///< trials whose value lay inside the interval
  int with_interval = 0;
  Figure days_ahead;       ///< mean
};

/// Out: figures NoData without trials.
ForecastRecord compute_forecast_record(std::span<const ForecastTrial> trials);

}  // namespace fullcircle::rating
