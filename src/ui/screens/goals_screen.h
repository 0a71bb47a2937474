// Goals: tree, list, by person; the detail panel; adding and editing.
//
// The route's record is the goal whose detail is open, its tab the arrangement: none for the tree, "list", "by-person".
// The tab "new" opens the editor for a new goal.
#pragma once

#include "app/memo.h"
#include "app/queries/goal_tree.h"
#include "ui/screens/goal_detail.h"
#include "ui/screens/goal_editor.h"
#include "ui/screens/screen.h"
#include "ui/screens/screen_parts.h"
#include "ui/widgets/table.h"

namespace fullcircle {

struct GoalsState {
  std::optional<Id<ReviewCycle>> cycle;  ///< absent until chosen: the current one; none: all
  GoalFilter filter;                     ///< its cycle is filled in from above
  bool is_filter_open = false;
  std::unordered_set<RecordId> folded;
  Id<Workspace> folded_for;  ///< whose tree was folded to begin with
  GoalOrder order = GoalOrder::due;      ///< of the list
  ui::TableState table;
  RecordId revealed;                     ///< the open goal whose row was brought into view

  GoalStatuses statuses;
  Memo<std::vector<GoalRow>, GoalQuestion> rows;
  Memo<PersonChoices> people;
  GoalDetailState detail;
  GoalEditorState editor;
};

/// In: `area` is the sheet beside the sidebar, or the window above the tab bar on phones.
Intents draw_goals(ScreenContext& screen, Rect area, GoalsState& state);

}  // namespace fullcircle
