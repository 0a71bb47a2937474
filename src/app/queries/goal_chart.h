// What the chart of a goal shows: measured values by day, and axes with round figures that hold values, target and forecast.
#pragma once

#include <vector>

#include "app/queries/goal_status.h"

namespace fullcircle {

struct MeasuredValue {
  Day day;
  double value = 0;
};

struct GoalChart {
  std::vector<MeasuredValue> values;  ///< one a day, the one recorded last; ascending, up to today
  Day first, last;                    ///< the time axis: from the first value (or the start) to the due day, at least to today
  double low = 0, high = 1;           ///< the value axis
  std::vector<double> ticks;          ///< three to six round figures from low to high
};

/// A chart for any goal that is measured in numbers; without values it holds axes only.
GoalChart compute_goal_chart(const ModelView& view, const Goal& goal, const GoalStatus& status);

/// Round figures (1, 2, 2.5 or 5 times a power of ten apart) that enclose low to high in three to six lines.
/// Example: 64 to 93 -> 60, 70, 80, 90, 100
std::vector<double> round_ticks(double low, double high);

}  // namespace fullcircle
