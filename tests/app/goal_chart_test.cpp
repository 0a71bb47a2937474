#include "app/queries/goal_chart.h"

#include <doctest/doctest.h>

#include "store/edit.h"

using namespace fullcircle;

TEST_CASE("round figures enclose the values in three to six lines") {
  CHECK(round_ticks(64, 93) == std::vector<double>{60, 70, 80, 90, 100});
  CHECK(round_ticks(0, 8) == std::vector<double>{0, 2, 4, 6, 8});
  for (const auto& [low, high] : {std::pair{0.0, 0.0}, {-3.2, 7.7}, {0.001, 0.0042}, {1e6, 1e6}, {436.0, 520.0}, {5.0, 6.0}, {-1e9, 1e9}}) {
    CAPTURE(low);
    CAPTURE(high);
    const auto ticks = round_ticks(low, high);
    CHECK(ticks.size() >= 3);
    CHECK(ticks.size() <= 6);
    CHECK(ticks.front() <= low + 1e-9);
    CHECK(ticks.back() >= high - 1e-9);
  }
}

TEST_CASE("a chart reaches from the first value to the due day and holds the target") {
  Document document;
  StampClock clock{1, [] { return Instant{1}; }};
  ModelView view(document);
  view.today = to_day({2026, 11, 19});
  Goal goal;
  goal.id = Id<Goal>(RecordId{1, 1});
  goal.baseline = 46;
  goal.target = 90;
  goal.due_day = view.today + 29;
  Edit edit;
  edit.create(goal);
  std::uint64_t next = 1;
  const auto add = [&](int day, std::optional<double> value) {
    ProgressPoint point;
    point.id = Id<ProgressPoint>(RecordId{++next, 2});
    point.goal = goal.id;
    point.day = view.today + day;
    point.value = value;
    edit.create(point);
  };
  add(-10, 78);
  add(-60, 64);
  add(-30, {});  // a remark has no place on the line
  add(-1, 82);
  add(3, 99);    // a value of a day to come is not measured yet
  apply(document, clock, edit);
  const auto chart = compute_goal_chart(view, goal, compute_goal_status(view, goal));
  REQUIRE(chart.values.size() == 3);
  CHECK(chart.values[0].value == 64);
  CHECK(chart.values[2].value == 82);
  CHECK(chart.first == view.today - 60);
  CHECK(chart.last == view.today + 29);
  CHECK(chart.low <= 64);
  CHECK(chart.high >= 90);
}
