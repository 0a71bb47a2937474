#include "app/reports/trend_report.h"

#include "app/queries/followed_trend.h"
#include "app/queries/person_change_words.h"
#include "app/reports/figure_charts.h"
#include "app/reports/report_page.h"

namespace fullcircle {
namespace {

/// Chart, the rows behind it, and whether it changed by more than noise.
void write_trend(ReportPage& page, const FollowedTrend& followed, const RatingRules& rules, const Language& language, const Formats& formats) {
  const TrendWords words(language, formats);
  const PersonChangeWords changes(language, formats);
  const LineFigure figure = words.figure(followed, rules);
  page.open_section(followed.name.empty() ? std::string(page.tr("insights.measure_overall")) : followed.name);
  page.paragraph(words.summary(followed));
  page.raw(line_svg(figure));
  page.table(figure.table);
  for (const PersonChange& change : followed.changes) {
    page.element("h3", language.tr("person.change_title", {{"cycle", change.before.cycle}}));
    page.paragraph(changes.sentence(change));
    for (const std::string& sentence : changes.meaning(change)) page.paragraph(sentence);
    page.lines(page.tr("goal.terms"), changes.terms(change));
  }
  page.close_section();
}

/// All that the cycles asked about: a row each, the view of others in each cycle or why there is none.
TextTable criteria_table(const std::vector<TrendPoint>& released, const Language& language, const Formats& formats) {
  const TrendWords words(language, formats);
  TextTable table{{std::string(language.tr("insights.column_criterion"))}};
  for (const TrendPoint& point : released) table[0].push_back(point.cycle);
  for (const TrendCriterion& criterion : criteria_of(released)) {
    auto& row = table.emplace_back(1, criterion.name);
    for (const TrendPoint& point : follow_criterion(released, criterion.key)) row.push_back(words.value(point.others, point.gap));
  }
  return table;
}

}  // namespace

std::string trend_report_html(const ModelView& view, Id<Person> person, const std::vector<TrendPoint>& released, const std::string& criterion, const Language& language,
                              const Formats& formats) {
  const std::string& role = view.role_of(person);
  ReportPage page(language, formats, std::string(language.tr("person.trend")) + " · " + view.name_of(person), std::span(&role, 1));
  const RatingRules& rules = view.rules({});
  write_trend(page, compute_followed_trend(view, released, {}), rules, language, formats);
  if (const FollowedTrend one = compute_followed_trend(view, released, criterion); !one.name.empty()) write_trend(page, one, rules, language, formats);
  if (const TextTable table = criteria_table(released, language, formats); table.size() > 1) {
    page.open_section(language.tr("insights.measure_others"));
    page.table(table);
    page.close_section();
  }
  page.paragraph(PersonChangeWords(language, formats).method(), true);
  page.paragraph(language.tr("person.change_caution"), true);
  return page.end();
}

}  // namespace fullcircle
