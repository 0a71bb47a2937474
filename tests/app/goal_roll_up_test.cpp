// Goals that only sum up others: what their forecast is made of.
#include "app/queries/goal_roll_up.h"

#include <doctest/doctest.h>

#include "app/sample/sample_workspace.h"
#include "store/undo.h"

using namespace fullcircle;

namespace {

struct Team {
  Document document = build_sample_workspace({});
  ModelView view{document};
  StampClock clock{7, [this] { return view.now; }};

  Team() {
    view.me = view.workspace()->lead;
    view.today = {20'776};
    view.now = {1'795'100'000'000};
  }
  /// The first goal that sums up others. Records move when the document changes, so it is known by its id.
  Id<Goal> rolled_up() const {
    for (const Goal& goal : view.table<Goal>().alive())
      if (!has_own_measure(goal) && !view.goals_under(goal.id).empty()) return goal.id;
    return {};
  }
  std::vector<GoalBelow> below(Id<Goal> goal) const { return goals_below(view, *view.find(goal)); }
  void change(Id<Goal> id, auto&& how) {
    Goal after = *view.find(id);
    how(after);
    Edit edit("test");
    edit.update(*view.find(id), after);
    fullcircle::apply(document, clock, edit);
  }
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
  fullcircle::apply(team.document, team.clock, edit);
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
