#include "app/queries/insight_board.h"

#include <doctest/doctest.h>

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
