// Goals that only sum up others: what their forecast is made of.
#include "app/queries/goal_roll_up.h"

#include <doctest/doctest.h>

#include "app/support/sample_team.h"

using namespace fullcircle;

namespace {

struct Team : test::LeadsTeam {
  /// The first goal that sums up others. Records move when the document changes, so it is known by its id.
  Id<Goal> rolled_up() const {
    for (const Goal& goal : view.table<Goal>().alive())
      if (!has_own_measure(goal) && !view.goals_under(goal.id).empty()) return goal.id;
    return {};
  }
  std::vector<GoalBelow> below(Id<Goal> goal) const { return goals_below(view, *view.find(goal)); }
};

}  // namespace

TEST_CASE("the forecast of a goal that sums up others is the weighted mean of what is listed below it") {
  const Team team;
  int checked = 0;
  for (const Goal& goal : team.view.table<Goal>().alive()) {
    const GoalStatus status = compute_goal_status(team.view, goal);
    const auto below = goals_below(team.view, goal);
    if (!status.is_rolled_up || below.empty()) continue;
    double mean = 0, shares = 0;
    for (const GoalBelow& each : below) {
      if (!each.counted) continue;
      mean += each.share * *each.counted;
      shares += each.share;
    }
    REQUIRE(status.forecast_attainment);
    CHECK(shares == doctest::Approx(1));
    CHECK(mean == doctest::Approx(*status.forecast_attainment).epsilon(1e-12));
    ++checked;
  }
  CHECK(checked >= 2);
}

TEST_CASE("a goal below without a forecast counts with what it has today, a dropped one is not listed") {
  Team team;
  const Id<Goal> goal = team.rolled_up();
  const auto before = team.below(goal).size();
  REQUIRE(before >= 2);
  const Id<Goal> first = team.below(goal)[0].goal->id;
  team.change(first, [](Goal& after) {
    after.kind = GoalKind::yes_no;
    after.is_reached = true;
    after.due_day.reset();
  });
  const GoalBelow kept = team.below(goal)[0];
  CHECK_FALSE(kept.forecast);
  CHECK(kept.attainment == 1.0);
  CHECK(kept.counted == kept.attainment);
  team.change(first, [](Goal& after) { after.state = GoalState::dropped; });
  CHECK(team.below(goal).size() == before - 1);
}

TEST_CASE("a goal below without any value is listed and left out, its weight goes to the rest") {
  Team team;
  const Id<Goal> goal = team.rolled_up();
  Goal empty = *team.below(goal)[0].goal;
  empty.id = Id<Goal>(RecordId{1, 2});
  empty.kind = GoalKind::higher;
  empty.baseline = 0;
  empty.target = 10;
  Edit edit("test");
  edit.create(empty);
  team.apply(edit);
  double shares = 0;
  bool found = false;
  for (const GoalBelow& each : team.below(goal)) {
    shares += each.share;
    if (each.goal->id != empty.id) continue;
    found = true;
    CHECK_FALSE(each.counted);
    CHECK(each.share == 0);
  }
  CHECK(found);
  CHECK(shares == doctest::Approx(1));
}

TEST_CASE("the list of all goals below follows the tree, and says how many it leaves out") {
  Team team;
  Goal above;
  above.id = Id<Goal>(RecordId{1, 2});
  above.title = "Above all";
  Edit edit("test");
  edit.create(above);
  team.apply(edit);
  team.change(team.rolled_up(), [&](Goal& after) { after.parent = above.id; });
  const Id<Goal> top = above.id;
  const auto whole = list_goals_below(team.view, *team.view.find(top), 1000);
  CHECK(whole.unlisted == 0);
  std::size_t direct = 0;
  for (std::size_t i = 0; i < whole.lines.size(); ++i) {
    const auto& [below, level] = whole.lines[i];
    if (level == 0) ++direct;
    for (std::size_t above = i; above-- > 0;)
      if (whole.lines[above].level == level - 1) {
        CHECK(below.goal->parent == whole.lines[above].goal.goal->id);
        break;
      }
  }
  CHECK(direct == team.below(top).size());
  REQUIRE(whole.lines.size() > direct);
  for (std::size_t most = 0; most <= whole.lines.size(); ++most) {
    const auto some = list_goals_below(team.view, *team.view.find(top), most);
    REQUIRE(some.lines.size() == most);
    CHECK(some.unlisted == whole.lines.size() - most);
    CHECK(some.unlisted_direct == direct - static_cast<std::size_t>(std::ranges::count(some.lines, 0, &GoalsBelow::Line::level)));
  }
}
