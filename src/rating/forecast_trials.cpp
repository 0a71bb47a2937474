#include "rating/forecast_trials.h"

#include <algorithm>
#include <cmath>

#include "model/sorting.h"
#include "rating/weighted_mean.h"

namespace fullcircle::rating {

namespace {

std::vector<Point> one_per_day(std::span<const Point> points) {
  std::vector<Point> sorted(points.begin(), points.end());
  sort_stably(sorted, {}, &Point::x);
  std::vector<Point> days;
  for (const Point& point : sorted) {
    if (!days.empty() && days.back().x == point.x)
      days.back() = point;
    else
      days.push_back(point);
  }
  return days;
}

}  // namespace

std::vector<ForecastTrial> compute_forecast_trials(std::span<const Point> points, double days_ahead, std::optional<Interval> bounds) {
  const std::vector<Point> days = one_per_day(points);
  std::vector<ForecastTrial> trials;
  for (std::size_t known = kForecastMinimumPoints; known < days.size(); ++known) {
    const double made_at = days[known - 1].x;
    const auto ahead = std::min_element(days.begin() + static_cast<std::ptrdiff_t>(known), days.end(), [&](const Point& a, const Point& b) {
      return std::fabs(a.x - made_at - days_ahead) < std::fabs(b.x - made_at - days_ahead);
    });
    ForecastInput input;
    input.points.assign(days.begin(), days.begin() + static_cast<std::ptrdiff_t>(known));
    input.due_day = ahead->x;
    input.bounds = bounds;
    const GoalForecast forecast = compute_goal_forecast(input);
    if (forecast.forecast) trials.push_back({made_at, ahead->x, ahead->y, *forecast.forecast, days[known - 1].y, forecast.interval});
  }
  return trials;
}

ForecastRecord compute_forecast_record(std::span<const ForecastTrial> trials) {
  ForecastRecord record;
  MeanSum error, unchanged, ahead;
  for (const ForecastTrial& trial : trials) {
    ++record.trials;
    error.add(std::fabs(trial.seen - trial.forecast) / trial.allowed_error, 1);
    unchanged.add(std::fabs(trial.seen - trial.unchanged) / trial.allowed_error, 1);
    ahead.add(trial.day - trial.made_at, 1);
    if (!trial.interval) continue;
    ++record.with_interval;
    record.held += trial.seen >= trial.interval->low && trial.seen <= trial.interval->high;
  }
  record.error = error.mean();
  record.unchanged_error = unchanged.mean();
  record.days_ahead = ahead.mean();
  return record;
}

}  // namespace fullcircle::rating
