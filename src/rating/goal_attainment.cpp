#include "rating/goal_attainment.h"

#include <algorithm>

#include "rating/weighted_mean.h"

namespace fullcircle::rating {

namespace {

Figure keep_at(const GoalFacts& goal, Direction direction) {
  const bool met = direction == Direction::Higher ? *goal.actual >= *goal.target : *goal.actual <= *goal.target;
  return met ? 1.0 : 0.0;
}

/// The same formula whichever way the target lies from the baseline.
Figure from_baseline(const GoalFacts& goal) {
  if (!goal.actual || !goal.baseline || !goal.target) return undefined(Undefined::NoData);
  if (*goal.target == *goal.baseline) {
    return keep_at(goal, goal.measure == GoalMeasure::Higher ? Direction::Higher : Direction::Lower);
  }
  return (*goal.actual - *goal.baseline) / (*goal.target - *goal.baseline);
}

Figure from_nothing(const GoalFacts& goal) {
  if (!goal.actual || !goal.target) return undefined(Undefined::NoData);
  if (*goal.target <= 0) return undefined(Undefined::NoVariation);
  const double ratio = *goal.actual / *goal.target;
  return goal.measure == GoalMeasure::HigherNoBaseline ? ratio : 2 - ratio;
}

Figure within_range(const GoalFacts& goal) {
  if (!goal.actual || !goal.low || !goal.high) return undefined(Undefined::NoData);
  const double outside = std::max({*goal.low - *goal.actual, *goal.actual - *goal.high, 0.0});
  if (outside == 0) return 1.0;
  if (goal.tolerance <= 0) return 0.0;
  return 1 - outside / goal.tolerance;
}

Figure from_milestones(const GoalFacts& goal) {
  double total = 0;
  double done = 0;
  for (const Milestone& milestone : goal.milestones) {
    if (!milestone.done) continue;
    total += milestone.weight;
    if (*milestone.done) done += milestone.weight;
  }
  if (total <= 0) return undefined(Undefined::NoData);
  return done / total;
}

}  // namespace

Figure compute_uncut_attainment(const GoalFacts& goal) {
  switch (goal.measure) {
    case GoalMeasure::Higher:
    case GoalMeasure::Lower: return from_baseline(goal);
    case GoalMeasure::HigherNoBaseline:
    case GoalMeasure::LowerNoBaseline: return from_nothing(goal);
    case GoalMeasure::Range: return within_range(goal);
    case GoalMeasure::Maintain:
      if (!goal.actual || !goal.target) return undefined(Undefined::NoData);
      return keep_at(goal, goal.direction);
    case GoalMeasure::Milestones: return from_milestones(goal);
    case GoalMeasure::YesNo:
      if (!goal.reached) return undefined(Undefined::NoData);
      return *goal.reached ? 1.0 : 0.0;
  }
  return undefined(Undefined::NoData);
}

Figure compute_attainment(const GoalFacts& goal) {
  // max(0.0, …) also turns a -0 from a baseline above the target into 0.
  return compute_uncut_attainment(goal).transform(
      [&](double attainment) { return std::min(goal.cap, attainment > 0 ? attainment : 0.0); });
}

Figure compute_goals_attainment(std::span<const GoalFacts> goals) {
  MeanSum sum;
  for (const GoalFacts& goal : goals) sum.add(compute_attainment(goal), goal.weight);
  return sum.mean();
}

GoalsResult compute_goals(const std::vector<GoalFacts>& goals) {
  GoalsResult result;
  result.term.kind = TermKind::Attainment;
  for (const GoalFacts& goal : goals) {
    Term& child = result.term.children.emplace_back();
    child.kind = TermKind::Goal;
    child.key = goal.id;
    child.value = compute_attainment(goal);
    child.weight = goal.weight;
  }
  apply_weighted_mean(result.term);
  result.covered = compute_coverage(result.term);
  return result;
}

}  // namespace fullcircle::rating
