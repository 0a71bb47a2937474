// What a goal without a measure of its own is made of: the goals below it, with what each brings to the forecast.
#pragma once

#include <vector>

#include "app/queries/goal_status.h"

namespace fullcircle {

struct GoalBelow {
  const Goal* goal = nullptr;
  double weight = 1;
  double share = 0;             ///< 0..1 of the forecast, after what is left out
  bool is_rolled_up = false;    ///< has goals below itself
  rating::Figure attainment;    ///< today
  rating::Figure forecast;      ///< at its due day
  rating::Figure counted;       ///< the forecast; without one what it has today, as it is not assumed to move
};

/// In the order of the file; dropped goals are not among them. The weighted mean of `counted` is the forecast of `goal`.
std::vector<GoalBelow> goals_below(const ModelView& view, const Goal& goal);

/// The goals below one as a list to read: each is followed by those below it, down to those that are measured.
struct GoalsBelow {
  struct Line {
    GoalBelow goal;
    int level = 0;  ///< 0: directly below
  };
  std::vector<Line> lines;
  std::size_t unlisted = 0;         ///< further ones, of any level
  std::size_t unlisted_direct = 0;  ///< those of level 0 among them
};

/// In: at most `most` lines are wanted.
GoalsBelow list_goals_below(const ModelView& view, const Goal& goal, std::size_t most);

/// How much a goal counts for the one above; one without a weight counts 1.
double roll_up_weight(const Goal& goal);
/// What a goal of this status brings to the forecast of the one above.
const rating::Figure& counted_at_due(const GoalStatus& status);

}  // namespace fullcircle
