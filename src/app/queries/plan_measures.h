// What the reviews around the actions of a plan measured: the rating of their competency before and after.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/queries/person_change.h"

namespace fullcircle {

struct PlanView;

/// Why an action that is done has no rating before and after it.
enum class MeasureGap : std::uint8_t { none, no_competency, no_day, no_before, no_after };
FULLCIRCLE_ENUM_NAMES(MeasureGap, "measure_gap", "none", "no_competency", "no_day", "no_before", "no_after");

/// Actions of one focus area that were done between the same two reviews: one change, whatever number of them there are.
struct ActionMeasure {
  std::size_t focus = 0;  ///< place in PlanView::focus
  std::string title;      ///< of the competency; empty without one
  std::vector<const DevelopmentAction*> actions;
  MeasureGap gap = MeasureGap::none;
  std::optional<PersonChange> change;  ///< without a gap

  bool is_released() const { return change && change->before.is_released && change->after.is_released; }
};

/// For every action of the plan that is done. Before is the last result measured up to the day it was done, after the first one
/// measured later; both as whoever looks may see them.
std::vector<ActionMeasure> compute_action_measures(const ModelView& view, const PlanView& plan);

/// Where a focus area began and is now: measured where its actions were, else as somebody entered it.
struct FocusScores {
  std::optional<double> start, now;
  const ActionMeasure* measure = nullptr;  ///< nullptr: entered by hand
};
enum class MeasuresUsed : std::uint8_t { all, released };
/// The latest measure of the area. In: `released`: for what leaves the screen, where a plan must not tell what the result does not tell yet.
FocusScores focus_scores(const PlanView& plan, std::size_t focus, MeasuresUsed used = MeasuresUsed::all);

}  // namespace fullcircle
