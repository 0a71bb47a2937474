#include "app/reports/plan_report.h"

#include "app/queries/person_change_words.h"
#include "app/queries/plan_figures.h"
#include "app/reports/figure_charts.h"
#include "app/reports/report_page.h"
#include "exchange/csv.h"

namespace fullcircle {
namespace {

/// What both forms say of an action, in the order of the columns.
std::vector<std::string> action_cells(const ModelView& view, const DevelopmentAction& action, const Language& language, const Formats& formats) {
  const bool is_late = compute_shown_state(action, view.today) == ShownState::late;
  return {action.title,
          std::string(language.name_of(action.kind)),
          view.name_of(action.mentor),
          action.due_day ? formats.numeric_date(*action.due_day) : std::string(),
          std::string(is_late ? language.tr("common.late") : language.name_of(action.state)),
          action.target,
          action.note};
}

std::vector<std::string> action_heads(const Language& language) {
  std::vector<std::string> heads;
  for (const auto key : {"field.action.title", "field.action.kind", "field.action.mentor", "field.action.due", "field.action.state", "field.action.target", "field.action.note"})
    heads.emplace_back(language.tr(key));
  return heads;
}

std::string focus_name(const PlanFocus& focus, const Language& language) { return focus.area ? focus.title : std::string(language.tr("plan.no_focus")); }

std::vector<std::string> head_lines(const ModelView& view, const PlanView& shown, const Language& language) {
  const DevelopmentPlan& plan = *shown.plan;
  std::vector<std::string> lines{language.tr("plan.done_of", {{"done", shown.done}, {"total", shown.total}}) + " " + std::string(language.tr("plan.actions_done"))};
  if (plan.mentor) lines.push_back(language.tr("plan.mentor_is", {{"mentor", view.name_of(plan.mentor)}, {"name", view.name_of(plan.person)}}));
  return lines;
}

/// "Spring 2026 3.1 · Autumn 2026 3.6 · Target 4.0"
std::string scores_line(const PlanView& shown, std::size_t focus, const Language& language, const Formats& formats) {
  const FocusScores found = focus_scores(shown, focus, MeasuresUsed::released);
  const PersonChange* measured = found.measure ? &*found.measure->change : nullptr;
  const std::pair<std::string, std::optional<double>> scores[] = {{measured ? measured->before.cycle : std::string(language.tr("plan.start_score")), found.start},
                                                                  {measured ? measured->after.cycle : std::string(language.tr("plan.current")), found.now},
                                                                  {std::string(language.tr("plan.target_score")), shown.focus[focus].area->target_score}};
  std::string line;
  for (const auto& [head, score] : scores)
    if (score) line += (line.empty() ? "" : " · ") + head + " " + formats.number(*score, kPlanScorePlaces);
  if (!measured && (found.start || found.now)) line += " (" + std::string(language.tr("plan.by_hand")) + ")";
  return line;
}

/// As somebody wrote them, with their lines.
void write_words(ReportPage& page, std::string_view text) {
  if (!text.empty()) page.element("p", text, " class=\"words\"");
}

void write_actions(ReportPage& page, const ModelView& view, const PlanFocus& focus, const Language& language, const Formats& formats) {
  if (focus.actions.empty()) return;
  page.raw("<table class=\"actions\"><thead><tr>");
  for (const auto& head : action_heads(language)) page.element("th", head);
  page.raw("</tr></thead><tbody>\n");
  for (const DevelopmentAction* action : focus.actions) {
    page.raw("<tr>");
    for (const auto& cell : action_cells(view, *action, language, formats)) page.element("td", cell);
    page.raw("</tr>\n");
  }
  page.raw("</tbody></table>\n");
}

void write_mix(ReportPage& page, const PlanFigures& figures, const PlanView& shown) {
  if (shown.total == 0) return;
  const MixFigure mix = figures.mix(shown);
  page.open_section(mix.caption);
  page.raw(mix_svg(mix));
  page.table(mix.table);
  page.paragraph(page.tr("plan.mix_how"), true);
  page.paragraph(page.tr("plan.guide_how"), true);
  page.close_section();
}

/// The chart, and of each measured change what it is made of.
void write_changes(ReportPage& page, const PlanFigures& figures, const PlanView& shown, const Language& language, const Formats& formats) {
  const std::vector<PlanChange> changes = changes_of(shown, MeasuresUsed::released);
  if (changes.empty()) return;
  const PersonChangeWords words(language, formats);
  const SlopeFigure slopes = figures.slopes(changes);
  page.open_section(slopes.caption);
  page.raw(slope_svg(slopes));
  page.table(slopes.table);
  bool is_measured = false;
  for (const PlanChange& change : changes) {
    if (!change.measure) continue;
    is_measured = true;
    page.element("h3", change.title);
    page.paragraph(words.sentence(*change.measure->change));
    page.lines(page.tr("goal.terms"), words.terms(*change.measure->change));
  }
  if (is_measured) {
    page.paragraph(words.method(), true);
    page.paragraph(page.tr("person.change_caution"), true);
    page.paragraph(page.tr("plan.no_cause"), true);
  }
  page.close_section();
}

void write_text(ReportPage& page, std::string_view head, std::string_view text) {
  if (text.empty()) return;
  page.open_section(head);
  write_words(page, text);
  page.close_section();
}

}  // namespace

std::string plan_csv(const ModelView& view, const PlanView& shown, const Language& language, const Formats& formats) {
  std::vector<std::vector<std::string>> rows{action_heads(language)};
  rows.front().insert(rows.front().begin(), std::string(language.tr("plan.column_focus")));
  for (const PlanFocus& focus : shown.focus)
    for (const DevelopmentAction* action : focus.actions) {
      rows.push_back(action_cells(view, *action, language, formats));
      rows.back().insert(rows.back().begin(), focus_name(focus, language));
    }
  return encode_csv(rows);
}

std::string plan_report_html(const ModelView& view, const PlanView& shown, const Language& language, const Formats& formats) {
  const DevelopmentPlan& plan = *shown.plan;
  const std::string& name = view.name_of(plan.person);
  const PlanFigures figures(language, formats);
  ReportPage page(language, formats, language.tr("plan.title", {{"name", name}}), head_lines(view, shown, language));
  for (std::size_t i = 0; i < shown.focus.size(); ++i) {
    const PlanFocus& focus = shown.focus[i];
    page.open_section(focus_name(focus, language));
    if (focus.area) {
      write_words(page, focus.area->reason);
      page.paragraph(scores_line(shown, i, language, formats));
    }
    write_actions(page, view, focus, language, formats);
    page.close_section();
  }
  write_changes(page, figures, shown, language, formats);
  write_mix(page, figures, shown);
  write_text(page, language.tr("plan.strengths"), plan.strengths);
  write_text(page, language.tr("plan.ambitions", {{"name", name}}), plan.ambitions);
  write_text(page, language.tr("plan.wellbeing"), plan.wellbeing);
  return page.end();
}

}  // namespace fullcircle
