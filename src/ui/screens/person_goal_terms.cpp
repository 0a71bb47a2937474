// What a person's goals come to together: each goal with its weight, what is left out and why, and the sum.
#include "ui/screens/person_sections.h"
#include "ui/screens/terms_dialog.h"

namespace fullcircle {
namespace {

std::string reason_text(const ScreenContext& screen, const CountedGoal& counted) {
  switch (*counted.left_out) {
    case GoalLeftOut::not_agreed:
    case GoalLeftOut::dropped: return std::string(screen.language.name_of(counted.goal->state));
    case GoalLeftOut::only_sums: return std::string(screen.tr("person.goal_only_sums"));
    case GoalLeftOut::no_weight: return std::string(screen.tr("left_out.no_weight"));
    case GoalLeftOut::no_value: break;
  }
  return std::string(screen.tr("undefined." + std::string(rating::code_of(counted.attainment.error()))));
}

std::string share_text(const ScreenContext& screen, const rating::Figure& share) {
  return share ? screen.formats.percent(*share, 1) : std::string(screen.tr("common.empty_cell"));
}

/// "Answer within a day · Weight 40 · share 57.1%"
std::string label_of(const ScreenContext& screen, const CountedGoal& counted) {
  std::string label = counted.goal->title.empty() ? std::string(screen.tr("common.unnamed")) : counted.goal->title;
  const auto add = [&label](std::string_view words) { label.append(" · ").append(words); };
  add(std::string(screen.tr("terms.column_weight")) + " " + screen.formats.short_number(counted.weight));
  if (counted.left_out) add(screen.tr("terms.left_out", {{"reason", reason_text(screen, counted)}}));
  else add(screen.tr("goal.term_share", {{"share", screen.formats.percent(counted.share, 1)}}));
  return label;
}

ValueTable today_rows(const ScreenContext& screen, const PersonGoalTerms& terms) {
  ValueTable rows;
  for (const CountedGoal& counted : terms.goals) rows.add(label_of(screen, counted), share_text(screen, counted.attainment));
  if (terms.covered && *terms.covered < 1) rows.add(std::string(screen.tr("person.goals_covered")), screen.formats.percent(*terms.covered, 1));
  const auto& total = terms.total.attainment;
  rows.add(std::string(screen.tr("terms.attainment")) + ", " + std::string(screen.tr("terms.rule_weighted_mean")), share_text(screen, total), true);
  if (total) rows.add(screen.tr("terms.rounded", {{"exact", screen.formats.percent(*total, 3)}, {"rounded", screen.formats.percent(*total)}}), screen.formats.percent(*total));
  return rows;
}

ValueTable due_rows(const ScreenContext& screen, const PersonGoalTerms& terms) {
  ValueTable rows;
  if (!terms.total.forecast_attainment) return rows;
  for (const CountedGoal& counted : terms.goals) {
    if (counted.left_out) continue;
    std::string label = label_of(screen, counted);
    if (!counted.has_forecast) label.append(" · ").append(screen.tr("goal.term_as_now"));
    rows.add(std::move(label), share_text(screen, counted.at_due));
  }
  rows.add(std::string(screen.tr("goal.term_rolled_up")), share_text(screen, terms.total.forecast_attainment), true);
  return rows;
}

}  // namespace

void draw_person_goal_terms(ScreenContext& screen, const PersonGoalTerms& terms, bool& is_open, Intents& intents) {
  if (!is_open) return;
  TermsDialog dialog(screen, "person-goal-terms", screen.tr("terms.attainment"));
  dialog.say(screen.tr("person.goals_how"));
  dialog.guide("rating:goals", intents);
  dialog.add(today_rows(screen, terms), screen.tr("goal.attainment"));
  dialog.add(due_rows(screen, terms), screen.tr("goal.forecast_title"));
  is_open = dialog.end();
}

}  // namespace fullcircle
