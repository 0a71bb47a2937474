// The fields of a goal's form, in groups.
#pragma once

#include "ui/screens/goal_editor.h"

namespace fullcircle {

/// Template, title, level, owner, unit, what it supports.
void draw_goal_place(ScreenContext& screen, Rect& area, GoalEditorState& state, const GoalEditorChoices& choices);
/// What is measured, how, from where to where.
void draw_goal_measure(ScreenContext& screen, Rect& area, Goal& goal);
/// Weight, dates, review.
void draw_goal_plan(ScreenContext& screen, Rect& area, Goal& goal, const GoalEditorChoices& choices);
/// The words that make it SMART.
void draw_goal_notes(ScreenContext& screen, Rect& area, Goal& goal);

/// Title and {{target}} of the chosen template follow the target as long as nobody wrote another title.
void follow_template(const ScreenContext& screen, GoalEditorState& state);

}  // namespace fullcircle
