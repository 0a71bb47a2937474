#include "app/queries/person_goals.h"

#include "app/queries/goal_roll_up.h"
#include "rating/weighted_mean.h"

namespace fullcircle {
namespace {

std::optional<GoalLeftOut> reason_to_leave_out(const Goal& goal, const CountedGoal& counted) {
  if (goal.state == GoalState::dropped) return GoalLeftOut::dropped;
  if (goal.state != GoalState::agreed && goal.state != GoalState::done) return GoalLeftOut::not_agreed;
  if (!has_own_measure(goal)) return GoalLeftOut::only_sums;
  if (!counted.attainment) return GoalLeftOut::no_value;
  if (counted.weight <= 0) return GoalLeftOut::no_weight;
  return std::nullopt;
}

/// What it brings at its due day, as far as it counts at all: the sum of today and the one at the due days have the same goals.
rating::Figure due_share(const GoalStatus& status, const rating::Figure& today) { return today ? counted_at_due(status) : today; }

}  // namespace

void list_rated_measures(const ModelView& view, Id<Person> person, Id<ReviewCycle> cycle, std::vector<rating::GoalFacts>& measures) {
  measures.clear();
  for (const Goal* goal : view.goals_of(person))
    if (is_rated_goal(view, *goal, cycle)) measures.push_back(goal_measures(view, *goal));
}

PersonGoals compute_person_goals(const ModelView& view, Id<Person> person, Id<ReviewCycle> cycle) {
  PersonGoals result;
  std::vector<rating::GoalFacts> measures;
  list_rated_measures(view, person, cycle, measures);
  rating::MeanSum at_due;
  for (const Goal* goal : view.goals_of(person)) {
    if (!is_rated_goal(view, *goal, cycle)) continue;
    const rating::GoalFacts& measured = measures[static_cast<std::size_t>(result.count++)];
    if (has_own_measure(*goal)) at_due.add(due_share(compute_goal_status(view, *goal), rating::compute_attainment(measured)), measured.weight);
  }
  result.attainment = rating::compute_goals_attainment(measures);
  result.forecast_attainment = at_due.mean();
  result.outlook = outlook_of_share(result.attainment, result.forecast_attainment);
  return result;
}

PersonGoalTerms explain_person_goals(const ModelView& view, Id<Person> person, Id<ReviewCycle> cycle) {
  PersonGoalTerms terms;
  terms.total = compute_person_goals(view, person, cycle);
  double rated = 0, present = 0;
  for (const Goal* goal : view.goals_of(person)) {
    if (goal->level != GoalLevel::person || (cycle && !is_goal_of(view, *goal, cycle))) continue;
    const rating::GoalFacts measured = goal_measures(view, *goal);
    const GoalStatus status = compute_goal_status(view, *goal);
    CountedGoal& counted = terms.goals.emplace_back();
    counted.goal = goal;
    counted.weight = measured.weight;
    counted.attainment = rating::compute_attainment(measured);
    counted.at_due = due_share(status, counted.attainment);
    counted.has_forecast = status.forecast_attainment.has_value();
    counted.left_out = reason_to_leave_out(*goal, counted);
    if (is_rated_goal(view, *goal, cycle)) rated += counted.weight;
    if (!counted.left_out) present += counted.weight;
  }
  for (CountedGoal& counted : terms.goals)
    if (!counted.left_out) counted.share = counted.weight / present;
  terms.covered = rated > 0 ? rating::Figure(present / rated) : rating::undefined(rating::Undefined::NoData);
  return terms;
}

}  // namespace fullcircle
