// The tables behind the figures and charts of Insights.
#include "app/queries/insight_words.h"

#include <doctest/doctest.h>

#include <algorithm>

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

namespace {

const ValueLine* line_called(const InsightTerms& terms, std::string_view label) {
  const auto found = std::ranges::find(terms.lines, label, &ValueLine::label);
  return found == terms.lines.end() ? nullptr : &*found;
}

const ValueLine& strong_line(const InsightTerms& terms) {
  const auto found = std::ranges::find(terms.lines, true, &ValueLine::strong);
  REQUIRE(found != terms.lines.end());
  return *found;
}

}  // namespace

TEST_CASE("the share of one department opens into its own goals, and says how it was rounded") {
  const Shown shown;
  const auto& bars = shown.board.goals.bars;
  REQUIRE(bars.size() >= 2);
  for (std::size_t i = 0; i < bars.size(); ++i) {
    const InsightNumber number(InsightPart::goals, static_cast<int>(i));
    const auto terms = shown.words.number_terms(number);
    REQUIRE(terms);
    const GoalCounts& counts = bars[i].counts;
    CHECK(line_called(*terms, "will be met")->value == std::to_string(counts.met));
    CHECK(line_called(*terms, "at risk")->value == std::to_string(counts.at_risk));
    CHECK(line_called(*terms, "off track")->value == std::to_string(counts.off_track));
    CHECK(shown.words.method(number)[0].starts_with(std::to_string(counts.forecast()) + " goal"));
    if (!counts.share()) continue;
    const std::string share = shown.formats.percent(*counts.share());
    CHECK(strong_line(*terms).value == share);
    CHECK(terms->title == shown.words.department(bars[i].department) + " · Goals that will be met: " + share);
    const bool is_whole = 100 * counts.met % counts.forecast() == 0;
    CHECK(terms->lines.back().label.ends_with("becomes " + share) == !is_whole);
  }
}

TEST_CASE("a cell of agreement opens into its people and its word; a hidden one into nothing") {
  const Shown shown;
  const AgreementGrid& grid = shown.board.agreement;
  int open = 0, hidden = 0;
  for (std::size_t r = 0; r < grid.criteria.size(); ++r)
    for (std::size_t c = 0; c < grid.departments.size(); ++c) {
      const InsightNumber number(InsightPart::agreement, static_cast<int>(r), static_cast<int>(c));
      const AgreementCell& cell = grid.cell(r, c);
      const auto terms = shown.words.number_terms(number);
      CHECK(terms.has_value() == cell.rwg.has_value());
      ++(terms ? open : hidden);
      if (!terms) continue;
      CHECK(line_called(*terms, "People")->value.starts_with(std::to_string(cell.people) + " of "));
      const std::string word = *cell.rwg > 0.7 ? "High · " : *cell.rwg > 0.5 ? "Medium · " : "Low · ";
      CHECK(strong_line(*terms).value == word + shown.formats.number(*cell.rwg, 2));
      CHECK(shown.words.method(number)[0].starts_with(line_called(*terms, "People")->value + " people in "));
    }
  CHECK(open > 0);
  CHECK(hidden > 0);
}

TEST_CASE("the value at the end of a line of ratings opens into the means of its cycles, how many people each counts, and its rounding") {
  const Shown shown;
  const LineFigure figure = shown.words.rating_figure();
  REQUIRE(figure.lines.size() >= 2);
  for (const FigureLine& drawn : figure.lines) {
    const RatingLine& line = shown.board.ratings.lines[drawn.source];
    const auto terms = shown.words.number_terms({InsightPart::ratings, static_cast<int>(drawn.source)});
    REQUIRE(terms);
    CHECK(drawn.label == shown.words.department(line.department) + " " + shown.formats.number(drawn.points.back().y, 1));
    CHECK(terms->title == shown.words.department(line.department) + " · Ratings by others: " + shown.formats.number(drawn.points.back().y, 1));
    CHECK(strong_line(*terms).value == shown.formats.number(drawn.points.back().y, 2));
    REQUIRE(terms->lines.size() == line.points.size() + (line.change ? 2 : 1));
    for (std::size_t c = 0; c < line.points.size(); ++c) {
      const RatingPoint& point = line.points[c];
      CHECK(terms->lines[c].label.ends_with(" people") == point.mean.has_value());
      if (!point.mean) CHECK(terms->lines[c].value == (point.is_hidden ? "hidden" : "–"));
    }
    CHECK(terms->lines[line.points.size()].label.ends_with("becomes " + shown.formats.number(drawn.points.back().y, 1)));
  }
  CHECK_FALSE(shown.words.number_terms({InsightPart::ratings, static_cast<int>(shown.board.ratings.lines.size())}));
}

