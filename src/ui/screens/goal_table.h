// The rows of goals: a foldable tree, a sortable list, or the goals of each person; on phones one column.
#pragma once

#include "ui/screens/goals_screen.h"

namespace fullcircle {

/// In: `area` lies in a scroll area and is cut by the height of the table.
Intents draw_goal_table(ScreenContext& screen, Rect& area, GoalsState& state, GoalArrangement arrangement, const std::vector<GoalRow>& rows);

/// Where a row stands below the top of the table.
Rect goal_row_place(const ScreenContext& screen, const Rect& area, std::size_t index);

}  // namespace fullcircle
