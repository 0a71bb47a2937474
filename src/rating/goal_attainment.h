// How far a goal has come, 0 to its cap, whatever it is measured by.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "rating/term.h"

namespace fullcircle::rating {

enum class GoalMeasure {
  Higher,            ///< from a baseline up to a target
  Lower,             ///< from a baseline down to a target
  HigherNoBaseline,  ///< actual / target
  LowerNoBaseline,   ///< 2 - actual / target
  Range,             ///< between low and high, with a tolerance outside
  Maintain,          ///< keep at (or beyond) the target
  Milestones,        ///< weight of what is done
  YesNo,
};

enum class Direction { Higher, Lower };

struct Milestone {
  double weight = 1;
  std::optional<bool> done;  ///< absent: not known, left out
};

/// What is measured of one goal. Which fields count depends on `measure`; an absent one of these means no data.
struct GoalFacts {
  std::string id;
  GoalMeasure measure = GoalMeasure::HigherNoBaseline;
  std::optional<double> baseline, target, actual;
  std::optional<double> low, high;
  double tolerance = 0;                        ///< Range: where attainment has fallen to 0, beyond low and high
  Direction direction = Direction::Higher;     ///< Maintain
  std::vector<Milestone> milestones;
  std::optional<bool> reached;                 ///< YesNo
  double weight = 1;                           ///< 0 or more
  double cap = 1;                              ///< 1 for OKR, 1.2 usual for KPI
};

/// What the goal's formula gives, before it is cut to 0..cap: below 0 or above the cap where it went that way. Errors as below.
Figure compute_uncut_attainment(const GoalFacts& goal);

/// Attainment of one goal, cut to 0..cap.
///
/// Out:    NoData without the numbers it needs; NoVariation for actual / target with a target of 0 or below.
/// Source: conventions of this product; worked vendor examples in tests/rating/science.
/// Example: Lower, baseline 8, target 5, actual 6 -> 0.6667
Figure compute_attainment(const GoalFacts& goal);

/// Weighted mean of the goals that have an attainment, without its terms: what compute_goals gives as its value.
Figure compute_goals_attainment(std::span<const GoalFacts> goals);

struct GoalsResult {
  Term term;       ///< TermKind::Attainment, one child per goal, weights and shares filled in
  Figure covered;  ///< share of the weight that has an attainment
};

/// Weighted mean of the goals that have an attainment; the others are left out, never counted as 0.
GoalsResult compute_goals(const std::vector<GoalFacts>& goals);

}  // namespace fullcircle::rating
