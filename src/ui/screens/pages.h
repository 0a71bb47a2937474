// The state of every screen, and which function draws which page.
#pragma once

#include "ui/screens/answer_screen.h"
#include "ui/screens/calibration_screen.h"
#include "ui/screens/conflicts_screen.h"
#include "ui/screens/conversation_screen.h"
#include "ui/screens/conversations_screen.h"
#include "ui/screens/cycle_screen.h"
#include "ui/screens/first_run_screen.h"
#include "ui/screens/goals_screen.h"
#include "ui/screens/guides_screen.h"
#include "ui/screens/home_screen.h"
#include "ui/screens/insights_screen.h"
#include "ui/screens/people_screen.h"
#include "ui/screens/person_screen.h"
#include "ui/screens/plan_screen.h"
#include "ui/screens/plans_screen.h"
#include "ui/screens/requests_screen.h"
#include "ui/screens/result_screen.h"
#include "ui/screens/results_screen.h"
#include "ui/screens/self_review_screen.h"
#include "ui/screens/settings_screen.h"

namespace fullcircle {

struct PageStates {
  FirstRunState first_run;
  HomeState home;
  PeopleState people;
  PersonState person;
  GoalsState goals;
  CycleSetupState cycle;
  RequestsState requests;
  AnswerState answer;
  SelfReviewState self_review;
  ResultsState results;
  ResultState result;
  CalibrationState calibration;
  ConversationsState conversations;
  ConversationState conversation;
  PlansState plans;
  PlanState plan;
  InsightsState insights;
  SettingsState settings;
  ConflictsState conflicts;
  GuidesState guides;
};

/// Pages that fill the window and have their own header: giving feedback, self-review, conversation.
bool is_focus_page(Page page);

Intents draw_page(ScreenContext& screen, Rect area, PageStates& states);

}  // namespace fullcircle
