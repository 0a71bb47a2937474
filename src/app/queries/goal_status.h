// How a goal stands: its attainment today, where it will be at its due date, and whether that is enough.
#pragma once

#include <vector>

#include "app/model_view.h"
#include "rating/goal_forecast.h"

namespace fullcircle {

struct GoalStatus {
  bool is_rolled_up = false;            ///< no measure of its own: attainment and forecast come from the goals below
  std::optional<double> actual;         ///< last measured value, in the goal's unit
  int milestones_done = 0, milestones = 0;
  rating::Figure attainment;            ///< 0..cap today
  rating::Figure forecast;              ///< value at the due day, in the goal's unit
  rating::FigureInterval forecast_interval;
  rating::Figure chance;                ///< of reaching the target by then
  rating::Figure forecast_attainment;   ///< 0..cap at the due day; drawn as the tick on the bar
  rating::GoalOutlook outlook = rating::GoalOutlook::NotEnough;
};

/// Whether the goal is measured itself, or only through the goals that support it.
bool has_own_measure(const Goal& goal);

/// The goal as the rating functions take it, with its last value up to `view.today`.
rating::GoalFacts goal_facts(const ModelView& view, const Goal& goal);
/// The same without its id, which only an explanation needs.
rating::GoalFacts goal_measures(const ModelView& view, const Goal& goal);

/// A goal without a measure of its own takes the weighted mean of the goals under it; a goal that is its own ancestor is Undefined::Cycle.
GoalStatus compute_goal_status(const ModelView& view, const Goal& goal);

/// Of several goals together, from their attainment today and at their due days.
rating::GoalOutlook outlook_of_share(const rating::Figure& today, const rating::Figure& at_due);

/// Whether the goal belongs to the cycle: made for it, or for no cycle in particular and running while it runs.
bool is_goal_of(const ModelView& view, const Goal& goal, Id<ReviewCycle> cycle);

/// Whether a goal of the person counts for the rating in a cycle (all cycles for none): their own, of that cycle, agreed or done.
bool is_rated_goal(const ModelView& view, const Goal& goal, Id<ReviewCycle> cycle);
std::vector<const Goal*> rated_goals(const ModelView& view, Id<Person> person, Id<ReviewCycle> cycle);

/// True for outlooks a lead should look at: at risk, off track, missed.
bool needs_attention(rating::GoalOutlook outlook);

}  // namespace fullcircle
