// Everything about one goal: state, figures, chart with forecast, SMART check, agreement, log, and what can be done with it.
#pragma once

#include "app/memo.h"
#include "app/queries/forecast_check.h"
#include "app/queries/goal_chart.h"
#include "app/queries/goal_roll_up.h"
#include "app/queries/goal_tree.h"
#include "app/queries/smart_check.h"
#include "ui/screens/goal_editor.h"
#include "ui/screens/screen.h"

namespace fullcircle {

/// A value being entered.
struct ProgressDraft {
  bool is_open = false;
  bool was_tried = false;
  std::optional<double> value;
  std::optional<Day> day;
  std::string note;
};

struct GoalDetailState {
  Id<Goal> shown;              ///< what the rest is about; another goal starts afresh
  ProgressDraft draft;
  bool is_log_open = false;    ///< all entries instead of the latest
  bool asks_delete = false;
  Memo<GoalChart, RecordId> chart;
  Memo<ForecastCheck, RecordId> check;
  Memo<GoalsBelow, RecordId> below;
  bool explains_figures = false;
};

/// In: `area` is the panel, or the page below its header.
Intents draw_goal_detail(ScreenContext& screen, const Rect& area, const Goal& goal, GoalStatuses& statuses, GoalDetailState& state,
                         GoalEditorState& editor);

}  // namespace fullcircle
