#include "app/reports/insight_report.h"

#include <algorithm>
#include <array>
#include <span>

#include "app/reports/figure_charts.h"
#include "app/reports/report_page.h"

namespace fullcircle {
namespace {

constexpr std::size_t kMostColumns = 8;  ///< of the grid; the table below it has all
constexpr std::array kFigures = {InsightPart::goals_met, InsightPart::check_ins, InsightPart::answers, InsightPart::agreement_figure};

/// What was counted, what was left out, by which method, each under its word as on the screen.
void write_method(ReportPage& page, const InsightWords& words, InsightPart part) {
  std::size_t index = 0;
  for (const std::string& line : words.method(part))
    page.raw("<p class=\"quiet\">").element("strong", page.tr(kMethodHeads[std::min(index++, kMethodHeads.size() - 1)])).raw(": ").text(line).raw("</p>\n");
}

/// Title, finding, chart with its values, what is hidden, how it is computed.
void write_part(ReportPage& page, const InsightWords& words, InsightPart part, const std::string& chart, std::string_view none) {
  page.open_section(words.title(part));
  page.paragraph(words.finding(part));
  if (chart.empty()) page.paragraph(page.tr(none));
  page.raw(chart);
  if (!chart.empty()) page.table(words.table(part));
  if (part == InsightPart::actions) page.paragraph(words.regression_warning(ChangesShown::before_after));
  if (part == InsightPart::comparison) page.paragraph(words.regression_warning(ChangesShown::compared));
  page.paragraph(words.hidden(part));
  page.element("h3", page.tr("insights.how"));
  write_method(page, words, part);
  page.close_section();
}

ReportPage start(const std::string& title, const std::string& department, const Language& language, const Formats& formats) {
  return ReportPage(language, formats, std::string(language.tr("insights.title")) + " · " + title, std::span(&department, 1));
}

}  // namespace

std::string insight_report_html(const InsightWords& words, const InsightBoard& board, const std::string& department, const Language& language, const Formats& formats) {
  ReportPage page = start(std::string(language.tr("insights.overview")), department, language, formats);
  page.paragraph(words.on_paper());
  page.raw("<dl class=\"figures\">");
  for (const InsightPart part : kFigures) page.figure(words.figure_name(part) + ", " + words.change(part).text, words.figure(part));
  page.raw("</dl>\n");
  const bool has_ratings = !board.ratings.lines.empty(), has_goals = !board.goals.bars.empty(), has_agreement = !board.agreement.criteria.empty();
  const IntervalFigure changes = words.change_figure(ChangesShown::before_after), compared = words.change_figure(ChangesShown::compared);
  write_part(page, words, InsightPart::ratings, has_ratings ? line_svg(words.rating_figure()) : std::string(), "insights.ratings_none");
  write_part(page, words, InsightPart::goals, has_goals ? share_svg(words.goal_figure(), words.title(InsightPart::goals)) : std::string(), "insights.goals_none");
  write_part(page, words, InsightPart::agreement, has_agreement ? heat_svg(words.agreement_figure(kMostColumns)) : std::string(), "common.none");
  write_part(page, words, InsightPart::actions, changes.lines.empty() ? std::string() : interval_svg(changes), "insights.actions_none");
  write_part(page, words, InsightPart::comparison, compared.lines.empty() ? std::string() : interval_svg(compared), "insights.compared_none");
  page.open_section(page.tr("insights.head_figures"));
  page.table(words.figure_table());
  for (const InsightPart part : {InsightPart::check_ins, InsightPart::answers}) {  // the others' are those of their chart
    page.element("h3", words.figure_name(part));
    write_method(page, words, part);
  }
  page.close_section();
  return page.end();
}

std::string quality_report_html(const InsightWords& words, const RatingQuality& quality, const std::string& department, const Language& language, const Formats& formats) {
  ReportPage page = start(words.title(InsightPart::forms), department, language, formats);
  const auto note = [&](std::string sentence) {
    std::erase(sentence, '*');  // of the strong parts on the screen
    page.paragraph(sentence);
  };
  note(language.tr("quality.privacy", {{"count", quality.minimum}}));
  if (quality.raters.empty() && !words.leaves_results_out()) note(std::string(language.tr("quality.empty")));
  if (quality.components > 1) note(language.tr("quality.groups", {{"count", quality.components}}));
  if (quality.is_too_large) note(language.tr("quality.too_large", {{"count", static_cast<int>(kMostRatersCompared)}}));
  if (quality.unknown_answers > 0) note(language.tr("quality.unknown", {{"count", quality.unknown_answers}}));
  page.paragraph(words.on_paper());
  page.paragraph(page.tr("quality.keep"));
  for (const InsightPart part : {InsightPart::forms, InsightPart::raters, InsightPart::adjusted}) {
    const TextTable table = words.table(quality, part);
    if (table.size() < 2) continue;  // a head without rows
    page.open_section(words.title(part));
    page.table(table);
    write_method(page, words, part);
    page.close_section();
  }
  return page.end();
}

}  // namespace fullcircle
