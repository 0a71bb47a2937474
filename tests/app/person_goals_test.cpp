// A person's goals together: the figure beside their name is the one their rating is made of.
#include "app/queries/person_goals.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/queries/cycle_rating.h"
#include "app/queries/people_rows.h"
#include "app/queries/person_timeline.h"
#include "app/support/sample_team.h"
#include "rating/review_result.h"

using namespace fullcircle;

namespace {

const rating::Term* find_attainment(const rating::Term& term) {
  if (term.kind == rating::TermKind::Attainment) return &term;
  for (const rating::Term& child : term.children)
    if (const auto* found = find_attainment(child)) return found;
  return nullptr;
}

/// What the rating of this review makes of the goals; nothing where it has no such part.
std::optional<rating::Term> rated_attainment(const ModelView& view, const Review& review) {
  CycleRating rating(view, review.cycle);
  const auto result = rating::compute_review_result(rating.explained_input(view, review, CountedAnswers::all));
  const auto* term = find_attainment(result.overall);
  return term ? std::optional(*term) : std::nullopt;
}

struct Team : test::LeadsTeam {
  Id<ReviewCycle> cycle = view.current_cycle()->id;
  Id<Person> mara = test::person_called(view, "Mara Lindqvist");

  PersonGoalTerms terms() const { return explain_person_goals(view, mara, cycle); }
  const CountedGoal find(Id<Goal> id) const {
    const auto all = terms();
    return *std::ranges::find(all.goals, id, [](const CountedGoal& counted) { return counted.goal->id; });
  }
  /// The person with the most rated goals, for what is changed one goal at a time.
  Team() {
    std::size_t most = 0;
    for (const Person& person : view.table<Person>().alive())
      if (const auto count = rated_goals(view, person.id, cycle).size(); count > most) most = count, mara = person.id;
    REQUIRE(most >= 3);
  }
  Id<Goal> goal(std::size_t index) const { return rated_goals(view, mara, cycle)[index]->id; }
};

void check_same(const ModelView& view, Id<Person> person, Id<ReviewCycle> cycle) {
  const Review* review = view.review(person, cycle);
  if (!review) return;
  const PersonGoals shown = compute_person_goals(view, person, cycle);
  const auto rated = rated_attainment(view, *review);
  CAPTURE(view.name_of(person));
  if (shown.count == 0) return;
  REQUIRE(rated);
  CHECK(shown.attainment.has_value() == rated->value.has_value());
  if (shown.attainment && rated->value) CHECK(*shown.attainment == *rated->value);
}

/// The list's sum is what it shows.
void check_sum(const PersonGoalTerms& terms) {
  double sum = 0, at_due = 0, shares = 0;
  for (const CountedGoal& counted : terms.goals) {
    CHECK((counted.share > 0) == !counted.left_out);
    if (counted.left_out) continue;
    shares += counted.share;
    sum += counted.share * *counted.attainment;
    at_due += counted.share * *counted.at_due;
  }
  if (!terms.total.attainment) return;
  CHECK(shares == doctest::Approx(1));
  CHECK(sum == doctest::Approx(*terms.total.attainment).epsilon(1e-12));
  CHECK(at_due == doctest::Approx(*terms.total.forecast_attainment).epsilon(1e-12));
}

}  // namespace

TEST_CASE("what a person's goals come to is the same on the list of people and in the rating, for everybody") {
  const Document document = test::sample_team(400);
  const ModelView view = test::lead_view_of(document);
  int checked = 0;
  for (const ReviewCycle& cycle : view.table<ReviewCycle>().alive())
    for (const Review* review : view.reviews_in(cycle.id)) {
      check_same(view, review->person, cycle.id);
      if (++checked % 7 == 0) check_sum(explain_person_goals(view, review->person, cycle.id));
    }
  CHECK(checked > 400);
  const ReviewCycle* current = view.current_cycle();
  for (const PersonRow& row : compute_people(view)) CHECK(row.goals.attainment == compute_person_goals(view, row.person->id, current->id).attainment);
}

