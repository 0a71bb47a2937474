// Insights on paper: the tables of the screen, and nothing that it hides.
#include "app/reports/insight_report.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/reports/figure_charts.h"
#include "app/support/report_text.h"
#include "app/support/sample_team.h"
#include "app/support/shipped_languages.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

struct Printed {
  Document document = sample_team();
  ModelView view = lead_view_of(document);
  InsightFacts facts = collect_insight_facts(view);
  InsightBoard board = compute_insight_board(view, facts, {}, {});
  std::shared_ptr<const Language> language;
  Formats formats;
  InsightWords words{*language, formats, view, facts, board};

  explicit Printed(const std::string& code = "en") : language(load_language(code)), formats(*language, kToday) {}
  std::string html() const { return insight_report_html(words, board, "All", *language, formats); }
};

constexpr InsightPart kCharts[] = {InsightPart::ratings, InsightPart::goals, InsightPart::agreement, InsightPart::actions};

}  // namespace

TEST_CASE("printed insights hold the figures at the top, every chart with its table, and how each is computed") {
  for (const std::string code : {"en", "de"}) {
    const Printed paper(code);
    const std::string html = paper.html();
    CHECK(contains(html, "<html lang=\"" + code + "\">"));
    CHECK(is_well_formed(html));
    CHECK_FALSE(contains(html, " style="));
    for (const InsightPart part : {InsightPart::goals_met, InsightPart::check_ins, InsightPart::answers, InsightPart::agreement_figure})
      CHECK(contains(html, "<dd>" + paper.words.figure(part) + "</dd>"));
    CHECK(holds_rows(html, paper.words.figure_table()));
    for (const InsightPart part : kCharts) {
      CAPTURE(paper.words.title(part));
      const TextTable table = paper.words.table(part);
      CHECK(holds_rows(html, table));
      CHECK(contains(html, escape_html(paper.words.finding(part))));
      for (const std::string& line : paper.words.method(part)) CHECK(contains(html, escape_html(line)));
    }
    CHECK(contains(html, line_svg(paper.words.rating_figure())));
    CHECK(contains(html, heat_svg(paper.words.agreement_figure(8))));
    CHECK(contains(html, interval_svg(paper.words.change_figure(ChangesShown::before_after))));
  }
}

TEST_CASE("what the board hides is in no byte of printed insights") {
  Printed paper;
  REQUIRE_FALSE(paper.board.ratings.lines.empty());
  auto& points = paper.board.ratings.lines[0].points;
  const auto shown = std::ranges::find_if(points, [](const RatingPoint& point) { return point.mean.has_value(); });
  REQUIRE(std::ranges::count_if(points, [](const RatingPoint& point) { return point.mean.has_value(); }) > 1);
  *shown = {.mean = {}, .people = 2, .is_hidden = true};
  paper.board.actions = {};
  ActionChange hidden;
  hidden.title = "Two people only";
  hidden.is_hidden = true;
  hidden.before = 1.2345;
  hidden.effect.mean = 0.9876;
  paper.board.actions.single = {hidden};
  for (AgreementCell& cell : paper.board.agreement.cells)
    if (cell.is_hidden) CHECK_FALSE(cell.rwg);
  const std::string html = paper.html();
  CHECK(contains(html, ">hidden<"));
  for (const std::string_view value : {"1.23", "0.99", "0.98"}) CHECK_FALSE(contains(html, std::string(">") + std::string(value)));
  CHECK(holds_rows(html, paper.words.table(InsightPart::ratings)));
}

TEST_CASE("a printed column of which all is hidden stands like the figures beside it, and long names are printed whole") {
  Printed paper;
  for (AgreementCell& cell : paper.board.agreement.cells) cell = {.rwg = {}, .people = 2, .is_hidden = true};
  CHECK(contains(paper.html(), "<td class=\"number\">hidden</td>"));
  CHECK_FALSE(contains(paper.html(), "<td>hidden</td>"));
  IntervalFigure figure;
  figure.lines.push_back({"A course on leading talks about performance without fear", "4 people", "+0.3", 0.3, 0.1, 0.5});
  const std::string svg = interval_svg(figure);
  CHECK(contains(svg, "without fear"));
  CHECK_FALSE(contains(svg, "…"));
}

