#include "rating/goal_forecast.h"

#include <algorithm>

namespace fullcircle::rating {

GoalForecast compute_goal_forecast(const ForecastInput& input) {
  const auto cut = [&](double value) {
    return input.bounds ? std::clamp(value, input.bounds->low, input.bounds->high) : value;
  };
  const TheilSen line = compute_theil_sen(input.points);
  const LinePrediction prediction =
      compute_prediction(compute_least_squares(input.points), input.due_day, input.target, input.direction);
  GoalForecast forecast;
  forecast.intercept = line.intercept;
  forecast.slope = line.slope;
  forecast.forecast = line.slope.transform([&](double slope) { return cut(*line.intercept + slope * input.due_day); });
  forecast.interval = prediction.prediction.transform(
      [&](Interval interval) { return Interval{cut(interval.low), cut(interval.high)}; });
  forecast.chance = prediction.chance;
  return forecast;
}

GoalOutlook compute_outlook(const GoalFacts& goal, const GoalForecast& forecast, int points_on_different_days,
                            double today, double due_day) {
  const Figure attained = compute_attainment(goal);
  if (attained && *attained >= 1) return GoalOutlook::Done;
  if (today > due_day) return GoalOutlook::Missed;
  if (!forecast.forecast || points_on_different_days < kForecastMinimumPoints) return GoalOutlook::NotEnough;
  Figure expected = *forecast.forecast;
  if (goal.measure != GoalMeasure::Milestones && goal.measure != GoalMeasure::YesNo) {
    // Progress of milestones is recorded as a share of 1 already; any other measure has its own way to one.
    GoalFacts then = goal;
    then.actual = *forecast.forecast;
    expected = compute_attainment(then);
  }
  if (!expected) return GoalOutlook::NotEnough;
  if (*expected >= kOnTrackAttainment) return GoalOutlook::OnTrack;
  return *expected >= kAtRiskAttainment ? GoalOutlook::AtRisk : GoalOutlook::OffTrack;
}

Figure compute_needed_pace(const GoalFacts& goal, double today, double due_day) {
  if (!goal.actual || !goal.target) return undefined(Undefined::NoData);
  if (due_day <= today) return undefined(Undefined::TooFewPoints);
  return (*goal.target - *goal.actual) / (due_day - today);
}

}  // namespace fullcircle::rating
