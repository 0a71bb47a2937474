#include "app/reports/goal_report.h"

#include "app/reports/figure_charts.h"
#include "app/reports/report_page.h"
#include "model/sorting.h"

namespace fullcircle {
namespace {

std::vector<std::string> head_lines(const ModelView& view, const Goal& goal, std::string_view state, const Language& language, const Formats& formats) {
  std::string facts = view.name_of(goal.owner);
  const auto add = [&](std::string_view text) { facts.append(facts.empty() ? "" : " · ").append(text); };
  if (const Unit* unit = view.find(goal.unit)) add(unit->name);
  if (goal.weight_percent > 0) add(language.tr("common.percent_weight", {{"percent", formats.quantity(goal.weight_percent, "%")}}));
  if (goal.due_day) add(language.tr("common.due_day", {{"date", formats.short_date(*goal.due_day)}}));
  add(state);
  std::vector<std::string> lines{std::move(facts)};
  if (const Goal* parent = view.find(goal.parent)) lines.push_back(language.tr("goal.supports", {{"title", parent->title}}));
  if (!goal.description.empty()) lines.push_back(goal.description);
  return lines;
}

void write_terms(ReportPage& page, const GoalWords& words, const ForecastCheck& check) {
  page.open_section(page.tr("goal.terms_open"));
  page.paragraph(page.tr("goal.forecast_how"));
  page.lines(page.tr("goal.terms"), words.line_terms(check));
  page.lines(page.tr("goal.term_sure"), words.interval_terms(check));
  page.lines(page.tr("goal.term_way"), words.way_terms(check));
  page.element("h3", page.tr("goal.tested"));
  page.paragraph(words.own_test(check));
  page.paragraph(words.team_test(check));
  page.paragraph(page.tr("goal.tested_how"), true);
  page.close_section();
}

void write_log(ReportPage& page, const ModelView& view, const Goal& goal, const Formats& formats) {
  const auto found = view.points_of(goal.id);
  std::vector<const ProgressPoint*> points(found.begin(), found.end());
  sort_stably(points, std::ranges::greater{}, &ProgressPoint::day);
  const auto word = [&](std::string_view key) { return std::string(page.tr(key)); };
  TextTable table{{word("common.day"), word("goal.value"), word("common.name"), word("goal.comment")}};
  for (const ProgressPoint* point : points)
    table.push_back({formats.short_date(point->day), point->value ? formats.quantity(*point->value, goal.measure_unit) : std::string(),
                     view.find(point->author) ? view.name_of(point->author) : word("common.nobody"), point->note});
  page.open_section(page.tr("goal.log"));
  if (points.empty()) page.paragraph(page.tr("goal.log_empty"));
  page.table(table);
  page.close_section();
}

}  // namespace

std::string goal_report_html(const ModelView& view, const Goal& goal, const GoalStatus& status, const ForecastCheck& check, std::string_view state, const Language& language,
                             const Formats& formats) {
  const GoalWords words(language, formats, view, goal, status);
  const std::string target = words.target(), forecast = goal.state == GoalState::done ? std::string() : words.forecast();
  ReportPage page(language, formats, goal.title.empty() ? std::string(language.tr("common.unnamed")) : goal.title, head_lines(view, goal, state, language, formats));
  page.raw("<dl class=\"figures\">");
  page.figure(page.tr("goal.now"), words.now());
  if (!target.empty()) page.figure(page.tr("goal.target"), target);
  if (!forecast.empty()) page.figure(words.forecast_caption(), forecast);
  page.raw("</dl>\n");
  if (const GoalChart chart = compute_goal_chart(view, goal, status); is_measured_in_numbers(goal) && !chart.values.empty()) {
    const LineFigure figure = words.chart(chart);
    page.raw("<section>").raw(line_svg(figure));
    if (status.forecast)
      for (const std::string& sentence : words.outlook(check)) page.paragraph(sentence);
    else if (goal.due_day && goal.state != GoalState::done)
      page.paragraph(page.tr("goal.forecast_needs_points"));
    page.table(figure.table);
    page.close_section();
  }
  if (status.forecast) write_terms(page, words, check);
  write_log(page, view, goal, formats);
  return page.end();
}

}  // namespace fullcircle
