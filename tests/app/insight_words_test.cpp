// The tables behind the figures and charts of Insights.
#include "app/queries/insight_words.h"

#include <doctest/doctest.h>

#include "app/support/sample_team.h"
#include "app/support/shipped_languages.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

struct Shown {
  Document document = sample_team();
  ModelView view = lead_view_of(document);
  InsightFacts facts = collect_insight_facts(view);
  InsightBoard board = compute_insight_board(view, facts, {}, {});
  std::shared_ptr<const Language> language = load_language("en");
  Formats formats{*language, kToday};
  InsightWords words{*language, formats, view, facts, board};
};

ActionChange change_of(std::string title, bool is_hidden, double mean, std::optional<rating::Interval> interval) {
  ActionChange change;
  change.title = std::move(title);
  change.is_hidden = is_hidden;
  if (!is_hidden) change.effect.mean = mean;
  if (interval) change.effect.interval = *interval;
  return change;
}

}  // namespace

TEST_CASE("the rows of the chart of changes are the first ones of its table, also where a row is hidden") {
  Shown shown;
  shown.board.actions.kinds = {change_of("hidden", true, 0, {}), change_of("kind", false, 0.3, rating::Interval{0.1, 0.5})};
  shown.board.actions.single = {change_of("no interval", false, 0.2, {}), change_of("single", false, -0.1, rating::Interval{-0.4, 0.2})};
  const ChangesInOrder order = order_changes(shown.board.actions);
  const TextTable table = shown.words.table(InsightPart::actions);
  CHECK(order.drawn == 2);
  REQUIRE(table.size() == order.all.size() + 1);
  for (std::size_t i = 0; i < order.drawn; ++i) {
    CHECK(order.all[i]->effect.interval);
    CHECK(table[i + 1][0] == shown.words.action_name(*order.all[i]));
    CHECK(table[i + 1][4] == shown.formats.difference(*order.all[i]->effect.mean, 2));
  }
  CHECK(table[1][0] == "kind");
  CHECK(table[2][0] == "single");
  CHECK(table[3][1] == "hidden");
}

TEST_CASE("a figure at the top opens into part and whole of its cycle and the one before") {
  const Shown shown;
  for (const InsightPart part : {InsightPart::goals_met, InsightPart::check_ins, InsightPart::answers, InsightPart::agreement_figure}) {
    const TextTable terms = shown.words.terms(part);
    REQUIRE(terms.size() == 3);
    CHECK(terms[1].back() == shown.words.figure(part));
    for (const auto& row : terms) CHECK(row.size() == 4);
  }
  const TextTable answers = shown.words.terms(InsightPart::answers);
  CHECK(answers[1][1] == "31");
  CHECK(answers[1][2] == "14");
  CHECK(answers[2][1] == "53");
  CHECK(answers[2][2] == "13");
  CHECK(answers[2][3] == "4.1");
  CHECK(shown.words.terms(InsightPart::check_ins)[2][1].empty());  // nothing was due before: absent, not 0
  CHECK(shown.words.table(InsightPart::answers).empty());
  CHECK(shown.words.terms(InsightPart::ratings).empty());
  CHECK(shown.words.figure_table().size() == 1 + 4 * 2);
}

TEST_CASE("the figures of rating quality open into part, whole and the spreads they are the middle of") {
  const Shown shown;
  const RatingQuality quality = compute_rating_quality(shown.view, *shown.view.current_cycle(), shown.board.departments);
  const TextTable table = shown.words.table(quality, InsightPart::forms);
  REQUIRE(table.size() > 5);
  CHECK(table[1][1] == std::to_string(quality.forms_without_words) + " of 31");
  CHECK(table[2][1] == std::to_string(quality.forms_all_equal) + " of " + std::to_string(quality.forms_equal_possible));
  REQUIRE(quality.middle_spread);
  const std::size_t raters = table.size() - 5;
  CHECK(table[3][1] == std::to_string(raters));
  CHECK(table[3][2] == shown.formats.number(*quality.middle_spread, 2));
  CHECK(table[4][2] == shown.formats.number(*quality.middle_spread / 2, 2));
  for (std::size_t i = 0; i < raters; ++i) {
    CHECK((i >= raters / 2 || table[5 + i][2] <= table[3][2]));
    CHECK((i < (raters + 1) / 2 || table[5 + i][2] >= table[3][2]));
  }
}

TEST_CASE("a comparison is told without a cause, and only where there are enough of both") {
  Shown shown;
  ActionChange more = change_of("more", false, 0.3, rating::Interval{0.1, 0.5}), unclear = more, few = more;
  unclear.title = "unclear";
  few.title = "few";
  few.comparison.with = 5;
  few.comparison.without = 2;
  const auto compare = [](ActionChange& change, const std::vector<double>& with, const std::vector<double>& without) {
    ActionComparison& comparison = change.comparison;
    comparison.with = static_cast<int>(with.size());
    comparison.without = static_cast<int>(without.size());
    comparison.is_known = true;
    comparison.with_change = rating::compute_moments(with);
    comparison.without_change = rating::compute_moments(without);
    comparison.effect = rating::compute_group_difference(comparison.with_change, comparison.without_change);
  };
  compare(more, {0.6, 0.4, 0.8, 0.6}, {0.1, 0.3, 0.0, 0.2});
  compare(unclear, {0.6, -0.4, 0.1}, {0.1, 0.3, 0.0, 0.2});
  shown.board.actions = {{few}, {more, unclear}};
  CHECK(shown.words.comparison_words(more) == "0.45 more than those without it");
  CHECK(shown.words.comparison_words(unclear) == "no clear difference to those without it");
  const ChangesInOrder order = order_changes(shown.board.actions, ChangesShown::compared);
  REQUIRE(order.drawn == 2);
  CHECK(order.all[0]->title == "more");
  const TextTable table = shown.words.table(InsightPart::comparison);
  REQUIRE(table.size() == 4);
  for (const auto& row : table) CHECK(row.size() == table[0].size());
  CHECK(table[1][1] == "4");
  CHECK(table[1][9] == "+0.45");
  CHECK(table[3][1] == "hidden");
  CHECK(table[3][2].empty());  // not even how few
  CHECK(shown.words.hidden(InsightPart::comparison).starts_with("few: fewer than 3 people"));
  CHECK(shown.words.method(InsightPart::comparison).size() == 4);
  for (const InsightPart part : {InsightPart::actions, InsightPart::comparison})
    for (std::string words : shown.words.method(part)) CHECK(words.find("because of") == std::string::npos);
}
