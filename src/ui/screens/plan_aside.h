// Beside a development plan: the mix of its actions, what has changed, who helps.
#pragma once

#include "ui/screens/plan_screen.h"

namespace fullcircle {

/// The colour of an ordered part: on the job, with others, as a course.
ui::Colour kind_colour(const ScreenContext& screen, ActionKind kind);

/// What became of a focus area: measured in the reviews around its actions, or entered by hand.
struct PlanChange {
  std::string_view title;
  double before = 0, after = 0;
  std::optional<double> target;
  const ActionMeasure* measure = nullptr;  ///< nullptr: by hand
};
std::vector<PlanChange> changes_of(const PlanView& shown);
/// Names of the two reviews; of values entered by hand "At the start" and "Now".
std::pair<std::string, std::string> change_heads(const ScreenContext& screen, const PlanChange& change);
/// "70 · 20 · 10"
std::string mix_text(const ScreenContext& screen, const std::array<int, 3>& shares);
inline constexpr std::array<int, 3> kGuideMix = {70, 20, 10};  ///< M. Lombardo, R. Eichinger, The Career Architect Development Planner, 1996
inline constexpr int kPlanScorePlaces = 1;

/// The dialog with the terms of the figure that was opened; call it in every frame.
void draw_plan_terms(ScreenContext& screen, const PlanView& shown, PlanState& state, Intents& intents);

/// Cut from the top of `area`.
void draw_plan_aside(ScreenContext& screen, Rect& area, const PlanView& shown, PlanState& state);

}  // namespace fullcircle
