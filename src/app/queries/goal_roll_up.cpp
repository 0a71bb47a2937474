#include "app/queries/goal_roll_up.h"

namespace fullcircle {
namespace {

constexpr int kDeepest = 32;  // as deep as a status sums up; also what stops goals that lie below each other

std::size_t count_below(const ModelView& view, const Goal& goal, int level) {
  std::size_t count = 0;
  for (const Goal* child : view.goals_under(goal.id)) {
    if (child->state == GoalState::dropped) continue;
    ++count;
    if (level < kDeepest && !has_own_measure(*child)) count += count_below(view, *child, level + 1);
  }
  return count;
}

void list_below(const ModelView& view, const Goal& goal, int level, std::size_t most, GoalsBelow& list) {
  for (const GoalBelow& below : goals_below(view, goal)) {
    const bool goes_on = below.is_rolled_up && level < kDeepest;
    if (list.lines.size() < most) {
      list.lines.push_back({below, level});
      if (goes_on) list_below(view, *below.goal, level + 1, most, list);
    } else {
      ++list.unlisted;
      if (level == 0) ++list.unlisted_direct;
      if (goes_on) list.unlisted += count_below(view, *below.goal, level + 1);
    }
  }
}

}  // namespace

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

GoalsBelow list_goals_below(const ModelView& view, const Goal& goal, std::size_t most) {
  GoalsBelow list;
  list_below(view, goal, 0, most, list);
  return list;
}

}  // namespace fullcircle
