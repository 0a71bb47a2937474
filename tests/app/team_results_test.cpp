#include "app/queries/team_results.h"

#include <doctest/doctest.h>

#include "app/commands/goal_steps.h"
#include "app/queries/result_list.h"
#include "app/queries/review_result_view.h"
#include "app/sample/sample_workspace.h"
#include "store/edit.h"

using namespace fullcircle;

namespace {

const Day kToday = *parse_day("2026-11-19");
const Instant kNow = *parse_instant("2026-11-19T09:00:00.000Z");

struct Team {
  Document document = build_sample_workspace({.people = 60, .seed = 3, .today = kToday, .now = kNow});
  ModelView view{document};
  StampClock clock{7, [] { return kNow; }};

  Team() {
    view.today = kToday;
    view.now = kNow;
    view.me = view.workspace()->lead;
  }
  std::vector<const Review*> reviews() const {
    std::vector<const Review*> all;
    for (const Review& review : view.table<Review>().alive()) all.push_back(&review);
    return all;
  }
  /// Out: how many people were rated again.
  std::uint64_t rate_all() {
    const auto before = view.results().count();
    for (const Review* review : reviews()) view.results().of(view, *review);
    return view.results().count() - before;
  }
  void apply(const Edit& edit) { fullcircle::apply(document, clock, edit); }
  /// Every number kept equals the one that opens into its terms, computed anew.
  void check_all() {
    ModelView fresh(document);
    fresh.today = view.today;
    for (const Review* review : reviews()) {
      const ResultNumbers& kept = view.results().of(view, *review);
      const auto whole = compute_result(fresh, *review);
      REQUIRE(kept.overall == whole.overall.value);
      CHECK(kept.self == whole.self);
      CHECK(kept.others == whole.others);
      CHECK(kept.rwg == whole.rwg);
      CHECK(kept.hides_groups == !whole.left_out.empty());
      CHECK(kept.rounded.has_value() == whole.rounded.has_value());
      if (whole.rounded) CHECK(*kept.rounded == whole.rounded->to_double());
      CHECK(kept.band == (whole.band ? static_cast<int>(*whole.band) : -1));
    }
  }
};

const FeedbackResponse& sent_answer(const Team& team) {
  for (const FeedbackResponse& response : team.view.table<FeedbackResponse>().alive())
    if (response.submitted_at && response.answers[0].rating) return response;
  FAIL("the sample has answers");
  return *static_cast<const FeedbackResponse*>(nullptr);
}

}  // namespace

TEST_CASE("the number of a list is the one that opens into its terms, for everybody in the sample") {
  Team team;
  CHECK(team.rate_all() == team.reviews().size());
  CHECK(team.rate_all() == 0);
  team.check_all();
}

TEST_CASE("one answer that changes rates one person again, and nobody else") {
  Team team;
  team.rate_all();
  FeedbackResponse answer = sent_answer(team);
  answer.answers[0].rating = *answer.answers[0].rating > 3 ? 1 : 5;
  Edit edit("edit.answer");
  edit.update(answer);
  team.apply(edit);
  CHECK(team.rate_all() == team.view.reviews_of(answer.subject).size());
  team.check_all();
}

TEST_CASE("an answer that arrives, and one that is taken back, rate their person again") {
  Team team;
  team.rate_all();
  FeedbackResponse answer = sent_answer(team);
  const Id<FeedbackResponse> first = answer.id;
  answer.id = Id<FeedbackResponse>({answer.id.high ^ 0x5555, answer.id.low});
  Edit edit("edit.answer");
  edit.create(answer);
  team.apply(edit);
  CHECK(team.rate_all() == team.view.reviews_of(answer.subject).size());
  team.check_all();
  Edit erase("edit.answer");
  erase.erase(first);
  team.apply(erase);
  CHECK(team.rate_all() == team.view.reviews_of(answer.subject).size());
  team.check_all();
}

TEST_CASE("a goal that gets another owner or another value rates those it is and was about") {
  Team team;
  team.rate_all();
  const Review& review = *team.view.reviews_in(team.view.current_cycle()->id)[0];
  const Goal* rated = nullptr;
  for (const Goal* goal : team.view.goals_of(review.person))
    if (!team.view.points_of(goal->id).empty()) rated = goal;
  REQUIRE(rated);
  const Person* other = nullptr;
  for (const Person& person : team.view.table<Person>().alive())
    if (person.id != review.person && !team.view.reviews_of(person.id).empty()) other = &person;
  const auto expected = team.view.reviews_of(review.person).size() + team.view.reviews_of(other->id).size();
  Goal moved = *rated;
  moved.owner = other->id;
  Edit edit("edit.goal");
  edit.update(moved);
  team.apply(edit);
  CHECK(team.rate_all() == expected);
  team.check_all();
  ProgressPoint point = *team.view.points_of(moved.id)[0];
  point.value = point.value.value_or(0) + 1;
  Edit measured("edit.goal");
  measured.update(point);
  team.apply(measured);
  CHECK(team.rate_all() == team.view.reviews_of(other->id).size());
  team.check_all();
}

TEST_CASE("rules that change, and a day that passes, rate everybody again") {
  Team team;
  team.rate_all();
  ReviewCycle cycle = *team.view.current_cycle();
  cycle.rules.part_weights = {{ReviewPart::goals, 10}, {ReviewPart::competencies, 90}};
  Edit edit("edit.cycle");
  edit.update(cycle);
  team.apply(edit);
  CHECK(team.rate_all() == team.reviews().size());
  team.check_all();
  team.view.today = team.view.today + 1;
  CHECK(team.rate_all() == team.reviews().size());
}
