// Whether a person's ratings changed by more than noise, from what the workspace knows of that noise.
#include "app/queries/person_change.h"

#include <doctest/doctest.h>

#include <cmath>

#include "app/queries/result_page.h"
#include "app/sample/sample_workspace.h"
#include "rating/intraclass.h"
#include "rating/moments.h"
#include "store/undo.h"

using namespace fullcircle;

namespace {

struct Team {
  Document document;
  ModelView view{document};
  StampClock clock{7, [this] { return view.now; }};

  explicit Team(int people) : document(build_sample_workspace({.people = people, .seed = 1, .today = *parse_day("2026-11-19"), .now = *parse_instant("2026-11-19T09:00:00.000Z")})) {
    view.show(document);
    view.today = *parse_day("2026-11-19");
    view.now = *parse_instant("2026-11-19T09:00:00.000Z");
    view.me = view.workspace()->lead;
  }
  Id<Person> called(std::string_view name) const {
    for (const Person& person : view.table<Person>().alive())
      if (person.name == name) return person.id;
    return {};
  }
  /// Somebody with two results or more.
  Id<Person> anybody() const {
    for (const Person& person : view.table<Person>().alive())
      if (changes(person.id).size() > 0) return person.id;
    return {};
  }
  std::vector<PersonChange> changes(Id<Person> person) const { return compute_person_changes(view, compute_result_trend(view, person)); }
  void apply(const Edit& edit) { fullcircle::apply(document, clock, edit); }
};

}  // namespace

TEST_CASE("a change is compared with the cycle before and with the first, each against its own noise") {
  const Team team(kStoryPeople);
  const auto trend = compute_result_trend(team.view, team.called("Mara"));
  const auto changes = team.changes(team.called("Mara"));
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].before.cycle == trend[trend.size() - 2].cycle);
  CHECK(changes[1].before.cycle == trend.front().cycle);
  for (const PersonChange& change : changes) {
    CHECK(change.after.cycle == trend.back().cycle);
    CAPTURE(to_name(change.gap));
    REQUIRE(change.is_known());
    CHECK(change.people >= kLeastForSpread);
    CHECK(*change.reliability.value > 0);
    CHECK(*change.reliability.value < 1);
    const double noise = *change.spread * std::sqrt(2 * (1 - *change.reliability.value));
    CHECK(*change.change.index == doctest::Approx(change.difference() / noise).epsilon(1e-9));
    CHECK(*change.change.reliable == (std::abs(*change.change.index) > 1.959964));
  }
}

TEST_CASE("spread and reliability are those of the earlier cycle, computed again from its records") {
  const Team team(kStoryPeople);
  const PersonChange change = team.changes(team.called("Mara"))[0];
  const Id<ReviewCycle> cycle = team.view.find(change.before.review)->cycle;
  std::vector<double> scores;
  std::vector<std::vector<double>> groups;
  for (const Review* review : team.view.reviews_in(cycle)) {
    const ResultNumbers& numbers = team.view.results().of(team.view, *review);
    if (numbers.others) scores.push_back(*numbers.others);
    if (numbers.hides_groups) continue;
    auto& means = groups.emplace_back();
    for (const FeedbackResponse* response : team.view.responses_about(review->person)) {
      if (response->cycle != cycle || !response->submitted_at || response->group == RaterGroup::self) continue;
      std::vector<double> ratings;
      for (const Answer& answer : response->answers)
        if (answer.rating && !answer.is_not_observed) ratings.push_back(*answer.rating);
      if (!ratings.empty()) means.push_back(rating::compute_moments(ratings).mean);
    }
    if (means.size() < 2) groups.pop_back();
  }
  CHECK(change.people == static_cast<int>(scores.size()));
  CHECK(*change.spread == doctest::Approx(*rating::compute_moments(scores).standard_deviation()).epsilon(1e-12));
  if (change.reliability.cycle == change.before.cycle) {
    CHECK(change.reliability.people == static_cast<int>(groups.size()));
    CHECK(*change.reliability.value == doctest::Approx(*rating::compute_intraclass_groups(groups).icc2).epsilon(1e-12));
  }
}

TEST_CASE("where of the earlier cycle only results are kept, the reliability comes from the later one and says so") {
  const Team team(40);
  const auto changes = team.changes(team.anybody());
  REQUIRE_FALSE(changes.empty());
  CHECK(is_only_released(team.view, *team.view.find(changes[0].before.review)));
  CHECK(changes[0].reliability.cycle == changes[0].after.cycle);
}

TEST_CASE("with too few people nothing is said about noise, and no reliability is made up") {
  const Team team(8);
  const Id<Person> person = team.anybody();
  REQUIRE(person);
  for (const PersonChange& change : team.changes(person)) {
    CHECK(change.gap == ChangeGap::few_people);
    CHECK_FALSE(change.is_known());
    CHECK_FALSE(change.reliability.value.has_value());
  }
}

TEST_CASE("a member knows the own difference, but not how noisy ratings are") {
  Team team(kStoryPeople);
  team.view.me = team.called("Priya");
  const auto changes = team.changes(team.view.me);
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].gap == ChangeGap::few_people);
  CHECK(std::isfinite(changes[0].difference()));
}

TEST_CASE("ratings on different scales are not compared") {
  Team team(kStoryPeople);
  const ReviewCycle& cycle = *team.view.current_cycle();
  ReviewCycle after = cycle;
  after.rules.scale_high = 7;
  Edit edit("test");
  edit.update(cycle, after);
  team.apply(edit);
  const auto changes = team.changes(team.called("Mara"));
  REQUIRE_FALSE(changes.empty());
  CHECK(changes[0].gap == ChangeGap::other_scale);
}

TEST_CASE("one result is no change") {
  const Team team(kStoryPeople);
  auto trend = compute_result_trend(team.view, team.called("Mara"));
  trend.resize(1);
  CHECK(compute_person_changes(team.view, trend).empty());
}

TEST_CASE("one competency is compared with the spread and the noise of its own answers") {
  const Team team(kStoryPeople);
  const auto trend = compute_result_trend(team.view, team.called("Mara"));
  int known = 0;
  for (const TrendCriterion& criterion : criteria_of(trend)) {
    const auto followed = follow_criterion(trend, criterion.key);
    for (const PersonChange& change : compute_person_changes(team.view, followed, criterion.key)) {
      CAPTURE(criterion.name);
      CAPTURE(to_name(change.gap));
      if (!change.is_known()) continue;
      ++known;
      std::vector<double> scores;
      for (const Review* review : team.view.reviews_in(team.view.find(change.before.review)->cycle))
        for (const TrendPoint& point : follow_criterion(compute_result_trend(team.view, review->person), criterion.key))
          if (point.review == review->id && point.others) scores.push_back(*point.others);
      const rating::Moments all = rating::compute_moments(scores);
      CHECK(change.people == static_cast<int>(scores.size()));
      CHECK(change.mean == doctest::Approx(all.mean));
      CHECK(*change.spread == doctest::Approx(*all.standard_deviation()));
      const double reliability = *change.reliability.value;
      CHECK(change.interval().high - change.difference() == doctest::Approx(1.959964 * *change.spread * std::sqrt(2 * (1 - reliability))).epsilon(1e-6));
      CHECK((change.interval().low > 0 || change.interval().high < 0) == *change.change.reliable);
      CHECK(change.expected() == doctest::Approx((1 - reliability) * (change.mean - *change.before.others)));
      CHECK(change.was_low == (*change.before.others <= change.mean - 0.2));
    }
  }
  CHECK(known > 0);
}
