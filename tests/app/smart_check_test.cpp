#include "app/queries/smart_check.h"

#include <doctest/doctest.h>

#include "store/edit.h"

using namespace fullcircle;

namespace {

struct Case {
  Document document;
  StampClock clock{1, [] { return Instant{1}; }};
  ModelView view{document};

  std::optional<SmartGap> gap(const Goal& goal, SmartPart part) const { return check_smart(view, goal)[static_cast<std::size_t>(part)].gap; }
};

Goal whole_goal() {
  Goal goal;
  goal.id = Id<Goal>(RecordId{1, 1});
  goal.title = "Answer 90% of tickets within 4 hours";
  goal.scope_note = "First reply, business hours";
  goal.source_note = "Weekly count from the help desk";
  goal.baseline = 46;
  goal.target = 90;
  goal.feasibility_note = "One more late shift";
  goal.relevance_note = "Customers stay when they get an answer";
  goal.start_day = to_day({2026, 9, 14});
  goal.due_day = to_day({2026, 12, 18});
  return goal;
}

}  // namespace

TEST_CASE("a goal that says everything meets all five") {
  const Case at;
  CHECK(count_met(check_smart(at.view, whole_goal())) == 5);
}

TEST_CASE("an empty goal meets none, and each part says what to write first") {
  const Case at;
  const auto findings = check_smart(at.view, Goal{});
  CHECK(count_met(findings) == 0);
  CHECK(findings[0].gap == SmartGap::title);
  CHECK(findings[1].gap == SmartGap::figure);
  CHECK(findings[2].gap == SmartGap::needs);
  CHECK(findings[3].gap == SmartGap::link);
  CHECK(findings[4].gap == SmartGap::due);
}

TEST_CASE("specific asks for a title that says something, then for its limits") {
  const Case at;
  Goal goal = whole_goal();
  goal.title = " Tickets ";
  CHECK(at.gap(goal, SmartPart::specific) == SmartGap::title);
  goal.title = "四小时内答复客户";
  CHECK(!at.gap(goal, SmartPart::specific));
  goal.scope_note = "  \n";
  CHECK(at.gap(goal, SmartPart::specific) == SmartGap::scope);
}

TEST_CASE("measurable asks for the figures of the goal's own kind") {
  const Case at;
  Goal goal = whole_goal();
  goal.baseline.reset();
  CHECK(at.gap(goal, SmartPart::measurable) == SmartGap::baseline);
  goal.kind = GoalKind::higher_no_baseline;
  CHECK(!at.gap(goal, SmartPart::measurable));
  goal.kind = GoalKind::higher;
  goal.baseline = 90;
  CHECK(at.gap(goal, SmartPart::measurable) == SmartGap::no_change);
  goal.kind = GoalKind::range;
  CHECK(at.gap(goal, SmartPart::measurable) == SmartGap::figure);
  goal.range_low = 5;
  goal.range_high = 3;
  CHECK(at.gap(goal, SmartPart::measurable) == SmartGap::range);
  goal.range_high = 8;
  CHECK(!at.gap(goal, SmartPart::measurable));
  goal.source_note.clear();
  CHECK(at.gap(goal, SmartPart::measurable) == SmartGap::source);
  goal.kind = GoalKind::milestones;
  CHECK(at.gap(goal, SmartPart::measurable) == SmartGap::figure);
  goal.milestones.push_back({.title = "Signed"});
  CHECK(!at.gap(goal, SmartPart::measurable));
}

TEST_CASE("relevant is a link to a goal that exists, a reason, or a goal of the whole organisation") {
  Case at;
  Goal goal = whole_goal();
  goal.relevance_note.clear();
  goal.parent = Id<Goal>(RecordId{2, 2});
  CHECK(at.gap(goal, SmartPart::relevant) == SmartGap::link);
  Goal parent;
  parent.id = goal.parent;
  Edit edit;
  edit.create(parent);
  apply(at.document, at.clock, edit);
  CHECK(!at.gap(goal, SmartPart::relevant));
  goal.parent = {};
  goal.level = GoalLevel::organisation;
  CHECK(!at.gap(goal, SmartPart::relevant));
}

TEST_CASE("time-bound wants the due day after the start") {
  const Case at;
  Goal goal = whole_goal();
  goal.due_day = goal.start_day;
  CHECK(at.gap(goal, SmartPart::time_bound) == SmartGap::due_order);
  goal.start_day.reset();
  CHECK(!at.gap(goal, SmartPart::time_bound));
}
