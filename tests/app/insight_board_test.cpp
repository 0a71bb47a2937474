#include "app/queries/insight_board.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/queries/plan_view.h"
#include "app/support/sample_team.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

InsightBoard board_of(const ModelView& view, const InsightFacts& facts) { return compute_insight_board(view, facts, {}, {}); }

}  // namespace

TEST_CASE("insights are for whoever leads") {
  const Document document = sample_team();
  ModelView view = lead_view_of(document);
  CHECK(people_led(view).size() == 14);
  CHECK(compute_departments(view, {}).all.size() == 4);
  view.me = person_called(view, "David");
  CHECK(people_led(view).size() == 5);  // Mara, Tom, Carla and the two under Mara
  view.me = person_called(view, "Nils");
  CHECK(people_led(view).empty());
  CHECK(compute_departments(view, {}).is_empty());
  CHECK(collect_insight_facts(view).rated.empty());
}

TEST_CASE("facts gathered in slices are those gathered at once") {
  const Document document = sample_team();
  const ModelView view = lead_view_of(document);
  const InsightFacts whole = collect_insight_facts(view);
  InsightCollector collector(view);
  while (!collector.step(view, 3)) {
  }
  CHECK(collector.done() == collector.total());
  CHECK(collector.facts().rated.size() == whole.rated.size());
  CHECK(collector.facts().goals.size() == whole.goals.size());
  CHECK(collector.facts().check_ins.size() == whole.check_ins.size());
  std::vector<int> reviewed(whole.cycles.size());
  for (const RatedPerson& one : whole.rated) ++reviewed.at(static_cast<std::size_t>(one.cycle));
  CHECK(reviewed == std::vector<int>{12, 13, 13, 14});  // people have joined since
}

TEST_CASE("departments below the minimum show no rating, and nothing else gives theirs away") {
  const Document document = sample_team();
  const ModelView view = lead_view_of(document);
  const InsightFacts facts = collect_insight_facts(view);
  const InsightBoard board = board_of(view, facts);
  for (const RatingLine& line : board.ratings.lines)
    for (const RatingPoint& point : line.points) CHECK((!point.mean || point.people >= 3));
  // Two in Sales; in Support, Nils came after the first review and nobody has answered about him yet.
  std::vector<std::string> hidden;
  for (const int department : board.ratings.hidden) hidden.push_back(board.departments.all[static_cast<std::size_t>(department)].name);
  CHECK(hidden == std::vector<std::string>{"Sales", "Support"});
  for (const AgreementCell& cell : board.agreement.cells) CHECK((!cell.rwg || cell.people >= 3));
}

TEST_CASE("a department's mean is that of its people's ratings by others") {
  const Document document = sample_team();
  const ModelView view = lead_view_of(document);
  const InsightFacts facts = collect_insight_facts(view);
  const InsightBoard board = board_of(view, facts);
  for (const RatingLine& line : board.ratings.lines)
    for (std::size_t c = 0; c < line.points.size(); ++c) {
      double sum = 0;
      int count = 0;
      for (const RatedPerson& rated : facts.rated)
        if (rated.cycle == board.ratings.cycles[c] && rated.others && board.departments.of(rated.person) == line.department) sum += *rated.others, ++count;
      if (line.points[c].mean) CHECK(*line.points[c].mean == doctest::Approx(sum / count));
    }
}

TEST_CASE("goals of the story are counted by department") {
  const Document document = sample_team();
  const ModelView view = lead_view_of(document);
  const InsightFacts facts = collect_insight_facts(view);
  const GoalBars goals = board_of(view, facts).goals;
  GoalCounts total;
  for (const GoalBar& bar : goals.bars) {
    total.met += bar.counts.met;
    total.at_risk += bar.counts.at_risk;
    total.off_track += bar.counts.off_track;
    total.without += bar.counts.without;
  }
  CHECK(total.met == goals.total.met);
  CHECK(total.forecast() == goals.total.forecast());
  CHECK(goals.total.forecast() + goals.total.without == static_cast<int>(facts.goals.size()));
  CHECK(goals.bars.size() == 4);
  for (std::size_t i = 1; i < goals.bars.size(); ++i) CHECK(*goals.bars[i - 1].counts.share() >= *goals.bars[i].counts.share());
}

TEST_CASE("a check-in is on time up to the rhythm after the one before; an overdue one counts as late") {
  const Document document = sample_team();
  const ModelView view = lead_view_of(document);
  const InsightFacts facts = collect_insight_facts(view);
  const InsightFigure check_ins = board_of(view, facts).figures.check_ins;
  // Thirteen people with three a fortnight apart, Mara with seven and one that was due two days ago.
  CHECK(check_ins.counted == 13 * 2 + 6);
  CHECK(check_ins.base == 13 * 2 + 7);
  CHECK_FALSE(check_ins.before);
}

