#include "ui/screens/goal_parts.h"
#include "ui/screens/goal_terms.h"
#include "ui/screens/value_lines.h"

namespace fullcircle {
namespace {

constexpr std::size_t kMostValues = 60;

}  // namespace

void add_forecast_terms(const ScreenContext& screen, TermsDialog& dialog, const Goal& goal, const GoalStatus& status, const ForecastCheck& check) {
  auto& ui = screen.ui;
  const auto heading = [&](std::string_view key) { ui.heading(dialog.area().cut_top(26), 3, ui::type::group, ui.c.ink, screen.tr(key)); };
  heading("goal.forecast_title");
  dialog.say(screen.tr("goal.forecast_how"));
  const GoalWords words = goal_words(screen, goal, status);
  dialog.add(value_table(words.line_terms(check)), screen.tr("goal.terms"));
  dialog.add(value_table(words.interval_terms(check)), screen.tr("goal.term_sure"));
  dialog.add(value_table(words.way_terms(check)), screen.tr("goal.term_way"));
  heading("goal.tested");
  dialog.say(words.own_test(check));
  if (const std::string team = words.team_test(check); !team.empty()) dialog.say(team);
  dialog.area().skip(ui.paragraph(dialog.area(), ui::type::caption, ui.c.ink3, screen.tr("goal.tested_how")) + 14);
  ValueTable values;
  const std::size_t first = check.used.size() > kMostValues ? check.used.size() - kMostValues : 0;
  for (std::size_t i = first; i < check.used.size(); ++i)
    values.add(screen.formats.short_date(Day{static_cast<std::int32_t>(check.used[i].x)}), in_goal_unit(screen, goal, check.used[i].y));
  dialog.add(values, screen.tr("insights.values"));
}

}  // namespace fullcircle
