// Beside a development plan: the mix of its actions, what has changed, who helps.
#pragma once

#include "ui/screens/plan_screen.h"

namespace fullcircle {

/// The colour of an ordered part: on the job, with others, as a course.
ui::Colour kind_colour(const ScreenContext& screen, ActionKind kind);

/// The dialog with the terms of the figure that was opened; call it in every frame.
void draw_plan_terms(ScreenContext& screen, const PlanView& shown, PlanState& state, Intents& intents);

/// Cut from the top of `area`.
void draw_plan_aside(ScreenContext& screen, Rect& area, const PlanView& shown, PlanState& state);

}  // namespace fullcircle
