#include "app/queries/goal_roll_up.h"

namespace fullcircle {

double roll_up_weight(const Goal& goal) { return goal.weight_percent > 0 ? goal.weight_percent : 1; }

const rating::Figure& counted_at_due(const GoalStatus& status) { return status.forecast_attainment ? status.forecast_attainment : status.attainment; }

std::vector<GoalBelow> goals_below(const ModelView& view, const Goal& goal) {
  std::vector<GoalBelow> below;
  double sum = 0;
  for (const Goal* child : view.goals_under(goal.id)) {
    if (child->state == GoalState::dropped) continue;
    const GoalStatus status = compute_goal_status(view, *child);
    below.push_back({child, roll_up_weight(*child), 0, status.is_rolled_up, status.attainment, status.forecast_attainment, counted_at_due(status)});
    if (below.back().counted) sum += below.back().weight;
  }
  for (GoalBelow& each : below)
    if (each.counted) each.share = each.weight / sum;
  return below;
}

}  // namespace fullcircle
