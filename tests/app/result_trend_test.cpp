#include "app/queries/result_trend.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/queries/person_timeline.h"
#include "app/queries/released_terms.h"
#include "app/queries/result_list.h"
#include "app/queries/result_page.h"
#include "app/reports/result_words.h"
#include "app/sample/sample_workspace.h"
#include "app/support/sample_team.h"
#include "app/support/shipped_languages.h"

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

TEST_CASE("D12: one competency is followed over the cycles with the figures its results show") {
  Team team(kStoryPeople);
  const Id<Person> mara = team.called("Mara");
  const auto trend = compute_result_trend(team.view, mara);
  const auto criteria = criteria_of(trend);
  REQUIRE(criteria.size() >= 3);
  for (const TrendCriterion& criterion : criteria) {
    CAPTURE(criterion.name);
    const auto followed = follow_criterion(trend, criterion.key);
    REQUIRE(followed.size() == trend.size());
    for (const TrendPoint& point : followed) {
      const Review& review = *team.view.find(point.review);
      const ResultPage page = is_only_released(team.view, review) ? released_result_page(team.view, review) : compute_result_page(team.view, review);
      const auto row = std::ranges::find(page.rows, criterion.key, &ResultRow::id);
      CHECK((row != page.rows.end()) == (point.gap != TrendGap::not_asked));
      if (row != page.rows.end()) {
        CHECK(point.others == row->others);
        CHECK(point.self == row->self);
      }
      CHECK_FALSE(point.overall);
      CHECK((point.gap == TrendGap::none) == point.others.has_value());
    }
  }
}

TEST_CASE("the value of a competency in each cycle is what its terms in that result come to") {
  test::LeadsTeam team;
  const Id<Person> mara = test::person_called(team.view, "Mara");
  const auto language = test::load_language("en");
  const Formats formats(*language, team.view.today);
  int computed = 0, released = 0, rounded = 0;
  for (const Id<Person> reader : {team.view.me, mara}) {
    team.view.me = reader;
    const auto trend = compute_result_trend(team.view, mara);
    for (const TrendPoint& point : trend)
      for (const TrendCriterion& criterion : point.criteria) {
        const ResultPage page = result_page_of(team.view, *team.view.find(point.review));
        const NumberKey which{ShownNumber::criterion, criterion.key, {}};
        const auto term = explain_number(page, which);
        REQUIRE(term);
        CHECK(term->value == criterion.others);
        if (!criterion.others) continue;
        ++(page.is_released_copy() ? released : computed);
        const ResultWords words(*language, formats, page, 2);
        CHECK(words.number_value(which) == formats.number(*criterion.others, 2));
        const std::string rounding = words.rounding(which);
        CHECK((rounding.empty() || rounding.ends_with("becomes " + words.number_value(which))));
        rounded += !rounding.empty();
        if (page.is_released_copy()) CHECK(rounding.empty());
      }
  }
  CHECK(computed > 0);
  CHECK(released > 0);
  CHECK(rounded > 0);
}

TEST_CASE("a strength is what its terms in the result it is from come to") {
  test::LeadsTeam team;
  int strengths = 0;
  for (const Person& person : team.view.table<Person>().alive()) {
    const Strengths shown = compute_strengths(team.view, person.id, 3);
    for (const Strength& strength : shown.best) {
      const auto term = explain_number(result_page_of(team.view, *team.view.find(shown.review)), {ShownNumber::criterion, strength.key, {}});
      REQUIRE(term);
      CHECK(term->value == rating::Figure(strength.score));
      ++strengths;
    }
  }
  CHECK(strengths > 10);
}

TEST_CASE("a member's strengths are those of their newest released result, and nobody sees those of others") {
  test::LeadsTeam team;
  const Id<Person> mara = test::person_called(team.view, "Mara");
  team.view.me = mara;
  const Strengths own = compute_strengths(team.view, mara, 3);
  REQUIRE(own.best.size() == 3);
  const Review* review = team.view.find(own.review);
  REQUIRE(review->released);
  for (const Strength& strength : own.best) {
    const auto kept = std::ranges::find(review->released->criteria, strength.key, &ReleasedCriterion::key);
    REQUIRE(kept != review->released->criteria.end());
    CHECK(read_score(kept->others) == rating::Figure(strength.score));
  }
  CHECK(own.best[0].score >= own.best[2].score);
  CHECK(compute_strengths(team.view, test::person_called(team.view, "Jonas"), 3).best.empty());
}

TEST_CASE("what a cycle hides of a competency stays a gap with its reason") {
  test::LeadsTeam team;
  const Id<Person> mara = test::person_called(team.view, "Mara");
  auto trend = compute_result_trend(team.view, mara);
  const std::string key = criteria_of(trend)[0].key;
  REQUIRE(follow_criterion(trend, key).back().others);
  // Nobody but two peers is left: fewer than may be shown.
  const Id<ReviewCycle> cycle = team.view.find(trend.back().review)->cycle;
  std::vector<Id<FeedbackResponse>> removed;
  int peers = 0;
  for (const FeedbackResponse* response : team.view.responses_about(mara))
    if (response->cycle == cycle && response->group != RaterGroup::self && response->group != RaterGroup::manager && (response->group != RaterGroup::peer || ++peers > 2))
      removed.push_back(response->id);
  for (const FeedbackResponse* response : team.view.responses_about(mara))
    if (response->cycle == cycle && response->group == RaterGroup::manager) removed.push_back(response->id);
  for (const Id<FeedbackResponse> id : removed) {
    Edit edit("edit.test");
    edit.erase(id);
    team.apply(edit);
  }
  REQUIRE(peers >= 2);
  trend = compute_result_trend(team.view, mara);  // goals keep an overall
  const TrendPoint last = follow_criterion(trend, key).back();
  REQUIRE(team.view.find(last.review)->cycle == cycle);
  CHECK_FALSE(last.others);
  CHECK(last.gap == TrendGap::hidden);
  CHECK(follow_criterion(trend, "nothing").back().gap == TrendGap::not_asked);
}

TEST_CASE("a result of which only the head is kept says so for every competency") {
  Team team(220);
  for (const Person& person : team.view.table<Person>().alive()) {
    const auto trend = compute_result_trend(team.view, person.id);
    if (trend.size() < 2) continue;
    const auto criteria = criteria_of(trend);
    REQUIRE_FALSE(criteria.empty());
    CHECK(follow_criterion(trend, criteria[0].key).front().gap == TrendGap::not_kept);
    return;
  }
  FAIL("nobody has two results");
}
