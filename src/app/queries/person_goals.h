// How far a person has come with their goals: the same figure as the goals' part of their rating, and what it is made of.
#pragma once

#include <optional>
#include <vector>

#include "app/queries/goal_status.h"

namespace fullcircle {

/// Weighted attainment and forecast over a person's own agreed or finished goals of one cycle (all cycles for none).
struct PersonGoals {
  rating::Figure attainment;           ///< what the rating takes: NoData where no goal has both a value and a weight
  rating::Figure forecast_attainment;  ///< at the due days of the same goals, with the same weights
  rating::GoalOutlook outlook = rating::GoalOutlook::NotEnough;
  int count = 0;                       ///< agreed or finished ones, counted or not
};
PersonGoals compute_person_goals(const ModelView& view, Id<Person> person, Id<ReviewCycle> cycle);

/// The goals of the rating as it measures them, in `measures`, which is emptied first and keeps its room.
///
/// One that only sums up the goals below it has no value here: the rating takes what a person reached themselves.
void list_rated_measures(const ModelView& view, Id<Person> person, Id<ReviewCycle> cycle, std::vector<rating::GoalFacts>& measures);

enum class GoalLeftOut : std::uint8_t {
  not_agreed,   ///< draft or proposed
  dropped,
  only_sums,    ///< not measured itself
  no_value,     ///< nothing measured yet, or nothing that can be divided by
  no_weight,
};

/// One of a person's goals in the sum, or why it is not in it.
struct CountedGoal {
  const Goal* goal = nullptr;
  double weight = 0;
  double share = 0;                  ///< 0..1 of the attainment; 0 where left out
  rating::Figure attainment;         ///< today
  rating::Figure at_due;             ///< the forecast; without one what it has today
  bool has_forecast = false;
  std::optional<GoalLeftOut> left_out;
};

struct PersonGoalTerms {
  std::vector<CountedGoal> goals;    ///< every goal of the person that belongs to the cycle, in the order of the file
  PersonGoals total;
  rating::Figure covered;            ///< share of the weights of the agreed and finished ones that has a value
};
PersonGoalTerms explain_person_goals(const ModelView& view, Id<Person> person, Id<ReviewCycle> cycle);

}  // namespace fullcircle
