// Development plans: their focus areas with the actions under them, how far they are, and what is late.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "app/queries/plan_measures.h"

namespace fullcircle {

/// The state as it is shown: an open action whose day has passed is late.
enum class ShownState : std::uint8_t { planned, doing, late, done, dropped };
ShownState compute_shown_state(const DevelopmentAction& action, Day today);

/// The plan a person works on now: the one agreed last, a draft being newer than any; nullptr without one.
const DevelopmentPlan* current_plan(const ModelView& view, Id<Person> person);

/// The name of the competency, or the area's own title.
std::string focus_title(const ModelView& view, const FocusArea& area);
/// Whether the action works on this area.
bool belongs_to(const DevelopmentAction& action, const FocusArea& area);

struct PlanFocus {
  const FocusArea* area = nullptr;  ///< nullptr: actions that belong to none
  std::string title;
  std::vector<const DevelopmentAction*> actions;  ///< by due day
};

/// Parts of a hundred that add up to one hundred, the largest remainders rounded up (Hamilton's method). All zero without any.
/// Example: {4, 2, 1} -> {57, 29, 14}
std::array<int, 3> shares_of_hundred(const std::array<int, 3>& counts);

/// How one of them was made.
struct ShareTerm {
  int count = 0;
  double exact = 0;        ///< of a hundred
  int share = 0;           ///< rounded down, or up where the remainder was among the largest
};
std::array<ShareTerm, 3> share_terms(const std::array<int, 3>& counts);

struct PlanView {
  const DevelopmentPlan* plan = nullptr;
  std::vector<PlanFocus> focus;   ///< in the plan's order, then what belongs to none
  int done = 0, total = 0, late = 0;  ///< dropped actions count nowhere
  int dropped = 0;
  std::array<int, 3> kinds{};     ///< actions on the job, with others, as a course
  std::vector<ActionMeasure> measures;  ///< empty in lists of plans, see plan_measures.h
};
PlanView compute_plan_view(const ModelView& view, const DevelopmentPlan& plan);

struct PlanRow {
  const Person* person = nullptr;
  const DevelopmentPlan* plan = nullptr;
  std::vector<std::string> focus;
  int done = 0, total = 0, late = 0;
};
/// The current plan of each person: those with late actions first, then by the next look.
std::vector<PlanRow> compute_plan_rows(const ModelView& view);
/// Members without a plan.
std::vector<Id<Person>> people_without_plan(const ModelView& view);

/// Areas in which the released result of a review is lowest, as a plan could start with them.
std::vector<FocusArea> suggest_focus(const ModelView& view, Id<Person> person, Id<ReviewCycle> cycle, std::size_t most = 2);

}  // namespace fullcircle
