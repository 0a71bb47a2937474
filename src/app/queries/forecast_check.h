// How far the forecast of a goal can be trusted, and what follows from it: tested on the goal's own past and on that of the team.
#pragma once

#include "app/queries/goal_status.h"
#include "rating/forecast_trials.h"

namespace fullcircle {

/// Since when a goal has been behind the straight way from its start to its target.
struct MissedCheckpoint {
  Day day;
  double wanted = 0, seen = 0;
  int days_passed = 0, days = 0;  ///< of the straight way: from its start to `day`, and to the due day
};

struct ForecastCheck {
  std::vector<rating::Point> used;         ///< the values the line is drawn through, days as numbers, the earliest first
  rating::GoalForecast line;
  rating::LeastSquares least_squares;      ///< what interval and chance follow from
  rating::LinePrediction prediction;       ///< at the due day, not yet cut at what the measure can be
  double due_day = 0;
  rating::ForecastRecord own;              ///< errors in the goal's unit
  rating::ForecastRecord team;             ///< errors as shares of the way from start to target
  int team_goals = 0;
  std::optional<MissedCheckpoint> missed;
};

inline constexpr int kMostGoalsChecked = 300;
inline constexpr double kDaysPerWeek = 7;

ForecastCheck compute_forecast_check(const ModelView& view, const Goal& goal);

/// Whether there is a way left to go: due after today, neither reached nor done.
bool is_under_way(const ModelView& view, const Goal& goal, const GoalStatus& status);

/// The change a week, in the goal's unit, that would reach the target when it is due; nothing for a goal that is not under way or is where it should be.
std::optional<double> needed_weekly_pace(const ModelView& view, const Goal& goal, const GoalStatus& status);

}  // namespace fullcircle
