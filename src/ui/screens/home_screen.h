// Home: what needs me today, how far the cycle is, what comes up.
#pragma once

#include "app/memo.h"
#include "app/queries/attention.h"
#include "app/queries/cycle_progress.h"
#include "app/queries/goal_status.h"
#include "app/queries/next_steps.h"
#include "ui/screens/check_in_dialog.h"
#include "ui/screens/screen.h"

namespace fullcircle {

/// Everything Home shows, computed when something changed and not for every frame.
struct HomeView {
  std::vector<CheckInDue> check_ins;
  std::vector<FeedbackDue> feedback;
  std::vector<std::pair<const Goal*, GoalStatus>> goals;
  std::optional<CycleProgress> cycle;
  std::vector<NextStep> next;
  std::size_t conflict_count = 0;
};

struct HomeState {
  Memo<HomeView> view;
  CheckInDialogState check_in;
  bool explains_cycle = false;
};

/// In: `area` is the sheet beside the sidebar, or the window above the tab bar on phones.
Intents draw_home(ScreenContext& screen, Rect area, HomeState& state);

}  // namespace fullcircle
