// A person's results over the cycles on paper: the charts of the screen, every change with its terms, nothing that is not released.
#include "app/reports/trend_report.h"

#include <doctest/doctest.h>

#include "app/queries/followed_trend.h"
#include "app/queries/person_change_words.h"
#include "app/reports/figure_charts.h"
#include "app/support/report_text.h"
#include "app/support/sample_team.h"
#include "app/support/shipped_languages.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

struct Printed {
  LeadsTeam team;
  std::shared_ptr<Language> language = load_language("en");
  Formats formats{*language, kToday};
  Id<Person> mara = person_called(team.view, "Mara");
  std::vector<TrendPoint> trend = compute_result_trend(team.view, mara);
  std::vector<TrendPoint> released = compute_result_trend(team.view.on_paper(mara), mara);

  std::string html(const std::string& criterion) const { return trend_report_html(team.view, mara, released, criterion, *language, formats); }
};

}  // namespace

TEST_CASE("the printed course holds the charts of the screen, their rows, and every change with its terms") {
  const Printed printed;
  const std::string key = criteria_of(printed.released).front().key;
  const std::string html = printed.html(key);
  CHECK(is_well_formed(html));
  CHECK_FALSE(contains(html, " style="));
  for (const std::string& criterion : {std::string(), key}) {
    const FollowedTrend followed = compute_followed_trend(printed.team.view, printed.released, criterion);
    CHECK(followed.name.empty() == criterion.empty());
    const LineFigure figure = TrendWords(*printed.language, printed.formats).figure(followed, printed.team.view.rules({}));
    CHECK(contains(html, line_svg(figure)));
    CHECK(holds_rows(html, figure.table));
    REQUIRE_FALSE(followed.changes.empty());
    const PersonChangeWords words(*printed.language, printed.formats);
    for (const PersonChange& change : followed.changes) {
      CHECK(contains(html, escape_html(words.sentence(change))));
      for (const ValueLine& line : words.terms(change)) CHECK(contains(html, escape_html(line.label)));
    }
  }
}

TEST_CASE("every competency stands in the table with what each released result says of it") {
  const Printed printed;
  const std::string html = printed.html({});
  const TrendWords words(*printed.language, printed.formats);
  std::size_t rows = 0;
  for (const TrendCriterion& criterion : criteria_of(printed.released)) {
    std::vector<std::string> row{criterion.name};
    for (const TrendPoint& point : follow_criterion(printed.released, criterion.key)) row.push_back(words.value(point.others, point.gap));
    CHECK(holds_rows(html, {row}));
    ++rows;
  }
  CHECK(rows > 4);
}

TEST_CASE("a result that is not released is not on the paper") {
  const Printed printed;
  REQUIRE(printed.trend.size() == printed.released.size() + 1);
  CHECK_FALSE(printed.trend.back().is_released);
  // Its name stands there only for what the whole team's answers say of reliability.
  const std::string html = printed.html({});
  CHECK_FALSE(contains(html, ">" + printed.trend.back().cycle + "<"));
  CHECK_FALSE(contains(html, "since " + printed.trend.back().cycle + ":"));
  CHECK_FALSE(contains(html, "Ratings by others, " + printed.trend.back().cycle + "<"));
}

TEST_CASE("a line of the course ends where a cycle has no value and begins again after it") {
  const Printed printed;
  FollowedTrend followed{.points = printed.trend, .changes = {}, .name = {}};
  REQUIRE(followed.points.size() == 4);
  followed.points[1].overall = rating::undefined(rating::Undefined::TooFewPoints);
  const LineFigure figure = TrendWords(*printed.language, printed.formats).figure(followed, printed.team.view.rules({}));
  REQUIRE(figure.lines.size() == 3);  // the overall in two pieces, and the view of others
  CHECK(figure.lines[0].points.size() == 1);
  CHECK(figure.lines[0].label.empty());
  CHECK(figure.lines[1].points.front().x == 2);
  CHECK_FALSE(figure.lines[1].label.empty());
  CHECK(figure.places == 4);
  CHECK(figure.table.size() == 5);
}
