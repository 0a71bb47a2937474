#include "app/files/plan_document.h"

#include "app/reports/report_style.h"
#include "exchange/csv.h"

namespace fullcircle {
namespace {

constexpr int kScorePlaces = 1;

std::string escape(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') out += "&amp;";
    else if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '"') out += "&quot;";
    else if (c == '\n') out += "<br>";
    else out += c;
  }
  return out;
}

std::string element(std::string_view tag, std::string_view text) {
  const std::string name(tag);
  return "<" + name + ">" + escape(text) + "</" + name + ">";
}

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

/// Of measured values only released ones: the paper goes to the person.
void add_scores(std::string& html, const PlanView& shown, std::size_t focus, const Language& language, const Formats& formats) {
  const FocusScores found = focus_scores(shown, focus, MeasuresUsed::released);
  const PersonChange* measured = found.measure ? &*found.measure->change : nullptr;
  const std::pair<std::string, std::optional<double>> scores[] = {{measured ? measured->before.cycle : std::string(language.tr("plan.start_score")), found.start},
                                                                  {measured ? measured->after.cycle : std::string(language.tr("plan.current")), found.now},
                                                                  {std::string(language.tr("plan.target_score")), shown.focus[focus].area->target_score}};
  std::string line;
  for (const auto& [head, score] : scores)
    if (score) line += (line.empty() ? "" : " · ") + head + " " + formats.number(*score, kScorePlaces);
  if (!measured && (found.start || found.now)) line += " (" + std::string(language.tr("plan.by_hand")) + ")";
  if (!line.empty()) html += element("p", line);
}

void add_actions(std::string& html, const ModelView& view, const PlanFocus& focus, const Language& language, const Formats& formats) {
  if (focus.actions.empty()) return;
  html += "<table class=\"actions\"><thead><tr>";
  for (const auto& head : action_heads(language)) html += element("th", head);
  html += "</tr></thead><tbody>";
  for (const DevelopmentAction* action : focus.actions) {
    html += "<tr>";
    for (const auto& cell : action_cells(view, *action, language, formats)) html += element("td", cell);
    html += "</tr>";
  }
  html += "</tbody></table>";
}

void add_text(std::string& html, std::string_view head, std::string_view text) {
  if (!text.empty()) html += "<section>" + element("h2", head) + element("p", text) + "</section>";
}

}  // namespace

std::string encode_plan_csv(const ModelView& view, const PlanView& shown, const Language& language, const Formats& formats) {
  std::vector<std::vector<std::string>> rows{action_heads(language)};
  rows.front().insert(rows.front().begin(), std::string(language.tr("plan.column_focus")));
  for (const PlanFocus& focus : shown.focus)
    for (const DevelopmentAction* action : focus.actions) {
      rows.push_back(action_cells(view, *action, language, formats));
      rows.back().insert(rows.back().begin(), focus_name(focus, language));
    }
  return encode_csv(rows);
}

std::string encode_plan_html(const ModelView& view, const PlanView& shown, const Language& language, const Formats& formats) {
  const DevelopmentPlan& plan = *shown.plan;
  const std::string& name = view.name_of(plan.person);
  const std::string title = language.tr("plan.title", {{"name", name}});
  std::string html = "<!doctype html><html lang=\"" + language.code() + "\"><head><meta charset=\"utf-8\">" + element("title", title) + "<style>" +
                     std::string(kReportStyle) + "</style></head><body><header>" + element("h1", title);
  html += element("p", language.tr("plan.done_of", {{"done", shown.done}, {"total", shown.total}}) + " " + std::string(language.tr("plan.actions_done")));
  if (plan.mentor) html += element("p", language.tr("plan.mentor_is", {{"mentor", view.name_of(plan.mentor)}, {"name", name}}));
  html += element("p", language.tr("print.printed", {{"date", formats.long_date(view.today)}})) + "</header><main>";
  for (std::size_t i = 0; i < shown.focus.size(); ++i) {
    const PlanFocus& focus = shown.focus[i];
    html += "<section>" + element("h2", focus_name(focus, language));
    if (focus.area) {
      if (!focus.area->reason.empty()) html += element("p", focus.area->reason);
      add_scores(html, shown, i, language, formats);
    }
    add_actions(html, view, focus, language, formats);
    html += "</section>";
  }
  add_text(html, language.tr("plan.strengths"), plan.strengths);
  add_text(html, language.tr("plan.ambitions", {{"name", name}}), plan.ambitions);
  add_text(html, language.tr("plan.wellbeing"), plan.wellbeing);
  return html + "</main></body></html>";
}

}  // namespace fullcircle
