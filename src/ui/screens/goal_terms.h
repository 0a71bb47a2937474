// What stands in the dialog of a goal's figures, by what it explains: the attainment, the goals below, the forecast.
#pragma once

#include "app/queries/goal_words.h"
#include "ui/screens/goal_detail.h"
#include "ui/screens/terms_dialog.h"

namespace fullcircle {

inline GoalWords goal_words(const ScreenContext& screen, const Goal& goal, const GoalStatus& status) { return {screen.language, screen.formats, screen.view, goal, status}; }

const ForecastCheck& check_of(const ScreenContext& screen, const Goal& goal, GoalDetailState& state);
const GoalsBelow& below_of(const ScreenContext& screen, const Goal& goal, GoalDetailState& state);

/// What the attainment is made of: the goals below with their weights, or the values of its own measure and how they are computed with.
ValueTable attainment_terms(const ScreenContext& screen, const Goal& goal, const GoalStatus& status, GoalDetailState& state);
/// The forecast of a goal that only sums up others: theirs, with how much each counts, down to those that are measured.
ValueTable roll_up_terms(const ScreenContext& screen, const Goal& goal, const GoalStatus& status, GoalDetailState& state);
/// Line, interval and chance, the way to the target, tests on the past, and the values used.
void add_forecast_terms(const ScreenContext& screen, TermsDialog& dialog, const Goal& goal, const GoalStatus& status, const ForecastCheck& check);

}  // namespace fullcircle
