// A goal on paper: its figures, its course with the forecast's band, how that was made and tested, and the log.
#pragma once

#include <string>

#include "app/queries/goal_words.h"

namespace fullcircle {

/// A whole HTML document. `state`: how the goal stands, in a word. In: `check` is looked at only for a goal with a forecast.
std::string goal_report_html(const ModelView& view, const Goal& goal, const GoalStatus& status, const ForecastCheck& check, std::string_view state, const Language& language,
                             const Formats& formats);

}  // namespace fullcircle
