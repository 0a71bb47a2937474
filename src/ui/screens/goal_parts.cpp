#include "ui/screens/goal_parts.h"

#include <algorithm>
#include <cmath>

#include "ui/widgets/progress_bar.h"

namespace fullcircle {
namespace {

using rating::GoalOutlook;

constexpr double kLargestCount = 1000;

bool is_whole(double value) { return std::abs(value - std::round(value)) < 1e-9; }

/// "5 of 6" reads better than "5" only for small whole numbers that start at nothing.
bool counts_up(const Goal& goal) {
  const bool grows = goal.kind == GoalKind::higher || goal.kind == GoalKind::higher_no_baseline;
  return grows && goal.measure_unit != "%" && goal.target && is_whole(*goal.target) && *goal.target <= kLargestCount && goal.baseline.value_or(0) == 0;
}

float as_share(const rating::Figure& attainment) { return attainment ? static_cast<float>(std::clamp(*attainment, 0.0, 1.0)) : 0; }

void draw_bar(ScreenContext& screen, const Rect& rect, std::string_view name, const rating::Figure& attainment, const rating::Figure& forecast,
              GoalOutlook outlook, std::string_view words) {
  ui::BarOptions options;
  options.tone = goal_tone(outlook);
  if (forecast) options.forecast = as_share(forecast);
  options.value_text = words;
  ui::progress_bar(screen.ui, rect, as_share(attainment), name, options);
}

}  // namespace

std::string goal_value_text(const ScreenContext& screen, const Goal& goal, const GoalStatus& status) {
  const auto& formats = screen.formats;
  const std::string none(screen.tr("common.empty_cell"));
  if (goal.state == GoalState::done) return std::string(screen.tr("outlook.done"));
  if (status.is_rolled_up) return status.attainment ? formats.percent(*status.attainment) : none;
  switch (goal.kind) {
    case GoalKind::milestones:
      return screen.tr("goal.value_of", {{"value", formats.integer(status.milestones_done)}, {"target", formats.integer(status.milestones)}});
    case GoalKind::yes_no:
      if (!goal.is_reached) return none;
      return std::string(screen.tr(*goal.is_reached ? "goal.reached" : "goal.reached_no"));
    default: break;
  }
  if (!status.actual) return none;
  if (counts_up(goal))
    return screen.tr("goal.value_of", {{"value", formats.short_number(*status.actual)}, {"target", formats.short_number(*goal.target)}});
  return formats.quantity(*status.actual, goal.measure_unit);
}

std::string goal_forecast_text(const ScreenContext& screen, const Goal& goal, const GoalStatus& status) {
  if (status.is_rolled_up) return status.forecast_attainment ? screen.formats.percent(*status.forecast_attainment) : std::string();
  if (!status.forecast) return {};
  // A forecast is not known to a decimal: whole numbers, or one place where the target itself has one.
  const double value = goal.target && is_whole(*goal.target) ? std::round(*status.forecast) : *status.forecast;
  if (counts_up(goal)) return screen.formats.short_number(value, 1);
  return screen.formats.quantity(value, goal.measure_unit);
}

std::string in_goal_unit(const ScreenContext& screen, const Goal& goal, double value) {
  constexpr double kFewFrom = 10;
  const double places = std::abs(value) < kFewFrom ? 100 : 10;
  return screen.formats.quantity(std::round(value * places) / places, goal.measure_unit);
}

ui::Tone goal_tone(GoalOutlook outlook) {
  switch (outlook) {
    case GoalOutlook::Done: return ui::Tone::good;
    case GoalOutlook::AtRisk: return ui::Tone::warn;
    case GoalOutlook::OffTrack:
    case GoalOutlook::Missed: return ui::Tone::bad;
    default: return ui::Tone::accent;
  }
}

Icon goal_icon(GoalOutlook outlook) {
  switch (outlook) {
    case GoalOutlook::Done: return Icon::check;
    case GoalOutlook::AtRisk: return Icon::circle_alert;
    case GoalOutlook::OffTrack:
    case GoalOutlook::Missed: return Icon::trending_down;
    default: return {};
  }
}

void goal_bar(ScreenContext& screen, const Rect& rect, const Goal& goal, const GoalStatus& status) {
  std::string words = goal_value_text(screen, goal, status);
  if (const auto forecast = goal_forecast_text(screen, goal, status); !forecast.empty())
    words += ", " + screen.tr("home.forecast_value", {{"value", forecast}});
  draw_bar(screen, rect, goal.title, status.attainment, status.forecast_attainment, status.outlook, words);
}

void person_goals_bar(ScreenContext& screen, const Rect& rect, std::string_view name, const PersonGoals& goals) {
  const std::string words = goals.attainment ? screen.formats.percent(*goals.attainment) : std::string(screen.tr("common.empty_cell"));
  draw_bar(screen, rect, name, goals.attainment, goals.forecast_attainment, goals.outlook, words);
}

}  // namespace fullcircle
