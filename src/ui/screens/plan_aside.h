// Beside a development plan: the mix of its actions, what has changed, who helps.
#pragma once

#include "ui/screens/plan_screen.h"

namespace fullcircle {

/// The colour of an ordered part: on the job, with others, as a course.
ui::Colour kind_colour(const ScreenContext& screen, ActionKind kind);

/// The difference, and whether there are both values to tell it from.
struct PlanChange {
  std::size_t place = 0;  ///< in the plan's focus
  std::string_view title;
  double before = 0, after = 0;
  std::optional<double> target;
};
std::vector<PlanChange> changes_of(const PlanView& shown);
/// Names of the cycle the plan began after and of the one that runs now.
std::pair<std::string, std::string> change_heads(const ScreenContext& screen, const DevelopmentPlan& plan);
/// "70 · 20 · 10"
std::string mix_text(const ScreenContext& screen, const std::array<int, 3>& shares);
inline constexpr std::array<int, 3> kGuideMix = {70, 20, 10};  ///< M. Lombardo, R. Eichinger, The Career Architect Development Planner, 1996
inline constexpr int kPlanScorePlaces = 1;

/// The dialog with the terms of the figure that was opened; call it in every frame.
void draw_plan_terms(ScreenContext& screen, const PlanView& shown, PlanState& state, Intents& intents);

/// Cut from the top of `area`.
void draw_plan_aside(ScreenContext& screen, Rect& area, const PlanView& shown, PlanState& state);

}  // namespace fullcircle
