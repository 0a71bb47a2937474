#include "ui/screens/goal_forecast.h"

#include "ui/screens/goal_parts.h"
#include "ui/screens/goal_terms.h"
#include "ui/widgets/link.h"

namespace fullcircle {
const ForecastCheck& check_of(const ScreenContext& screen, const Goal& goal, GoalDetailState& state) {
  return state.check.get(screen.view, goal.id, [&] { return compute_forecast_check(screen.view, goal); });
}

void draw_forecast_words(ScreenContext& screen, Rect& area, const Goal& goal, const GoalStatus& status, GoalDetailState& state) {
  auto& ui = screen.ui;
  const auto line = [&](std::string_view text, ui::Colour colour) {
    if (!text.empty()) area.skip(ui.paragraph(area, ui::type::caption, colour, text) + 2);
  };
  if (!status.forecast) {
    if (goal.due_day && goal.state != GoalState::done) line(screen.tr("goal.forecast_needs_points"), ui.c.ink3);
    return;
  }
  const ForecastCheck& check = check_of(screen, goal, state);
  const GoalWords words = goal_words(screen, goal, status);
  for (const std::string& sentence : words.outlook(check)) line(sentence, ui.c.ink2);
  line(words.own_test(check), ui.c.ink3);
}

void draw_goal_terms_link(ScreenContext& screen, Rect& area, const GoalStatus& status, GoalDetailState& state) {
  auto& ui = screen.ui;
  if (!status.attainment && !status.forecast) return;
  area.skip(6);
  if (ui::link(ui, area.cut_top(ui.phone() ? ui::metrics::kPhoneTarget : 22), screen.tr("goal.terms_open"), {.style = ui::type::caption})) state.explains_figures = true;
}

void draw_goal_terms(ScreenContext& screen, const Goal& goal, const GoalStatus& status, GoalDetailState& state, Intents& intents) {
  if (!state.explains_figures) return;
  TermsDialog dialog(screen, "goal-terms", screen.tr("goal.terms_open"));
  dialog.guide(status.is_rolled_up ? "rating:rollup" : "rating:goals", intents);
  dialog.add(attainment_terms(screen, goal, status, state), screen.tr("goal.attainment"));
  if (status.forecast) {
    add_forecast_terms(screen, dialog, goal, status, check_of(screen, goal, state));
    dialog.guide("insights:forecast", intents);
  } else if (status.is_rolled_up && status.forecast_attainment) {
    dialog.say(screen.tr("goal.forecast_below"));
    dialog.add(roll_up_terms(screen, goal, status, state), screen.tr("goal.forecast_title"));
    dialog.guide("insights:forecast", intents);
  }
  state.explains_figures = dialog.end();
}

}  // namespace fullcircle
