// Writing a goal: its place, its measure, its plan, and the SMART check beside it while it is written.
#pragma once

#include "app/memo.h"
#include "app/templates.h"
#include "model/goal.h"
#include "ui/screens/screen.h"
#include "ui/screens/screen_parts.h"

namespace fullcircle {

/// The goals and lists that can be chosen; they point into the document and are made anew when it changes.
struct GoalEditorChoices {
  PersonChoices people;
  std::vector<Id<Unit>> unit_ids;
  std::vector<ui::Choice> units;
  std::vector<Id<ReviewCycle>> cycle_ids;
  std::vector<ui::Choice> cycles;
  std::vector<Id<Goal>> parent_ids;
  std::vector<ui::Choice> parents;
};

struct GoalEditorState {
  bool is_open = false;
  bool is_new = false;
  bool was_tried = false;
  bool asks_discard = false;
  Goal before, draft;          ///< `before` is the goal when the editor opened: only what differs is saved
  std::string written_title;   ///< what a template filled in, so that a title typed by hand is never replaced
  int kpi = -1;                ///< chosen template
  Templates templates;
  Memo<GoalEditorChoices, RecordId> choices;
};

/// Opens the editor for a goal of this cycle, owned by whoever uses the device.
void open_new_goal(const ScreenContext& screen, GoalEditorState& state, Id<ReviewCycle> cycle);
void open_goal(const ScreenContext& screen, GoalEditorState& state, const Goal& goal);

/// The dialog; nothing while it is closed.
Intents draw_goal_editor(ScreenContext& screen, GoalEditorState& state);

}  // namespace fullcircle
