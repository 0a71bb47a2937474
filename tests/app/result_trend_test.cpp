#include "app/queries/result_trend.h"

#include <doctest/doctest.h>

#include "app/queries/result_page.h"
#include "app/queries/result_list.h"
#include "app/sample/sample_workspace.h"

using namespace fullcircle;

namespace {

struct Team {
  Document document;
  ModelView view{document};

  explicit Team(int people) : document(build_sample_workspace({.people = people, .seed = 1, .today = *parse_day("2026-11-19"), .now = *parse_instant("2026-11-19T09:00:00.000Z")})) {
    view.show(document);
    view.today = *parse_day("2026-11-19");
    view.me = view.workspace()->lead;
  }
  Id<Person> called(std::string_view name) const {
    for (const Person& person : view.table<Person>().alive())
      if (person.name == name) return person.id;
    return {};
  }
};

}  // namespace

TEST_CASE("D12: a person's results form a line over the cycles, earliest first") {
  Team team(kStoryPeople);
  const auto trend = compute_result_trend(team.view, team.called("Mara"));
  REQUIRE(trend.size() == 4);
  for (std::size_t i = 1; i < trend.size(); ++i) CHECK(trend[i - 1].day < trend[i].day);
  CHECK(trend.back().cycle == team.view.current_cycle()->name);
  for (const TrendPoint& point : trend) CHECK((point.others && *point.others >= 1 && *point.others <= 5));
}

TEST_CASE("a member sees of their own results only those that were released, of others none") {
  Team team(kStoryPeople);
  team.view.me = team.called("Priya");
  CHECK(compute_result_trend(team.view, team.view.me).size() == 2);  // joined after the first; the current one is not released
  CHECK(compute_result_trend(team.view, team.called("Mara")).empty());
}

TEST_CASE("a result of which only the release is kept is shown from it, to the lead too") {
  Team team(40);
  int kept = 0;
  for (const ReviewCycle& cycle : team.view.table<ReviewCycle>().alive()) {
    if (cycle.state == CycleState::open) continue;
    for (const ResultListRow& row : compute_result_list(team.view, cycle)) {
      REQUIRE(is_only_released(team.view, *row.review));
      CHECK(row.overall);
      CHECK(row.others);
      CHECK_FALSE(released_result_page(team.view, *row.review).is_empty());
      ++kept;
    }
  }
  CHECK(kept > 40);
}

TEST_CASE("large samples keep only the head figures of earlier cycles") {
  Team team(220);
  std::size_t earlier = 0;
  for (const Review& review : team.view.table<Review>().alive())
    if (review.released) {
      CHECK(review.released->criteria.empty());
      CHECK_FALSE(review.released->overall.empty());
      ++earlier;
    }
  CHECK(earlier > 220);
}
