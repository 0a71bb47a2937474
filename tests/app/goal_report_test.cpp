// A goal on paper: chart, table, terms and log as on the screen.
#include "app/reports/goal_report.h"

#include <doctest/doctest.h>

#include <cmath>

#include "app/reports/figure_charts.h"
#include "app/support/report_text.h"
#include "app/support/sample_team.h"
#include "app/support/shipped_languages.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

struct Team : LeadsTeam {
  /// One that is under way and has a forecast with its interval.
  const Goal& goal() const {
    for (const Goal& found : view.table<Goal>().alive())
      if (const auto status = compute_goal_status(view, found);
          found.state == GoalState::agreed && status.forecast_interval && status.chance && found.due_day && *found.due_day > view.today)
        return found;
    FAIL("no goal has a forecast");
    return view.table<Goal>().alive().front();
  }
  std::string html(const Goal& goal, const Language& language) const {
    return goal_report_html(view, goal, compute_goal_status(view, goal), compute_forecast_check(view, goal), language.tr("outlook.at_risk"), language, Formats(language, kToday));
  }
};

}  // namespace

TEST_CASE("the printed goal holds its figures, the rows behind its chart, every term of the forecast and every entry") {
  const Team team;
  const Goal& goal = team.goal();
  const GoalStatus status = compute_goal_status(team.view, goal);
  const ForecastCheck check = compute_forecast_check(team.view, goal);
  for (const std::string code : {"en", "de"}) {
    const auto language = load_language(code);
    const Formats formats(*language, kToday);
    const GoalWords words(*language, formats, team.view, goal, status);
    const std::string html = team.html(goal, *language);
    CHECK(is_well_formed(html));
    CHECK_FALSE(contains(html, " style="));
    for (const std::string& figure : {words.now(), words.target(), words.forecast()}) CHECK(contains(html, "<dd>" + escape_html(figure) + "</dd>"));
    const LineFigure chart = words.chart(compute_goal_chart(team.view, goal, status));
    CHECK(holds_rows(html, chart.table));
    CHECK(contains(html, line_svg(chart)));
    for (const auto& lines : {words.line_terms(check), words.interval_terms(check), words.way_terms(check)})
      for (const ValueLine& line : lines) CHECK(contains(html, escape_html(line.label)));
    for (const std::string& sentence : words.outlook(check)) CHECK(contains(html, escape_html(sentence)));
    CHECK(contains(html, escape_html(words.own_test(check))));
    for (const ProgressPoint* point : team.view.points_of(goal.id)) CHECK(contains(html, escape_html(point->note)));
  }
}

TEST_CASE("the last row behind a goal's chart is the due day with forecast, interval and target") {
  const Team team;
  const Goal& goal = team.goal();
  const GoalStatus status = compute_goal_status(team.view, goal);
  const auto language = load_language("en");
  const Formats formats(*language, kToday);
  const LineFigure chart = GoalWords(*language, formats, team.view, goal, status).chart(compute_goal_chart(team.view, goal, status));
  REQUIRE(chart.forecast);
  const auto& last = chart.table.back();
  REQUIRE(last.size() == 6);
  CHECK(last[0] == formats.short_date(*goal.due_day));
  CHECK(last[2] == in_goal_unit(formats, goal, *status.forecast));
  CHECK(last[3] == in_goal_unit(formats, goal, status.forecast_interval->low));
  CHECK(last[4] == in_goal_unit(formats, goal, status.forecast_interval->high));
  CHECK(chart.table.size() == chart.lines[0].points.size() + 2);
  CHECK(chart.forecast->from.x == chart.lines[0].points.back().x);
  CHECK(chart.forecast->low >= chart.y_low);
  CHECK(chart.forecast->high <= chart.y_high);
}

TEST_CASE("a forecast on paper is a band, a dashed line and a hollow end; without one there is none of them") {
  LineFigure figure{.caption = "a & b", .lines = {{.points = {{0, 1}, {10, 3}}, .label = {}}}, .x_high = 20, .y_low = 0, .y_high = 5, .x_ticks = {{0, "1 Nov"}, {20, "21 Nov"}},
                    .y_ticks = {{0, "0"}, {5, "5"}}, .forecast = FigureForecast{{10, 3}, {20, 4}, 3, 5, "4", {}}, .target = 4.5, .today = 12, .target_label = "Target", .table = {}};
  std::string svg = line_svg(figure);
  CHECK(contains(svg, "aria-label=\"a &amp; b\""));
  CHECK(count_of(svg, "#dde6fd") == 1);
  CHECK(count_of(svg, "stroke-dasharray=\"4 3\"") == 1);
  CHECK(count_of(svg, "stroke-dasharray=\"3 3\"") == 1);
  CHECK(contains(svg, ">Target</text>"));
  figure.forecast.reset();
  figure.target.reset();
  svg = line_svg(figure);
  CHECK_FALSE(contains(svg, "#dde6fd"));
  CHECK_FALSE(contains(svg, "stroke-dasharray"));
  CHECK(count_of(svg, "<circle") == 1);  // the last point
}

TEST_CASE("lines that end at one place have their labels one under the other") {
  LineFigure figure;
  for (const double end : {3.0, 3.01, 3.02}) figure.lines.push_back({.points = {{0, 2}, {1, end}}, .label = "line", .highlighted = end == 3.0});
  figure.y_low = 1;
  figure.y_high = 5;
  const std::string svg = line_svg(figure);
  std::vector<double> places;
  for (auto at = svg.find(">line<"); at != std::string::npos; at = svg.find(">line<", at + 1)) places.push_back(std::stod(svg.substr(svg.rfind("y=\"", at) + 3)));
  REQUIRE(places.size() == 3);
  for (std::size_t i = 1; i < places.size(); ++i) CHECK(places[i] - places[i - 1] >= 14.9);
}

TEST_CASE("what people wrote cannot become markup in the printed goal") {
  Team team;
  const Id<Goal> id = team.goal().id;
  team.change(id, [](Goal& goal) {
    goal.title = "<script>alert(1)</script>";
    goal.description = "</main><img src=x>";
    goal.measure_unit = "<u>";
  });
  team.change(team.view.points_of(id).front()->id, [](ProgressPoint& point) { point.note = "<iframe>"; });
  const std::string html = team.html(*team.view.find(id), *load_language("en"));
  for (const std::string_view markup : {"<script>", "<img", "<u>", "<iframe>"}) CHECK_FALSE(contains(html, markup));
  CHECK(count_of(html, "</main>") == 1);
  CHECK(is_well_formed(html));
}
