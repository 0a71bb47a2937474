// A calibration on paper: what the screen shows, and nothing else.
#include "app/reports/calibration_report.h"

#include <doctest/doctest.h>

#include "app/reports/figure_charts.h"
#include "app/reports/html_writer.h"
#include "app/support/report_text.h"
#include "app/support/sample_team.h"
#include "app/support/shipped_languages.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

struct Printed : LeadsTeam {
  const ReviewCycle& cycle = *view.cycle_before(*view.current_cycle());
  CalibrationView shown = compute_calibration(view, cycle);
  std::shared_ptr<const Language> language;
  Formats formats;
  CalibrationWords words{*language, formats, cycle};
  std::vector<std::string> people, units;

  explicit Printed(const std::string& code = "en") : language(load_language(code)), formats(*language, kToday) {
    for (const CalibrationPerson& person : shown.people) people.push_back(person.person->name);
    for (const UnitRatings& ratings : shown.units) {
      const Unit* unit = view.find(ratings.unit);
      units.push_back(unit ? unit->name : std::string(language->tr("calibration.no_unit")));
    }
  }
  std::string html(std::size_t most_in_boxes = 300) const { return calibration_report_html(shown, cycle, {people, units}, *language, formats, most_in_boxes); }
};

}  // namespace

TEST_CASE("the printed calibration holds every row of the tables behind the screen's charts, in each language") {
  for (const std::string code : {"en", "de"}) {
    const Printed paper(code);
    const std::string html = paper.html();
    CHECK(contains(html, "<html lang=\"" + code + "\">"));
    CHECK(is_well_formed(html));
    CHECK_FALSE(contains(html, " style="));  // the app's own page allows no style attributes
    CHECK(holds_rows(html, paper.words.boxes_table(paper.shown, paper.people)));
    CHECK(holds_rows(html, paper.words.moves_table(paper.shown, paper.people)));
    for (const HistogramFigure& figure : paper.words.unit_figures(paper.shown, paper.units))
      for (std::size_t band = 1; band < figure.table.size(); ++band)
        CHECK(contains(html, escape_html(figure.table[band][0]) + "</th><td class=\"number\">" + figure.table[band][1] + "</td><td class=\"number\">" + figure.table[band][2] + "</td>"));
    CHECK(contains(html, "<dd>" + paper.words.score(paper.shown.mean_before) + "</dd>"));
    CHECK(contains(html, "<dd>" + paper.words.score(paper.shown.mean_now) + "</dd>"));
    for (const ValueLine& line : paper.words.mean_lines(paper.shown)) CHECK(contains(html, escape_html(line.label)));
  }
}

TEST_CASE("the printed nine-box has a chip for everybody placed, a ghost and an arrow for everybody moved") {
  const Printed paper;
  const NineBoxFigure figure = paper.words.nine_box(paper.shown, paper.people);
  const std::string svg = nine_box_svg(figure);
  std::size_t moved = 0;
  for (const NineBoxChip& chip : figure.people) {
    moved += chip.moved_from.has_value();
    CHECK(contains(svg, ">" + escape_html(chip.name) + "</text>"));
  }
  REQUIRE(moved > 0);
  CHECK(count_of(svg, "rx=\"10\"") == 9);
  CHECK(count_of(svg, "rx=\"12\"") == figure.people.size() + moved);
  CHECK(count_of(svg, "stroke-dasharray") == moved);
  CHECK(count_of(svg, "<path") == moved);
  for (const std::string& cell : figure.cells) CHECK(contains(svg, ">" + escape_html(cell) + "<"));
}

TEST_CASE("columns are as high as they count, with a tick only where the mark differs") {
  HistogramFigure figure{.caption = "\"<two>\"", .columns = {{"1", 0, 0.0}, {"2", 4, 2.0}, {"3", 2, 2.0}}, .maximum = 4, .table = {}};
  const std::string svg = histogram_svg(figure);
  CHECK(contains(svg, "aria-label=\"&quot;&lt;two&gt;&quot;\""));
  CHECK(count_of(svg, "<rect") == 3);
  CHECK(count_of(svg, "<path") == 1);
  CHECK(contains(svg, "height=\"56.0\""));
  CHECK(contains(svg, "height=\"28.0\""));
}

TEST_CASE("hidden names are in no byte of the printed calibration") {
  Printed paper;
  for (std::size_t i = 0; i < paper.people.size(); ++i) paper.people[i] = "Person " + std::to_string(i + 1);
  for (const std::size_t moved : paper.shown.moves) CHECK_FALSE(paper.shown.people[moved].review->calibration_reason.empty());
  const std::string html = paper.html();
  for (const CalibrationPerson& person : paper.shown.people) CHECK_FALSE(contains(html, ">" + escape_html(person.person->name) + "<"));
  CHECK(contains(html, "Person 1<"));
}

TEST_CASE("what people wrote cannot become markup in the printed calibration") {
  Printed paper;
  REQUIRE_FALSE(paper.shown.moves.empty());
  Review review = *paper.shown.people[paper.shown.moves[0]].review;
  review.calibration_reason = "</td></table><script>alert(1)</script>";
  paper.shown.people[paper.shown.moves[0]].review = &review;
  paper.people[0] = "<img src=x onerror=alert(2)>";
  paper.units[0] = "<b onclick='x'>";
  const std::string html = paper.html();
  for (const std::string_view markup : {"<script>", "<img", "<b onclick"}) CHECK_FALSE(contains(html, markup));
  CHECK(contains(html, "&lt;script&gt;alert(1)"));
  CHECK(is_well_formed(html));
}

TEST_CASE("of more people than the boxes hold, paper has the table as the screen does") {
  const Printed paper;
  const std::string html = paper.html(3);
  CHECK_FALSE(contains(html, "rx=\"10\""));
  CHECK(contains(html, paper.language->tr("calibration.too_many")));
  CHECK(holds_rows(html, paper.words.boxes_table(paper.shown, paper.people)));
}

TEST_CASE("the guide stands on paper as ticks, counts and how far apart, only where there is one") {
  Printed paper;
  CHECK(paper.words.guide_figure(paper.shown).columns.empty() == !paper.shown.guide.has_value());
  paper.shown.guide = rating::compute_distribution_check({0, 2, 5, 4, 0}, {10, 20, 40, 20, 10});
  const HistogramFigure guide = paper.words.guide_figure(paper.shown);
  REQUIRE(guide.columns.size() == 5);
  CHECK(*guide.columns[2].mark == doctest::Approx(4.4));
  const std::string html = paper.html();
  CHECK(contains(html, escape_html(guide.caption)));
  CHECK(contains(html, escape_html(guide.table[3][0]) + "</th><td class=\"number\">" + guide.table[3][1] + "</td><td class=\"number\">4.4</td>"));
}
