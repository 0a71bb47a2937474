// Goals at their due date by department: how many will be met as the check-ins look today.
#pragma once

#include <optional>
#include <vector>

#include "app/queries/insight_departments.h"
#include "app/queries/insight_facts.h"

namespace fullcircle {

struct GoalCounts {
  int met = 0;       ///< reached already, or forecast to be
  int at_risk = 0;
  int off_track = 0; ///< missed ones too
  int without = 0;   ///< too few values for a forecast: in no share

  int forecast() const { return met + at_risk + off_track; }
  std::optional<double> share() const { return forecast() > 0 ? std::optional(static_cast<double>(met) / forecast()) : std::nullopt; }
};

struct GoalBar {
  int department = 0;
  GoalCounts counts;
};

struct GoalBars {
  int cycle = -1;
  std::vector<GoalBar> bars;  ///< departments with goals, the greatest share first
  GoalCounts total;
};

/// Goals are open to the whole team, so no department is hidden.
GoalBars compute_goal_bars(const InsightFacts& facts, const Departments& departments, int cycle);

}  // namespace fullcircle
