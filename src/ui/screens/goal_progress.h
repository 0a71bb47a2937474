// The course of a goal: now, target and forecast, the chart with its band, and entering a new value.
#pragma once

#include "app/queries/goal_words.h"
#include "ui/screens/goal_detail.h"

namespace fullcircle {

/// The three figures.
void draw_goal_figures(ScreenContext& screen, Rect& area, const Goal& goal, const GoalStatus& status);
/// Chart, and in words how sure the forecast is and what pace the target needs. Nothing where nothing is measured in numbers.
void draw_goal_chart(ScreenContext& screen, Rect& area, const Goal& goal, const GoalStatus& status, GoalDetailState& state);
/// Milestones to tick, or whether a yes-or-no goal is reached; nothing for other kinds.
Intents draw_goal_marks(ScreenContext& screen, Rect& area, const Goal& goal);
/// The form for a value and a note; call it only while it is open.
Intents draw_progress_form(ScreenContext& screen, Rect& area, const Goal& goal, ProgressDraft& draft);

}  // namespace fullcircle