TEST_CASE("printed rating quality holds the tables of the lead's screen") {
  const Printed paper;
  const RatingQuality quality = compute_rating_quality(paper.view, *paper.view.current_cycle(), paper.board.departments);
  const std::string html = quality_report_html(paper.words, quality, "All", *paper.language, paper.formats);
  CHECK(is_well_formed(html));
  for (const InsightPart part : {InsightPart::forms, InsightPart::raters, InsightPart::adjusted}) CHECK(count_of(html, "<tr>") >= paper.words.table(quality, part).size());
  for (const RaterQuality& rater : quality.raters)
    if (!rater.is_shown) CHECK(contains(html, escape_html(paper.words.leniency(rater))));
  const TextTable raters = paper.words.table(quality, InsightPart::raters);
  REQUIRE(raters[0].size() > 9);  // more than paper has room for: in two tables, each with the names
  for (const auto& row : raters) CHECK(count_of(html, ">" + escape_html(row[0]) + "</th>") >= 2);
  for (const std::string& head : raters[0]) CHECK(contains(html, ">" + escape_html(head) + "</th>"));
  CHECK_FALSE(contains(html, "**"));
  CHECK_FALSE(contains(html, "></td>"));
  CHECK(contains(html, "A rater is shown from 3 people on"));
  REQUIRE(quality.components > 1);
  CHECK(contains(html, "The raters fall into " + std::to_string(quality.components) + " groups"));
}

TEST_CASE("a printed method says which of its sentences is about what was left out") {
  const Printed paper;
  const std::string html = paper.html();
  for (const InsightPart part : kCharts) {
    const auto lines = paper.words.method(part);
    for (std::size_t i = 0; i < lines.size(); ++i)
      CHECK(contains(html, "<strong>" + std::string(paper.language->tr(kMethodHeads[std::min<std::size_t>(i, 3)])) + "</strong>: " + escape_html(lines[i])));
  }
}

TEST_CASE("names of departments cannot become markup in printed insights") {
  Printed paper;
  for (Department& department : paper.board.departments.all) department.name = "<script>alert(1)</script>";
  for (InsightCriterion& criterion : paper.facts.criteria) criterion.name = "<img src=x>";
  const std::string html = insight_report_html(paper.words, paper.board, "<b onclick='x'>", *paper.language, paper.formats);
  for (const std::string_view markup : {"<script>", "<img", "<b onclick"}) CHECK_FALSE(contains(html, markup));
  CHECK(is_well_formed(html));
}

TEST_CASE("the chart of ratings has its lines' values at their places, the highlighted line first") {
  const Printed paper;
  const LineFigure figure = paper.words.rating_figure();
  const RatingLines& ratings = paper.board.ratings;
  REQUIRE(figure.lines.size() == ratings.lines.size());
  CHECK(figure.lines[0].highlighted == (ratings.highlighted >= 0));
  CHECK(figure.table.size() == ratings.cycles.size() + 1);
  for (const FigureLine& line : figure.lines)
    for (const FigurePoint& point : line.points) {
      CHECK(point.y >= figure.y_low);
      CHECK(point.y <= figure.y_high);
    }
}

TEST_CASE("an interval that holds zero is hollow and grey on paper, one that does not is full") {
  IntervalFigure figure{.caption = "c", .lines = {{"a", "", "+0.4", 0.4, 0.1, 0.7}, {"b", "", "-0.1", -0.1, -0.4, 0.2}}, .low = -1, .high = 1, .ticks = {{0, "0", false}}, .table = {}};
  const std::string svg = interval_svg(figure);
  CHECK(count_of(svg, "r=\"4.5\" fill=\"#2b56d3\"") == 1);
  CHECK(count_of(svg, "r=\"4.5\" fill=\"#fff\" stroke=\"#8f8b83\"") == 1);
}

TEST_CASE("parts of a bar stand one after the other, with their counts where there is room") {
  const ShareFigure figure{.parts = {"met", "risk", "off"}, .bars = {{.label = "Support", .parts = {7, 1, 0}, .share = "88%", .note = {}}, {.label = "New", .parts = {}, .share = "–", .note = "2 without"}},
                           .most = 8};
  const std::string svg = share_svg(figure, "x");
  CHECK(contains(svg, ">7</text>"));
  CHECK(contains(svg, ">88%</text>"));
  CHECK(contains(svg, ">2 without</text>"));
  CHECK(count_of(svg, "<rect") == 2 + 3);
}
