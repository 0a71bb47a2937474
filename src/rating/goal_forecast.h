// Where a goal will stand at its due date, how sure that is, and whether it is on track.
#pragma once

#include <optional>
#include <vector>

#include "rating/regression.h"

namespace fullcircle::rating {

struct ForecastInput {
  std::vector<Point> points;  ///< x in days, in any order
  double due_day = 0;
  std::optional<double> target;
  Direction direction = Direction::Higher;
  std::optional<Interval> bounds;  ///< values the measure cannot leave, e.g. {0, 100}
};

struct GoalForecast {
  Figure intercept, slope;  ///< Theil-Sen
  Figure forecast;          ///< Theil-Sen line at the due day, cut at the bounds
  FigureInterval interval;  ///< least squares prediction interval at the due day, cut at the bounds
  Figure chance;            ///< least squares: of being at or beyond the target at the due day
};

/// Source: Theil-Sen for the line because a single bad month must not turn it; least squares for the interval.
GoalForecast compute_goal_forecast(const ForecastInput& input);

enum class GoalOutlook {
  Done,        ///< attained in full
  OnTrack,     ///< the forecast comes to 95 % of full attainment or more
  AtRisk,      ///< 80 % or more
  OffTrack,    ///< less
  Missed,      ///< the due day is over and it was not attained
  NotEnough,   ///< fewer than three points on different days
};

inline constexpr double kOnTrackAttainment = 0.95;
inline constexpr double kAtRiskAttainment = 0.80;
inline constexpr int kForecastMinimumPoints = 3;

/// The forecast's own attainment, by the goal's own measure, decides; the rule is the same for every kind of goal.
///
/// In:     `goal` with the value of today; `forecast` of the same measure.
GoalOutlook compute_outlook(const GoalFacts& goal, const GoalForecast& forecast, int points_on_different_days,
                            double today, double due_day);

/// Change per day needed from now on to reach the target at the due day; NoData without target or value, TooFewPoints
/// when no day is left.
Figure compute_needed_pace(const GoalFacts& goal, double today, double due_day);

}  // namespace fullcircle::rating
