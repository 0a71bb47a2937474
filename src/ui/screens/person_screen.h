// One person: overview, goals, feedback, result, plan, conversations, history.
#pragma once

#include "app/memo.h"
#include "app/queries/cycle_progress.h"
#include "app/queries/followed_trend.h"
#include "app/queries/person_goals.h"
#include "app/queries/person_timeline.h"
#include "ui/screens/check_in_dialog.h"
#include "ui/screens/feedback_dialog.h"
#include "ui/screens/person_dialog.h"
#include "ui/screens/result_screen.h"

namespace fullcircle {

/// Everything the page shows of one person, computed when something changed.
struct PersonView {
  Strengths strengths;
  std::vector<std::pair<const Goal*, GoalStatus>> goals;
  PersonGoalTerms goal_terms;          ///< what they come to together
  std::vector<const Feedback*> feedback;
  std::vector<TimelineEvent> events;
  std::vector<const CheckIn*> wellbeing;
  std::vector<TrendPoint> trend;
  std::optional<PersonStage> stage;
  const DevelopmentPlan* plan = nullptr;
};

struct PersonState {
  Memo<PersonView, Id<Person>> view;
  Memo<PersonChoices> order;
  PersonDialogState dialog;
  CheckInDialogState check_in;
  FeedbackDialogState feedback;
  std::string criterion;               ///< that is followed; empty: the whole result
  Memo<FollowedTrend, std::pair<RecordId, std::string>> followed;
  std::optional<std::size_t> change;   ///< the one whose terms are shown
  struct {
    Id<Review> review;
    int places = 1;                    ///< decimals of what was clicked
  } explained;                         ///< the rating whose terms are shown
  ResultState terms;
  bool explains_goals = false, explains_wellbeing = false;
};

/// In: `area` is the sheet beside the sidebar, or the window above the tab bar on phones.
Intents draw_person(ScreenContext& screen, Rect area, PersonState& state);

}  // namespace fullcircle