TEST_CASE("a change opens into what its interval follows from; a hidden row tells nothing") {
  Shown shown;
  const std::vector<double> before{3, 3.2, 2.8, 3.4}, after{3.3, 3.4, 3.3, 3.5};
  ActionChange change = change_of("Course", false, 0, {}), hidden = change_of("Two only", true, 0, {});
  change.people = 4;
  change.effect = hidden.effect = rating::compute_paired_effect(before, after);
  shown.board.actions.kinds = {change};
  shown.board.actions.single = {hidden};
  const auto terms = shown.words.number_terms({InsightPart::actions, 0});
  REQUIRE(terms);
  CHECK(terms->title == "Course: +0.28");
  CHECK(strong_line(*terms).value == "+0.28");
  CHECK(line_called(*terms, "Degrees of freedom")->value == "3");
  CHECK(line_called(*terms, "Standard error")->value == shown.formats.number(*change.effect.sd / 2, 3));
  CHECK(terms->lines.back().label == "Rounded once, half up: +0.2750 becomes +0.28");
  const auto nothing = shown.words.number_terms({InsightPart::actions, 1});
  REQUIRE(nothing);
  REQUIRE(nothing->lines.size() == 1);
  CHECK(nothing->lines[0].value == "hidden");
  CHECK_FALSE(shown.words.number_terms({InsightPart::actions, 2}));
  CHECK_FALSE(shown.words.number_terms(InsightPart::actions));
}

TEST_CASE("a rater and a person rated open into their own figures; who is not shown stays so") {
  const Shown shown;
  RatingQuality quality = compute_rating_quality(shown.view, *shown.view.current_cycle(), shown.board.departments);
  const auto found = std::ranges::find_if(quality.raters, [](const RaterQuality& rater) { return rater.is_shown && rater.cautious; });
  REQUIRE(found != quality.raters.end());
  const int index = static_cast<int>(found - quality.raters.begin());
  const auto terms = shown.words.number_terms({InsightPart::raters, index}, &quality);
  REQUIRE(terms);
  const std::string shown_on_screen = shown.formats.difference(*found->cautious, 1);
  CHECK(terms->title == shown.view.name_of(found->rater) + ": " + shown_on_screen);
  CHECK(terms->lines.back().label.ends_with("becomes " + shown_on_screen));
  found->is_shown = false;
  const auto few = shown.words.number_terms({InsightPart::raters, index}, &quality);
  REQUIRE(few);
  CHECK(few->lines.size() == 2);
  CHECK(few->title.ends_with("rated too few people"));
  REQUIRE_FALSE(quality.ratees.empty());
  const auto adjusted = shown.words.number_terms({InsightPart::adjusted, 0}, &quality);
  REQUIRE(adjusted);
  CHECK(adjusted->title.starts_with(shown.view.name_of(quality.ratees[0].person)));
  CHECK_FALSE(shown.words.number_terms({InsightPart::raters, index}));
}

TEST_CASE("where no cycle has a rating to show, nothing counts cycles or goals that are none") {
  Shown shown;
  shown.board.ratings = {};
  shown.board.goals = {};
  CHECK(shown.words.title(InsightPart::ratings) == "Ratings by others");
  CHECK(shown.words.finding(InsightPart::ratings).empty());
  CHECK(shown.words.finding(InsightPart::goals).empty());
}
