#include "app/queries/forecast_check.h"

#include <algorithm>
#include <cmath>

#include "app/queries/goal_forecast_input.h"
#include "model/sorting.h"

namespace fullcircle {
namespace {

std::vector<rating::ForecastTrial> trials_of(const ModelView& view, const Goal& goal, double days_ahead) {
  const rating::ForecastInput input = forecast_input(view, goal);
  return rating::compute_forecast_trials(input.points, days_ahead, input.bounds);
}

/// The way from start to target, to compare goals of different units.
std::optional<double> way_of(const Goal& goal) {
  if (!goal.target) return std::nullopt;
  const double way = std::abs(*goal.target - goal.baseline.value_or(0));
  return way > 0 ? std::optional(way) : std::nullopt;
}

/// A trial for each goal of the team that has had enough values.
rating::ForecastRecord team_record(const ModelView& view, double days_ahead, int& goals) {
  std::vector<rating::ForecastTrial> all;
  for (const Goal& goal : view.table<Goal>().alive()) {
    const auto way = way_of(goal);
    if (!way || !has_own_measure(goal) || goals == kMostGoalsChecked) continue;
    auto trials = trials_of(view, goal, days_ahead);
    if (trials.empty()) continue;
    ++goals;
    for (rating::ForecastTrial& trial : trials) {
      trial.allowed_error = *way;
      all.push_back(trial);
    }
  }
  return rating::compute_forecast_record(all);
}

/// The first of the last values that all lie behind the straight line from start to target.
std::optional<MissedCheckpoint> missed_checkpoint(const Goal& goal, const std::vector<rating::Point>& points) {
  if (!goal.baseline || !goal.target || !goal.due_day || points.empty()) return std::nullopt;
  const double start = goal.start_day ? goal.start_day->number : points.front().x;
  const double days = goal.due_day->number - start, way = *goal.target - *goal.baseline;
  if (days <= 0 || way == 0) return std::nullopt;
  std::optional<MissedCheckpoint> missed;
  for (auto point = points.rbegin(); point != points.rend(); ++point) {
    const double wanted = *goal.baseline + way * std::clamp((point->x - start) / days, 0.0, 1.0);
    if ((point->y - wanted) * way >= 0) break;
    const double passed = std::clamp(point->x - start, 0.0, days);
    missed = {Day{static_cast<std::int32_t>(point->x)}, wanted, point->y, static_cast<int>(passed), static_cast<int>(days)};
  }
  return missed;
}

}  // namespace

ForecastCheck compute_forecast_check(const ModelView& view, const Goal& goal) {
  ForecastCheck check;
  const rating::ForecastInput input = forecast_input(view, goal);
  check.used = input.points;
  sort_stably(check.used, {}, &rating::Point::x);
  check.line = rating::compute_goal_forecast(input);
  check.least_squares = rating::compute_least_squares(input.points);
  check.prediction = rating::compute_prediction(check.least_squares, input.due_day, input.target, input.direction);
  check.due_day = input.due_day;
  const double days_ahead = std::max(1.0, input.due_day - view.today.number);
  check.own = rating::compute_forecast_record(trials_of(view, goal, days_ahead));
  check.team = team_record(view, days_ahead, check.team_goals);
  check.missed = missed_checkpoint(goal, check.used);
  return check;
}

bool is_under_way(const ModelView& view, const Goal& goal, const GoalStatus& status) {
  return goal.due_day && *goal.due_day > view.today && status.outlook != rating::GoalOutlook::Done && goal.state != GoalState::done;
}

std::optional<double> needed_weekly_pace(const ModelView& view, const Goal& goal, const GoalStatus& status) {
  // What is to be kept may lie beyond its target: no pace leads "back" to it.
  if (!is_under_way(view, goal, status) || (status.attainment && *status.attainment >= 1)) return std::nullopt;
  const auto pace = rating::compute_needed_pace(goal_measures(view, goal), view.today.number, goal.due_day->number);
  return pace ? std::optional(*pace * kDaysPerWeek) : std::nullopt;
}

}  // namespace fullcircle
