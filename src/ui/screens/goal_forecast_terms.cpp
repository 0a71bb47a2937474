#include <cmath>

#include "ui/screens/goal_parts.h"
#include "ui/screens/goal_terms.h"

namespace fullcircle {
namespace {

constexpr std::size_t kMostValues = 60;
constexpr int kPlaces = 2;

std::string interval_text(const ScreenContext& screen, const Goal& goal, const rating::Interval& interval) {
  return in_goal_unit(screen, goal, interval.low) + " – " + in_goal_unit(screen, goal, interval.high);
}

ValueTable line_terms(const ScreenContext& screen, const Goal& goal, const GoalStatus& status, const ForecastCheck& check) {
  ValueTable rows;
  const auto& line = check.line;
  if (!line.slope || !line.intercept) return rows;
  const double today = screen.view.today.number, days = check.due_day - today, on_line = *line.intercept + *line.slope * today;
  rows.add(screen.tr("goal.term_line_today", {{"count", static_cast<int>(check.used.size())}}), in_goal_unit(screen, goal, on_line));
  rows.add(screen.tr("goal.term_pace", {{"pace", pace_text(screen, goal, *line.slope * kDaysPerWeek, kPlaces)}, {"days", static_cast<int>(days)}}),
           pace_text(screen, goal, *line.slope * days, kPlaces));
  if (!status.forecast) return rows;
  const double cut = *status.forecast - (on_line + *line.slope * days);
  if (std::abs(cut) > 1e-9) rows.add(std::string(screen.tr("goal.term_cut")), pace_text(screen, goal, cut, kPlaces));
  rows.add(std::string(screen.tr("goal.term_forecast")), in_goal_unit(screen, goal, *status.forecast), true);
  return rows;
}

/// What interval and chance are computed from: another line than the forecast's, as Theil and Sen's has no errors.
ValueTable interval_terms(const ScreenContext& screen, const Goal& goal, const GoalStatus& status, const ForecastCheck& check) {
  ValueTable rows;
  const auto& line = check.least_squares;
  const auto& prediction = check.prediction;
  if (!status.forecast_interval || !prediction.new_error) return rows;
  const auto& formats = screen.formats;
  const auto exact = [&](double value) { return formats.number(value, kPlaces); };
  const int degrees = line.n - 2;
  rows.add(std::string(screen.tr("goal.term_fit")), exact(*prediction.fit));
  rows.add(screen.tr("goal.term_spread", {{"count", line.n}, {"degrees", degrees}}), formats.number(*line.residual_sd, 3));
  rows.add(screen.tr("goal.term_new_error", {{"factor", *line.residual_sd > 0 ? formats.number(*prediction.new_error / *line.residual_sd, 3) : std::string("1")}}),
           formats.number(*prediction.new_error, 3));
  rows.add(screen.tr("goal.term_half", {{"quantile", formats.number(*prediction.quantile, 3)}, {"degrees", degrees}}), "± " + exact(*prediction.quantile * *prediction.new_error));
  const auto &whole = *prediction.prediction, &kept = *status.forecast_interval;
  const std::string wide = exact(whole.low) + " – " + exact(whole.high);
  if (std::abs(whole.low - kept.low) + std::abs(whole.high - kept.high) > 1e-9) rows.add(std::string(screen.tr("goal.term_cut")), wide + " → " + exact(kept.low) + " – " + exact(kept.high));
  rows.add(std::string(screen.tr("goal.term_interval")), interval_text(screen, goal, kept), true);
  if (!status.chance || !goal.target) return rows;
  const double away = (*goal.target - *prediction.fit) / *prediction.new_error;
  rows.add(screen.tr("goal.term_away", {{"target", formats.short_number(*goal.target)}, {"fit", exact(*prediction.fit)}, {"error", formats.number(*prediction.new_error, 3)}}),
           formats.difference(away, kPlaces));
  rows.add(screen.tr("goal.term_chance_of", {{"degrees", degrees}}), formats.percent(*status.chance, 1), true);
  return rows;
}

/// The pace that is needed, and the checkpoint that was missed.
ValueTable way_terms(const ScreenContext& screen, const Goal& goal, const GoalStatus& status, const ForecastCheck& check) {
  ValueTable rows;
  const auto& formats = screen.formats;
  if (const auto pace = needed_weekly_pace(screen.view, goal, status))
    rows.add(screen.tr("goal.term_needed", {{"target", formats.short_number(*goal.target)}, {"now", formats.short_number(*status.actual)},
                                            {"days", *goal.due_day - screen.view.today}}),
             pace_text(screen, goal, *pace, kPlaces));
  if (check.missed && goal.baseline && goal.target) {
    const std::string date = formats.short_date(check.missed->day);
    rows.add(screen.tr("goal.term_wanted", {{"date", date}, {"start", formats.short_number(*goal.baseline)}, {"target", formats.short_number(*goal.target)},
                                            {"passed", check.missed->days_passed}, {"days", check.missed->days}}),
             in_goal_unit(screen, goal, check.missed->wanted));
    rows.add(screen.tr("goal.term_seen", {{"date", date}}), in_goal_unit(screen, goal, check.missed->seen));
  }
  return rows;
}

std::string team_test(const ScreenContext& screen, const ForecastCheck& check) {
  const auto& team = check.team;
  if (team.trials == 0) return {};
  const double held = team.with_interval > 0 ? static_cast<double>(team.held) / team.with_interval : 0;
  return screen.tr("goal.tested_team", {{"goals", check.team_goals}, {"count", team.trials}, {"error", screen.formats.percent(*team.error)},
                                        {"unchanged", screen.formats.percent(*team.unchanged_error)}, {"held", screen.formats.percent(held)}});
}

}  // namespace

void add_forecast_terms(const ScreenContext& screen, TermsDialog& dialog, const Goal& goal, const GoalStatus& status, const ForecastCheck& check) {
  auto& ui = screen.ui;
  const auto heading = [&](std::string_view key) { ui.heading(dialog.area().cut_top(26), 3, ui::type::group, ui.c.ink, screen.tr(key)); };
  heading("goal.forecast_title");
  dialog.say(screen.tr("goal.forecast_how"));
  dialog.add(line_terms(screen, goal, status, check), screen.tr("goal.terms"));
  dialog.add(interval_terms(screen, goal, status, check), screen.tr("goal.term_sure"));
  dialog.add(way_terms(screen, goal, status, check), screen.tr("goal.term_way"));
  heading("goal.tested");
  dialog.say(own_test(screen, goal, check.own));
  if (const std::string team = team_test(screen, check); !team.empty()) dialog.say(team);
  dialog.area().skip(ui.paragraph(dialog.area(), ui::type::caption, ui.c.ink3, screen.tr("goal.tested_how")) + 14);
  ValueTable values;
  const std::size_t first = check.used.size() > kMostValues ? check.used.size() - kMostValues : 0;
  for (std::size_t i = first; i < check.used.size(); ++i)
    values.add(screen.formats.short_date(Day{static_cast<std::int32_t>(check.used[i].x)}), in_goal_unit(screen, goal, check.used[i].y));
  dialog.add(values, screen.tr("insights.values"));
}

}  // namespace fullcircle
