#include "app/queries/goal_status.h"

#include <algorithm>
#include <set>

#include "app/queries/goal_forecast_input.h"
#include "app/queries/goal_roll_up.h"
#include "rating/weighted_mean.h"

namespace fullcircle {
namespace {

using rating::GoalOutlook;

constexpr int kDeepestTree = 32;  // deeper than any organisation; also what stops a cycle

rating::GoalMeasure measure_of(GoalKind kind) {
  switch (kind) {
    case GoalKind::higher: return rating::GoalMeasure::Higher;
    case GoalKind::lower: return rating::GoalMeasure::Lower;
    case GoalKind::range: return rating::GoalMeasure::Range;
    case GoalKind::maintain: return rating::GoalMeasure::Maintain;
    case GoalKind::milestones: return rating::GoalMeasure::Milestones;
    case GoalKind::yes_no: return rating::GoalMeasure::YesNo;
    case GoalKind::higher_no_baseline: return rating::GoalMeasure::HigherNoBaseline;
    case GoalKind::lower_no_baseline: return rating::GoalMeasure::LowerNoBaseline;
  }
  return rating::GoalMeasure::Higher;
}

/// Of one day, the one recorded last.
std::optional<double> last_value(const ModelView& view, const Goal& goal) {
  const ProgressPoint* last = nullptr;
  for (const ProgressPoint* point : view.points_of(goal.id))
    if (point->value && point->day <= view.today && (!last || point->day >= last->day)) last = point;
  return last ? last->value : std::nullopt;
}

void add_forecast(const ModelView& view, const Goal& goal, const rating::GoalFacts& facts, GoalStatus& status) {
  const rating::ForecastInput input = forecast_input(view, goal);
  const auto forecast = rating::compute_goal_forecast(input);
  std::set<double> days;
  for (const auto& point : input.points) days.insert(point.x);
  const int day_count = static_cast<int>(days.size());

  status.outlook = rating::compute_outlook(facts, forecast, day_count, view.today.number, input.due_day);
  if (!goal.due_day || day_count < rating::kForecastMinimumPoints) {
    status.forecast = status.chance = status.forecast_attainment = rating::undefined(rating::Undefined::TooFewPoints);
    status.forecast_interval = std::unexpected(rating::Undefined::TooFewPoints);
    return;
  }
  status.forecast = forecast.forecast;
  status.forecast_interval = forecast.interval;
  status.chance = forecast.chance;
  rating::GoalFacts at_due = facts;
  if (forecast.forecast) at_due.actual = *forecast.forecast;
  status.forecast_attainment = forecast.forecast ? rating::compute_attainment(at_due) : forecast.forecast;
}

/// Parts of a mean as they come in; an absent one stays absent.
struct WeightedParts {
  std::vector<std::optional<double>> values;
  std::vector<double> weights;
  void add(const rating::Figure& value, double weight) {
    values.push_back(value ? std::optional(*value) : std::nullopt);
    weights.push_back(weight);
  }
  rating::Figure mean() const { return rating::compute_weighted_mean(values, weights).mean; }
};

GoalStatus compute_status(const ModelView& view, const Goal& goal, int depth);

GoalStatus roll_up(const ModelView& view, const Goal& goal, int depth) {
  GoalStatus status;
  status.is_rolled_up = true;
  status.forecast = status.chance = rating::undefined(rating::Undefined::TooFewPoints);  // it has no unit of its own
  status.forecast_interval = std::unexpected(rating::Undefined::TooFewPoints);
  if (depth > kDeepestTree) {
    status.attainment = status.forecast_attainment = rating::undefined(rating::Undefined::Cycle);
    return status;
  }
  WeightedParts today, at_due;
  for (const Goal* child : view.goals_under(goal.id)) {
    if (child->state == GoalState::dropped) continue;
    const auto below = compute_status(view, *child, depth + 1);
    if (below.is_rolled_up && !below.attainment && below.attainment.error() == rating::Undefined::Cycle) {
      status.attainment = status.forecast_attainment = below.attainment;
      return status;
    }
    today.add(below.attainment, roll_up_weight(*child));
    at_due.add(counted_at_due(below), roll_up_weight(*child));
  }
  status.attainment = today.mean();
  status.forecast_attainment = at_due.mean();
  status.outlook = outlook_of_share(status.attainment, status.forecast_attainment);
  return status;
}

GoalStatus compute_status(const ModelView& view, const Goal& goal, int depth) {
  if (!has_own_measure(goal)) return roll_up(view, goal, depth);
  GoalStatus status;
  const auto facts = goal_facts(view, goal);
  status.actual = facts.actual;
  status.attainment = rating::compute_attainment(facts);
  status.milestones = static_cast<int>(goal.milestones.size());
  status.milestones_done = static_cast<int>(std::ranges::count_if(goal.milestones, &Milestone::is_done));
  add_forecast(view, goal, facts, status);
  return status;
}

}  // namespace

bool has_own_measure(const Goal& goal) {
  switch (goal.kind) {
    case GoalKind::range: return goal.range_low && goal.range_high;
    case GoalKind::milestones: return !goal.milestones.empty();
    case GoalKind::yes_no: return true;
    default: return goal.target.has_value();
  }
}

rating::GoalFacts goal_facts(const ModelView& view, const Goal& goal) {
  rating::GoalFacts facts = goal_measures(view, goal);
  facts.id = to_text(goal.id);
  return facts;
}

rating::GoalFacts goal_measures(const ModelView& view, const Goal& goal) {
  rating::GoalFacts facts;
  facts.measure = measure_of(goal.kind);
  facts.baseline = goal.baseline;
  facts.target = goal.target;
  facts.actual = last_value(view, goal);
  facts.low = goal.range_low;
  facts.high = goal.range_high;
  facts.tolerance = goal.tolerance.value_or(0);
  facts.direction = goal.direction == GoalDirection::higher ? rating::Direction::Higher : rating::Direction::Lower;
  for (const Milestone& milestone : goal.milestones) facts.milestones.push_back({milestone.weight, milestone.is_done});
  facts.reached = goal.is_reached;
  facts.weight = std::max(0.0, goal.weight_percent);
  facts.cap = view.rules(goal.cycle).goal_cap;
  return facts;
}

GoalOutlook outlook_of_share(const rating::Figure& today, const rating::Figure& at_due) {
  if (today && *today >= 1) return GoalOutlook::Done;
  if (!at_due) return GoalOutlook::NotEnough;
  if (*at_due >= rating::kOnTrackAttainment) return GoalOutlook::OnTrack;
  return *at_due >= rating::kAtRiskAttainment ? GoalOutlook::AtRisk : GoalOutlook::OffTrack;
}

GoalStatus compute_goal_status(const ModelView& view, const Goal& goal) { return compute_status(view, goal, 0); }

bool is_goal_of(const ModelView& view, const Goal& goal, Id<ReviewCycle> cycle) {
  if (goal.cycle) return goal.cycle == cycle;
  const ReviewCycle* during = view.find(cycle);
  if (!during) return false;
  const bool begins_later = goal.start_day && during->end_day && *during->end_day < *goal.start_day;
  const bool ended_before = goal.due_day && during->start_day && *goal.due_day < *during->start_day;
  return !begins_later && !ended_before;
}

bool is_rated_goal(const ModelView& view, const Goal& goal, Id<ReviewCycle> cycle) {
  return goal.level == GoalLevel::person && (!cycle || is_goal_of(view, goal, cycle)) && (goal.state == GoalState::agreed || goal.state == GoalState::done);
}

std::vector<const Goal*> rated_goals(const ModelView& view, Id<Person> person, Id<ReviewCycle> cycle) {
  std::vector<const Goal*> goals;
  for (const Goal* goal : view.goals_of(person))
    if (is_rated_goal(view, *goal, cycle)) goals.push_back(goal);
  return goals;
}

bool needs_attention(GoalOutlook outlook) {
  return outlook == GoalOutlook::AtRisk || outlook == GoalOutlook::OffTrack || outlook == GoalOutlook::Missed;
}

}  // namespace fullcircle
