#include "app/queries/goal_forecast_input.h"

namespace fullcircle {
namespace {

bool improves_upward(const Goal& goal) {
  if (goal.kind == GoalKind::lower || goal.kind == GoalKind::lower_no_baseline) return false;
  if (goal.kind == GoalKind::maintain) return goal.direction == GoalDirection::higher;
  return true;
}

}  // namespace

rating::ForecastInput forecast_input(const ModelView& view, const Goal& goal) {
  rating::ForecastInput input;
  for (const ProgressPoint* point : view.points_of(goal.id))
    if (point->value && point->day <= view.today) input.points.push_back({static_cast<double>(point->day.number), *point->value});
  input.due_day = goal.due_day ? goal.due_day->number : view.today.number;
  input.target = goal.target;
  input.direction = improves_upward(goal) ? rating::Direction::Higher : rating::Direction::Lower;
  if (goal.measure_unit == "%") input.bounds = rating::Interval{0, 100};
  return input;
}

}  // namespace fullcircle
