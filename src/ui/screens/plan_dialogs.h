// The forms of a development plan: an action, a focus area, the plan's own fields.
#pragma once

#include "ui/screens/plan_screen.h"

namespace fullcircle {

/// A new action in the focus at `focus` (-1: none).
PlanActionForm make_action_form(const ScreenContext& screen, const DevelopmentPlan& plan, int focus);
PlanActionForm make_action_form(const DevelopmentPlan& plan, const DevelopmentAction& action);

/// Draws whichever form is open. Out: the edit, once it is confirmed.
Intents draw_plan_dialogs(ScreenContext& screen, const DevelopmentPlan& plan, PlanState& state);

}  // namespace fullcircle