TEST_CASE("a goal with weight 0 does not count, neither in the list nor in the rating") {
  Team team;
  team.change(team.goal(0), [](Goal& after) { after.weight_percent = 0; });
  check_same(team.view, team.mara, team.cycle);
  check_sum(team.terms());
  CHECK(team.find(team.goal(0)).left_out == GoalLeftOut::no_weight);
}

TEST_CASE("where no goal has a weight there is nothing to show, and the rating has nothing either") {
  Team team;
  for (std::size_t i = 0; i < rated_goals(team.view, team.mara, team.cycle).size(); ++i) team.change(team.goal(i), [](Goal& after) { after.weight_percent = 0; });
  check_same(team.view, team.mara, team.cycle);
  const auto terms = team.terms();
  CHECK_FALSE(terms.total.attainment);
  CHECK_FALSE(terms.covered);
  CHECK(terms.total.outlook == rating::GoalOutlook::NotEnough);
}

TEST_CASE("a goal without a measure of its own is left out, whatever stands below it") {
  Team team;
  const Id<Goal> first = team.goal(0), second = team.goal(1);
  team.change(first, [](Goal& after) {
    after.kind = GoalKind::higher;
    after.target.reset();
  });
  team.change(second, [&](Goal& after) { after.parent = first; });
  CHECK(compute_goal_status(team.view, *team.view.find(first)).is_rolled_up);
  CHECK(compute_goal_status(team.view, *team.view.find(first)).attainment);
  check_same(team.view, team.mara, team.cycle);
  check_sum(team.terms());
  CHECK(team.find(first).left_out == GoalLeftOut::only_sums);
  CHECK(*team.terms().covered < 1);
}

TEST_CASE("a goal nothing was measured of is left out, never counted as zero") {
  Team team;
  const double before = *team.terms().total.attainment;
  Goal empty = *team.view.find(team.goal(0));
  empty.id = Id<Goal>(RecordId{1, 2});
  empty.kind = GoalKind::higher;
  empty.baseline = 0;
  empty.target = 10;
  empty.weight_percent = 50;
  Edit edit("test");
  edit.create(empty);
  team.apply(edit);
  check_same(team.view, team.mara, team.cycle);
  CHECK(team.find(empty.id).left_out == GoalLeftOut::no_value);
  CHECK(*team.terms().total.attainment == before);
}

TEST_CASE("dropped, proposed and draft goals are listed with their reason and count nowhere") {
  Team team;
  const Id<Goal> first = team.goal(0), second = team.goal(1);
  team.change(first, [](Goal& after) { after.state = GoalState::dropped; });
  team.change(second, [](Goal& after) { after.state = GoalState::proposed; });
  check_same(team.view, team.mara, team.cycle);
  check_sum(team.terms());
  CHECK(team.find(first).left_out == GoalLeftOut::dropped);
  CHECK(team.find(second).left_out == GoalLeftOut::not_agreed);
}

TEST_CASE("a goal without a forecast counts at its due day with what it has today") {
  Team team;
  const Id<Goal> first = team.goal(0);
  team.change(first, [](Goal& after) {
    after.kind = GoalKind::yes_no;
    after.is_reached = true;
    after.due_day.reset();
    after.weight_percent = 10;
  });
  const CountedGoal counted = team.find(first);
  CHECK_FALSE(counted.has_forecast);
  CHECK(counted.at_due == 1.0);
  check_sum(team.terms());
}

TEST_CASE("wellbeing is compared with the first value since the beginning of the month before the last one") {
  std::vector<CheckIn> kept(4);
  const Day days[] = {to_day({2026, 8, 3}), to_day({2026, 10, 2}), to_day({2026, 10, 30}), to_day({2026, 11, 12})};
  const double felt[] = {1, 3, 5, 4};
  std::vector<const CheckIn*> values;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    kept[i].day = days[i];
    kept[i].wellbeing = felt[i];
    values.push_back(&kept[i]);
  }
  const auto change = compute_wellbeing_change(values);
  REQUIRE(change);
  CHECK(change->before == values[1]);
  CHECK(change->points() == 1);
  CHECK_FALSE(compute_wellbeing_change({values[0]}));
  // Long ago or not: a single value in these two months is compared with itself, which is no change.
  CHECK(compute_wellbeing_change({values[0], values[3]})->points() == 0);
}
