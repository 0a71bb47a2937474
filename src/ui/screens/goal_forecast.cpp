#include "ui/screens/goal_forecast.h"

#include <algorithm>
#include <cmath>

#include "ui/screens/goal_parts.h"
#include "ui/screens/goal_terms.h"
#include "ui/widgets/link.h"

namespace fullcircle {
namespace {

constexpr double kWholeFrom = 10;

/// What to do next, from the terms of the forecast.
std::vector<std::string> suggestions(const ScreenContext& screen, const Goal& goal, const GoalStatus& status, const ForecastCheck& check) {
  std::vector<std::string> lines;
  if (!is_under_way(screen.view, goal, status)) return lines;
  if (const auto pace = needed_weekly_pace(screen.view, goal, status)) {
    const std::string now = check.line.slope ? pace_text(screen, goal, *check.line.slope * kDaysPerWeek) : std::string(screen.tr("common.empty_cell"));
    lines.push_back(screen.tr("goal.pace_needed", {{"pace", pace_text(screen, goal, *pace)}, {"now", now}}));
  }
  if (check.missed)
    lines.push_back(screen.tr("goal.behind_since", {{"date", screen.formats.short_date(check.missed->day)}, {"seen", in_goal_unit(screen, goal, check.missed->seen)},
                                                    {"wanted", in_goal_unit(screen, goal, check.missed->wanted)}}));
  return lines;
}

}  // namespace

std::string pace_text(const ScreenContext& screen, const Goal& goal, double change, int places) {
  const std::string number = screen.formats.difference(change, std::abs(change) < kWholeFrom ? places : 0);
  if (goal.measure_unit.empty()) return number;
  return goal.measure_unit == "%" ? screen.tr("goal.pace_percent", {{"pace", number}}) : number + " " + goal.measure_unit;
}

const ForecastCheck& check_of(const ScreenContext& screen, const Goal& goal, GoalDetailState& state) {
  return state.check.get(screen.view, goal.id, [&] { return compute_forecast_check(screen.view, goal); });
}

std::string own_test(const ScreenContext& screen, const Goal& goal, const rating::ForecastRecord& own) {
  if (own.trials == 0) return std::string(screen.tr("goal.tested_few"));
  return screen.tr("goal.tested_own", {{"count", own.trials}, {"days", static_cast<int>(std::lround(*own.days_ahead))}, {"error", in_goal_unit(screen, goal, *own.error)},
                                       {"unchanged", in_goal_unit(screen, goal, *own.unchanged_error)}, {"held", own.held}, {"total", own.with_interval}});
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
  if (status.chance) line(screen.tr("goal.chance", {{"percent", screen.formats.percent(*status.chance)}}), ui.c.ink2);
  for (const std::string& suggestion : suggestions(screen, goal, status, check)) line(suggestion, ui.c.ink2);
  line(own_test(screen, goal, check.own), ui.c.ink3);
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
