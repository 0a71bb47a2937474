// What the forecast of a goal is made from.
#pragma once

#include "app/model_view.h"
#include "rating/goal_forecast.h"

namespace fullcircle {

/// The values up to today, the due day (today without one), the target and the values a percentage cannot leave.
rating::ForecastInput forecast_input(const ModelView& view, const Goal& goal);

}  // namespace fullcircle
