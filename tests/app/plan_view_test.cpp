#include "app/queries/plan_view.h"

#include <doctest/doctest.h>

#include "app/commands/plan_commands.h"
#include "app/support/sample_team.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

DevelopmentAction action_due(std::optional<Day> due, ActionState state) {
  DevelopmentAction action;
  action.due_day = due;
  action.state = state;
  return action;
}

}  // namespace

TEST_CASE("an open action is late the day after it was due") {
  CHECK(compute_shown_state(action_due(kToday, ActionState::doing), kToday) == ShownState::doing);
  CHECK(compute_shown_state(action_due(kToday - 1, ActionState::doing), kToday) == ShownState::late);
  CHECK(compute_shown_state(action_due(kToday - 1, ActionState::planned), kToday) == ShownState::late);
  CHECK(compute_shown_state(action_due(std::nullopt, ActionState::planned), kToday) == ShownState::planned);
}

TEST_CASE("what is done or dropped is never late") {
  CHECK(compute_shown_state(action_due(kToday - 9, ActionState::done), kToday) == ShownState::done);
  CHECK(compute_shown_state(action_due(kToday - 9, ActionState::dropped), kToday) == ShownState::dropped);
}

TEST_CASE("shares add up to one hundred") {
  CHECK(shares_of_hundred({4, 2, 1}) == std::array{57, 29, 14});
  CHECK(shares_of_hundred({1, 1, 1}) == std::array{34, 33, 33});
  CHECK(shares_of_hundred({0, 0, 5}) == std::array{0, 0, 100});
  CHECK(shares_of_hundred({0, 0, 0}) == std::array{0, 0, 0});
  const auto terms = share_terms({4, 2, 1});
  CHECK(terms[0].exact == doctest::Approx(400.0 / 7));
  CHECK(terms[1].share == 29);
  CHECK(terms[2].count == 1);
  CHECK(share_terms({0, 0, 0})[0].exact == 0);
}

TEST_CASE("the plan of the story has three of seven actions done under three focus areas") {
  const Document document = sample_team();
  const ModelView view = view_of(document);
  const auto* plan = current_plan(view, person_called(view, "Mara"));
  REQUIRE(plan);
  const PlanView shown = compute_plan_view(view, *plan);
  CHECK(shown.focus.size() == 3);
  CHECK(shown.done == 3);
  CHECK(shown.total == 7);
  CHECK(shown.late == 1);
  CHECK(shown.kinds == std::array{4, 2, 1});
}

TEST_CASE("checking an action off notes the day, and unchecking takes it back") {
  Document document = sample_team();
  StampClock clock{0xA1, [] { return kNow; }};
  ModelView view = view_of(document);
  const auto* plan = current_plan(view, person_called(view, "Mara"));
  const Id<DevelopmentAction> id = compute_plan_view(view, *plan).focus.back().actions.front()->id;
  apply(document, clock, check_plan_action(view, *view.find(id), true));
  CHECK(view.find(id)->done_day == kToday);
  apply(document, clock, check_plan_action(view, *view.find(id), false));
  CHECK_FALSE(view.find(id)->done_day);
  CHECK(view.find(id)->state == ActionState::doing);
}

TEST_CASE("actions go with a focus that takes another title") {
  Document document = sample_team();
  StampClock clock{0xA1, [] { return kNow; }};
  ModelView view = view_of(document);
  const auto plan = current_plan(view, person_called(view, "Mara"))->id;
  const auto before = compute_plan_view(view, *view.find(plan)).focus[2].actions.size();
  REQUIRE(before > 0);
  FocusArea renamed = view.find(plan)->focus[2];
  renamed.title = "Winter";
  apply(document, clock, save_focus(view, *view.find(plan), 2, renamed));
  const PlanView after = compute_plan_view(view, *view.find(plan));
  CHECK(after.focus[2].title == "Winter");
  CHECK(after.focus[2].actions.size() == before);
}

TEST_CASE("a removed focus leaves its actions in the plan") {
  Document document = sample_team();
  StampClock clock{0xA1, [] { return kNow; }};
  ModelView view = view_of(document);
  const auto plan = current_plan(view, person_called(view, "Mara"))->id;
  apply(document, clock, remove_focus(view, *view.find(plan), 0));
  const PlanView after = compute_plan_view(view, *view.find(plan));
  CHECK(after.total == 7);
  CHECK(after.focus.back().area == nullptr);
}

TEST_CASE("a focus is suggested only from a result the person has") {
  const Document document = sample_team();
  const ModelView view = view_of(document);
  const Id<Person> mara = person_called(view, "Mara");
  const auto* review = view.review(mara, view.current_cycle()->id);
  REQUIRE(review);
  REQUIRE_FALSE(review->released);
  CHECK(suggest_focus(view, mara, review->cycle).empty());
}
