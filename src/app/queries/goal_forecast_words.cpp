// How sure a goal's forecast is, what follows from it, and what it is made of.
#include <cmath>

#include "app/queries/goal_words.h"

namespace fullcircle {
namespace {

constexpr double kWholeFrom = 10;
constexpr int kPlaces = 2;

}  // namespace

std::string GoalWords::pace(double change, int places) const {
  const std::string number = formats_.difference(change, std::abs(change) < kWholeFrom ? places : 0);
  if (goal_.measure_unit.empty()) return number;
  return goal_.measure_unit == "%" ? language_.tr("goal.pace_percent", {{"pace", number}}) : number + " " + goal_.measure_unit;
}

std::vector<std::string> GoalWords::outlook(const ForecastCheck& check) const {
  std::vector<std::string> lines;
  if (status_.chance) lines.push_back(language_.tr("goal.chance", {{"percent", formats_.percent(*status_.chance)}}));
  if (!is_under_way(view_, goal_, status_)) return lines;
  if (const auto needed = needed_weekly_pace(view_, goal_, status_)) {
    const std::string now = check.line.slope ? pace(*check.line.slope * kDaysPerWeek) : tr("common.empty_cell");
    lines.push_back(language_.tr("goal.pace_needed", {{"pace", pace(*needed)}, {"now", now}}));
  }
  if (check.missed)
    lines.push_back(language_.tr("goal.behind_since", {{"date", formats_.short_date(check.missed->day)}, {"seen", in_unit(check.missed->seen)}, {"wanted", in_unit(check.missed->wanted)}}));
  return lines;
}

std::string GoalWords::own_test(const ForecastCheck& check) const {
  const auto& own = check.own;
  if (own.trials == 0) return tr("goal.tested_few");
  return language_.tr("goal.tested_own", {{"count", own.trials}, {"days", static_cast<int>(std::lround(*own.days_ahead))}, {"error", in_unit(*own.error)},
                                          {"unchanged", in_unit(*own.unchanged_error)}, {"held", own.held}, {"total", own.with_interval}});
}

std::string GoalWords::team_test(const ForecastCheck& check) const {
  const auto& team = check.team;
  if (team.trials == 0) return {};
  const double held = team.with_interval > 0 ? static_cast<double>(team.held) / team.with_interval : 0;
  return language_.tr("goal.tested_team", {{"goals", check.team_goals}, {"count", team.trials}, {"error", formats_.percent(*team.error)},
                                           {"unchanged", formats_.percent(*team.unchanged_error)}, {"held", formats_.percent(held)}});
}

std::vector<ValueLine> GoalWords::line_terms(const ForecastCheck& check) const {
  std::vector<ValueLine> lines;
  const auto& line = check.line;
  if (!line.slope || !line.intercept) return lines;
  const double today = view_.today.number, days = check.due_day - today, on_line = *line.intercept + *line.slope * today;
  lines.push_back({language_.tr("goal.term_line_today", {{"count", static_cast<int>(check.used.size())}}), in_unit(on_line)});
  lines.push_back({language_.tr("goal.term_pace", {{"pace", pace(*line.slope * kDaysPerWeek, kPlaces)}, {"days", static_cast<int>(days)}}), pace(*line.slope * days, kPlaces)});
  if (!status_.forecast) return lines;
  const double cut = *status_.forecast - (on_line + *line.slope * days);
  if (std::abs(cut) > 1e-9) lines.push_back({tr("goal.term_cut"), pace(cut, kPlaces)});
  lines.push_back({tr("goal.term_forecast"), in_unit(*status_.forecast), true});
  return lines;
}

/// What interval and chance are computed from: another line than the forecast's, as Theil and Sen's has no errors.
std::vector<ValueLine> GoalWords::interval_terms(const ForecastCheck& check) const {
  std::vector<ValueLine> lines;
  const auto& line = check.least_squares;
  const auto& prediction = check.prediction;
  if (!status_.forecast_interval || !prediction.new_error) return lines;
  const auto exact = [&](double value) { return formats_.number(value, kPlaces); };
  const int degrees = line.n - 2;
  lines.push_back({tr("goal.term_fit"), exact(*prediction.fit)});
  lines.push_back({language_.tr("goal.term_spread", {{"count", line.n}, {"degrees", degrees}}), formats_.number(*line.residual_sd, 3)});
  lines.push_back({language_.tr("goal.term_new_error", {{"factor", *line.residual_sd > 0 ? formats_.number(*prediction.new_error / *line.residual_sd, 3) : std::string("1")}}),
                   formats_.number(*prediction.new_error, 3)});
  lines.push_back({language_.tr("goal.term_half", {{"quantile", formats_.number(*prediction.quantile, 3)}, {"degrees", degrees}}), "± " + exact(*prediction.quantile * *prediction.new_error)});
  const auto &whole = *prediction.prediction, &kept = *status_.forecast_interval;
  const std::string wide = exact(whole.low) + " – " + exact(whole.high);
  if (std::abs(whole.low - kept.low) + std::abs(whole.high - kept.high) > 1e-9) lines.push_back({tr("goal.term_cut"), wide + " → " + exact(kept.low) + " – " + exact(kept.high)});
  lines.push_back({tr("goal.term_interval"), in_unit(kept.low) + " – " + in_unit(kept.high), true});
  if (!status_.chance || !goal_.target) return lines;
  const double away = (*goal_.target - *prediction.fit) / *prediction.new_error;
  lines.push_back({language_.tr("goal.term_away", {{"target", formats_.short_number(*goal_.target)}, {"fit", exact(*prediction.fit)}, {"error", formats_.number(*prediction.new_error, 3)}}),
                   formats_.difference(away, kPlaces)});
  lines.push_back({language_.tr("goal.term_chance_of", {{"degrees", degrees}}), formats_.percent(*status_.chance, 1), true});
  return lines;
}

std::vector<ValueLine> GoalWords::way_terms(const ForecastCheck& check) const {
  std::vector<ValueLine> lines;
  if (const auto needed = needed_weekly_pace(view_, goal_, status_))
    lines.push_back({language_.tr("goal.term_needed", {{"target", formats_.short_number(*goal_.target)}, {"now", formats_.short_number(*status_.actual)}, {"days", *goal_.due_day - view_.today}}),
                     pace(*needed, kPlaces)});
  if (check.missed && goal_.baseline && goal_.target) {
    const std::string date = formats_.short_date(check.missed->day);
    lines.push_back({language_.tr("goal.term_wanted", {{"date", date}, {"start", formats_.short_number(*goal_.baseline)}, {"target", formats_.short_number(*goal_.target)},
                                                       {"passed", check.missed->days_passed}, {"days", check.missed->days}}),
                     in_unit(check.missed->wanted)});
    lines.push_back({language_.tr("goal.term_seen", {{"date", date}}), in_unit(check.missed->seen)});
  }
  return lines;
}

}  // namespace fullcircle
