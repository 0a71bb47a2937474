// A person's development plan: focus areas with their gaps, actions, mix, change.
#pragma once

#include <array>
#include <optional>

#include "app/memo.h"
#include "app/queries/plan_view.h"
#include "ui/screens/draft_text.h"
#include "ui/screens/screen_parts.h"

namespace fullcircle {

struct PlanActionForm {
  DevelopmentAction action;
  int focus = -1;  ///< place of its focus area in the plan
  bool is_new = false, was_tried = false;
};

struct FocusForm {
  std::optional<std::size_t> place;  ///< none: a new one
  FocusArea area;
  bool was_tried = false;
};

/// What of the figures beside the plan is explained: the mix of its actions, or one of its changes by its place among them.
struct PlanExplained {
  bool mix = false;
  std::optional<std::size_t> change;
};

struct PlanState {
  Id<DevelopmentPlan> plan;             ///< whose drafts these are
  std::array<DraftText, 3> texts;       ///< strengths, ambitions, wellbeing
  std::optional<PlanActionForm> action_form;
  std::optional<FocusForm> focus_form;
  std::optional<DevelopmentPlan> details_form;
  PlanExplained explained;
  Memo<PlanView, Id<DevelopmentPlan>> view;
  Memo<PersonChoices> people;
};

/// In: `area` is the sheet beside the sidebar, or the window above the tab bar on phones. The route names a plan or a person.
Intents draw_plan(ScreenContext& screen, Rect area, PlanState& state);

}  // namespace fullcircle
