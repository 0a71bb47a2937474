#include "ui/screens/goal_parts.h"

#include <algorithm>

#include "app/queries/goal_words.h"
#include "ui/widgets/progress_bar.h"

namespace fullcircle {
namespace {

using rating::GoalOutlook;

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
  return GoalWords(screen.language, screen.formats, screen.view, goal, status).value();
}

std::string goal_forecast_text(const ScreenContext& screen, const Goal& goal, const GoalStatus& status) {
  return GoalWords(screen.language, screen.formats, screen.view, goal, status).forecast();
}

std::string in_goal_unit(const ScreenContext& screen, const Goal& goal, double value) { return in_goal_unit(screen.formats, goal, value); }

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
