// What the reviews around the actions of a plan measured.
#include "app/queries/plan_measures.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/queries/plan_view.h"
#include "app/reports/plan_report.h"
#include "app/support/sample_team.h"
#include "app/support/shipped_languages.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

PlanView plan_of(const ModelView& view, std::string_view person) {
  PlanView plan = compute_plan_view(view, *current_plan(view, person_called(view, person)));
  plan.measures = compute_action_measures(view, plan);
  return plan;
}

const ActionMeasure* measure_of(const PlanView& plan, std::size_t focus) {
  const auto found = std::ranges::find(plan.measures, focus, &ActionMeasure::focus);
  return found == plan.measures.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("D13: an action that is done lies between the last result measured before it and the first one after") {
  const LeadsTeam team;
  const PlanView plan = plan_of(team.view, "Mara");
  const auto trend = compute_result_trend(team.view, plan.plan->person);
  int measured = 0;
  for (const ActionMeasure& measure : plan.measures) {
    CAPTURE(to_name(measure.gap));
    CHECK(measure.change.has_value() == (measure.gap == MeasureGap::none));
    if (!measure.change) continue;
    ++measured;
    const PersonChange& change = *measure.change;
    for (const DevelopmentAction* action : measure.actions) {
      CHECK(action->state == ActionState::done);
      CHECK(change.before.measured <= *action->done_day);
      CHECK(change.after.measured > *action->done_day);
      for (const TrendPoint& point : follow_criterion(trend, to_text(action->competency))) {
        if (point.others && point.measured <= *action->done_day) CHECK(point.measured <= change.before.measured);
        if (point.others && point.measured > *action->done_day) CHECK(point.measured >= change.after.measured);
        if (point.review == change.before.review) CHECK(point.others == change.before.others);
      }
    }
  }
  REQUIRE(measured == 2);  // two competencies; the plan for the winter names none
  const ActionMeasure* first = measure_of(plan, 0);
  REQUIRE(first);
  CHECK(first->actions.size() == 2);  // both were done between the same two reviews: one change
  CHECK(first->change->after.cycle == team.view.current_cycle()->name);
}

TEST_CASE("a focus area shows what was measured, and else what was entered") {
  const LeadsTeam team;
  const PlanView plan = plan_of(team.view, "Mara");
  const FocusScores measured = focus_scores(plan, 0), by_hand = focus_scores(plan, 2);
  REQUIRE(measured.measure);
  CHECK(*measured.now == *measured.measure->change->after.others);
  CHECK_FALSE(by_hand.measure);
  CHECK(by_hand.now == plan.focus[2].area->current_score);
  CHECK_FALSE(focus_scores(plan, 0, MeasuresUsed::released).measure);  // nobody has released the current result
}

TEST_CASE("the printed plan tells no result that is not released") {
  LeadsTeam team;
  const PlanView plan = plan_of(team.view, "Mara");
  const auto language = load_language("en");
  const Formats formats(*language, kToday);
  const std::string html = plan_report_html(team.view, plan, *language, formats);
  CHECK(html.find(team.view.current_cycle()->name) == std::string::npos);
  CHECK(html.find("entered by hand") != std::string::npos);
}

TEST_CASE("the person sees only what was released to them, and reads what is missing") {
  LeadsTeam team;
  team.view.me = person_called(team.view, "Mara");
  const PlanView plan = plan_of(team.view, "Mara");
  const ActionMeasure* measure = measure_of(plan, 0);
  REQUIRE(measure);
  CHECK(measure->gap == MeasureGap::no_after);
}

TEST_CASE("an action without competency, day or earlier result says so") {
  LeadsTeam team;
  const PlanView plan = plan_of(team.view, "Mara");
  const Id<DevelopmentAction> action = measure_of(plan, 0)->actions[0]->id;
  const auto gap_after = [&](auto&& how) {
    team.change(action, how);
    const PlanView changed = plan_of(team.view, "Mara");
    for (const ActionMeasure& measure : changed.measures)
      if (std::ranges::any_of(measure.actions, [&](const DevelopmentAction* one) { return one->id == action; })) return measure.gap;
    return MeasureGap::none;
  };
  const Id<Competency> competency = team.view.find(action)->competency;
  CHECK(gap_after([](DevelopmentAction& a) { a.done_day = kToday - 5000; }) == MeasureGap::no_before);
  CHECK(gap_after([](DevelopmentAction& a) { a.done_day = kToday + 400; }) == MeasureGap::no_after);
  CHECK(gap_after([](DevelopmentAction& a) { a.done_day.reset(), a.due_day.reset(); }) == MeasureGap::no_day);
  CHECK(gap_after([](DevelopmentAction& a) { a.competency = {}; }) == MeasureGap::no_competency);
  CHECK(gap_after([&](DevelopmentAction& a) { a.competency = competency, a.done_day = kToday - 17; }) == MeasureGap::none);
}
