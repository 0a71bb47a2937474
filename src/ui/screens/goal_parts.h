// How a goal shows on every page: its value in words, its colour, its bar with the forecast tick.
#pragma once

#include "app/queries/person_goals.h"
#include "ui/screens/screen.h"

namespace fullcircle {

/// "3 of 8", "82%", "13.2 days", "Done", or an en dash without a value.
std::string goal_value_text(const ScreenContext& screen, const Goal& goal, const GoalStatus& status);
/// The forecast in the goal's own unit; empty without one.
std::string goal_forecast_text(const ScreenContext& screen, const Goal& goal, const GoalStatus& status);

/// "62.5%", "13.25 days": two places below ten, else one, as far as there are any.
std::string in_goal_unit(const ScreenContext& screen, const Goal& goal, double value);

/// Accent as a rule, warn or bad only when the forecast misses, good when done.
ui::Tone goal_tone(rating::GoalOutlook outlook);
/// The icon that goes with a tone of warn, bad or good; none for accent.
Icon goal_icon(rating::GoalOutlook outlook);

/// The bar with the forecast as its tick; a screen reader hears value and forecast.
void goal_bar(ScreenContext& screen, const Rect& rect, const Goal& goal, const GoalStatus& status);
/// The same for the weighted goals of a person.
void person_goals_bar(ScreenContext& screen, const Rect& rect, std::string_view name, const PersonGoals& goals);

/// What avatars are tinted by.
inline std::uint64_t person_number(RecordId id) { return id.high; }

}  // namespace fullcircle
