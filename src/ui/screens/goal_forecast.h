// How sure a goal's forecast is, what follows from it, and how its figures came about.
#pragma once

#include "ui/screens/goal_detail.h"

namespace fullcircle {

/// In words: the chance, the pace the target needs, since when it is behind, and how the forecast would have done before.
void draw_forecast_words(ScreenContext& screen, Rect& area, const Goal& goal, const GoalStatus& status, GoalDetailState& state);

/// The way to the terms of attainment and forecast; nothing for a goal without either.
void draw_goal_terms_link(ScreenContext& screen, Rect& area, const GoalStatus& status, GoalDetailState& state);

/// The dialog with the terms; does nothing while it is not open.
void draw_goal_terms(ScreenContext& screen, const Goal& goal, const GoalStatus& status, GoalDetailState& state, Intents& intents);

}  // namespace fullcircle