TEST_CASE("answers per person leave the own view out") {
  const Document document = sample_team();
  const ModelView view = lead_view_of(document);
  const InsightFacts facts = collect_insight_facts(view);
  const InsightFigure answers = board_of(view, facts).figures.answers;
  CHECK(answers.base == 14);
  CHECK(answers.counted == 31);
  REQUIRE(answers.before);
  CHECK(*answers.before == doctest::Approx((12 * 4 + 5) / 13.0));
}

TEST_CASE("actions compare the same people before and after") {
  const Document document = sample_team();
  const ModelView view = lead_view_of(document);
  const InsightFacts facts = collect_insight_facts(view);
  const ActionChanges changes = board_of(view, facts).actions;
  REQUIRE(!changes.kinds.empty());
  const ActionChange& job = changes.kinds[0];
  CHECK(*job.kind == ActionKind::on_the_job);
  CHECK(job.people >= 3);
  REQUIRE(job.effect.mean);
  CHECK(*job.effect.mean == doctest::Approx(job.after - job.before));
  CHECK(job.effect.n == job.people);
  for (const ActionChange& change : changes.kinds) CHECK(change.is_hidden == (change.people < 3));
}

TEST_CASE("D13: people with an action are compared with those who did nothing of the kind in the same cycles") {
  const Document document = sample_team(40);
  const ModelView view = lead_view_of(document);
  const InsightFacts facts = collect_insight_facts(view);
  const Departments departments = compute_departments(view, {});
  const ActionChanges changes = compute_action_changes(view, facts, departments);
  int known = 0;
  for (const auto* list : {&changes.kinds, &changes.single})
    for (const ActionChange& change : *list) {
      CAPTURE(change.title);
      const ActionComparison& compared = change.comparison;
      CHECK(compared.with == (change.is_hidden ? 0 : change.people));
      if (!compared.is_known) continue;
      ++known;
      CHECK(compared.with >= kLeastToCompare);
      CHECK(compared.without >= kLeastToCompare);
      CHECK(compared.with + compared.without <= 40);
      CHECK(compared.with_change.mean == doctest::Approx(*change.effect.mean));
      CHECK(*compared.effect.difference == doctest::Approx(*change.effect.mean - compared.without_change.mean));
      CHECK(compared.with_before == doctest::Approx(change.before));
    }
  CHECK(known > 0);
}

TEST_CASE("nobody stands on both sides, and the others' change is that of the same two cycles, computed again by hand") {
  LeadsTeam team;
  // One programme of four people on one competency, between the last two cycles.
  const InsightFacts before = collect_insight_facts(team.view);
  const Day done = before.cycles[static_cast<std::size_t>(before.current())].measured - 30;
  const Id<Competency> competency(*parse_record_id(before.criteria[0].id));
  REQUIRE(team.view.find(competency));
  const auto pair_of = [&](Id<Person> person) -> std::optional<std::pair<double, double>> {
    std::optional<double> first, second;
    for (const RatedPerson& rated : before.rated) {
      if (rated.person != person || rated.criteria.empty()) continue;
      if (rated.cycle == before.current() - 1) first = rated.criteria[0];
      if (rated.cycle == before.current()) second = rated.criteria[0];
    }
    return first && second ? std::optional(std::pair(*first, *second)) : std::nullopt;
  };
  std::vector<Id<Person>> rated;
  for (const Person& person : team.view.table<Person>().alive())
    if (pair_of(person.id)) rated.push_back(person.id);
  REQUIRE(rated.size() >= 7);
  const std::size_t with = 3;
  Edit edit("edit.test");
  for (std::size_t i = 0; i <= with; ++i) {
    const DevelopmentPlan* plan = current_plan(team.view, rated[i]);
    REQUIRE(plan);
    DevelopmentAction action;
    action.id = Id<DevelopmentAction>(RecordId{0xA0, static_cast<std::uint16_t>(0xB0 + i)});
    action.plan = plan->id;
    action.competency = competency;
    action.kind = ActionKind::course;
    action.title = i % 2 == 0 ? "Coaching Programme" : " coaching  programme";
    action.state = i < with ? ActionState::done : ActionState::doing;  // the last one is still at it
    if (i < with) action.done_day = done;
    edit.create(action);
  }
  team.apply(edit);
  const InsightFacts facts = collect_insight_facts(team.view);
  const ActionChanges changes = compute_action_changes(team.view, facts, compute_departments(team.view, {}));
  const auto row = std::ranges::find(changes.single, "Coaching Programme", &ActionChange::title);
  REQUIRE(row != changes.single.end());
  CHECK(row->people == 3);
  double sum = 0, sum_without = 0;
  for (std::size_t i = 0; i < rated.size(); ++i) {
    const auto pair = *pair_of(rated[i]);
    if (i < with) sum += pair.second - pair.first;
    if (i > with) sum_without += pair.second - pair.first;
  }
  const auto without = static_cast<double>(rated.size() - with - 1);
  REQUIRE(row->comparison.is_known);
  CHECK(row->comparison.without == static_cast<int>(without));
  CHECK(row->comparison.with_change.mean == doctest::Approx(sum / 3));
  CHECK(row->comparison.without_change.mean == doctest::Approx(sum_without / without));
}
