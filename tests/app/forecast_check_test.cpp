// G6: what follows from the forecast of a goal: the pace it needs, and since when it has been behind.
#include "app/queries/forecast_check.h"

#include <doctest/doctest.h>

#include "app/support/sample_team.h"

using namespace fullcircle;

namespace {

struct Team : test::LeadsTeam {
  /// A goal from 0 to 100 that began 50 days ago and is due in 50, with these values so many days ago.
  const Goal& add_goal(GoalKind kind, std::initializer_list<std::pair<int, double>> values) {
    Goal goal;
    goal.id = Id<Goal>(RecordId{1, 50});
    goal.title = "Accounts";
    goal.state = GoalState::agreed;
    goal.kind = kind;
    goal.baseline = 0;
    goal.target = 100;
    goal.start_day = Day{view.today.number - 50};
    goal.due_day = Day{view.today.number + 50};
    Edit edit("edit.test");
    edit.create(goal);
    std::uint64_t next = 0;
    for (const auto& [days_ago, value] : values) {
      ProgressPoint point;
      point.id = Id<ProgressPoint>(RecordId{++next, 51});
      point.goal = goal.id;
      point.day = Day{view.today.number - days_ago};
      point.value = value;
      edit.create(point);
    }
    apply(edit);
    return *view.find(goal.id);
  }
  std::optional<double> pace(const Goal& goal) const { return needed_weekly_pace(view, goal, compute_goal_status(view, goal)); }
};

}  // namespace

TEST_CASE("the needed pace, kept until the goal is due, ends at the target") {
  Team team;
  const Goal& goal = team.add_goal(GoalKind::higher, {{40, 10}, {20, 20}, {0, 30}});
  CHECK(*team.pace(goal) == doctest::Approx(9.8));  // 70 in 50 days
  int checked = 0;
  for (const Goal& each : team.view.table<Goal>().alive()) {
    const auto pace = team.pace(each);
    if (!pace) continue;
    const double days = *each.due_day - team.view.today;
    CHECK(*compute_goal_status(team.view, each).actual + *pace * days / kDaysPerWeek == doctest::Approx(*each.target));
    ++checked;
  }
  CHECK(checked >= 3);
}

TEST_CASE("no pace is asked of a goal that is reached, kept, over or done") {
  Team team;
  SUBCASE("reached") { CHECK_FALSE(team.pace(team.add_goal(GoalKind::higher, {{40, 10}, {20, 60}, {0, 100}}))); }
  SUBCASE("kept beyond what it must be") { CHECK_FALSE(team.pace(team.add_goal(GoalKind::maintain, {{40, 110}, {20, 112}, {0, 111}}))); }
  SUBCASE("to be kept, and lost") { CHECK(*team.pace(team.add_goal(GoalKind::maintain, {{40, 110}, {20, 100}, {0, 90}})) == doctest::Approx(1.4)); }
  SUBCASE("over") {
    const Id<Goal> goal = team.add_goal(GoalKind::higher, {{40, 10}, {20, 20}, {0, 30}}).id;
    team.change(goal, [&](Goal& after) { after.due_day = team.view.today; });
    CHECK_FALSE(team.pace(*team.view.find(goal)));
  }
  SUBCASE("said to be done") {
    const Id<Goal> goal = team.add_goal(GoalKind::higher, {{40, 10}, {20, 20}, {0, 30}}).id;
    team.change(goal, [](Goal& after) { after.state = GoalState::done; });
    CHECK_FALSE(team.pace(*team.view.find(goal)));
  }
}

TEST_CASE("the missed checkpoint is the first of the values that have been behind ever since") {
  Team team;
  const auto missed = [&](std::initializer_list<std::pair<int, double>> values) {
    return compute_forecast_check(team.view, team.add_goal(GoalKind::higher, values)).missed;
  };
  SUBCASE("ahead once, then behind") {
    const auto found = missed({{45, 2}, {40, 25}, {30, 15}, {10, 30}});
    REQUIRE(found);
    CHECK(found->day == Day{team.view.today.number - 30});
    CHECK(found->wanted == doctest::Approx(20));  // 20 of 100 days
    CHECK(found->seen == 15);
    CHECK(found->days_passed == 20);
    CHECK(found->days == 100);
  }
  SUBCASE("behind, and caught up") { CHECK_FALSE(missed({{40, 2}, {30, 15}, {10, 40}})); }
}

TEST_CASE("the checks of a forecast are made on the goal's own values, the earliest first") {
  Team team;
  const ForecastCheck check = compute_forecast_check(team.view, team.add_goal(GoalKind::higher, {{0, 30}, {40, 10}, {20, 20}}));
  REQUIRE(check.used.size() == 3);
  CHECK(check.used[0].y == 10);
  CHECK(check.used[2].y == 30);
  CHECK(*check.line.slope * kDaysPerWeek == doctest::Approx(3.5));
  CHECK(check.due_day == team.view.today.number + 50);
  CHECK(check.team_goals > 0);
}
