// The four figures at the head of Insights, each beside that of the cycle before.
#pragma once

#include <optional>

#include "app/queries/insight_departments.h"
#include "app/queries/insight_facts.h"

namespace fullcircle {

struct InsightFigure {
  std::optional<double> value;   ///< absent: nothing counted, or hidden
  std::optional<double> before;  ///< of the cycle before
  int counted = 0;               ///< goals, check-ins, answers, people
  int base = 0;                  ///< out of how many: goals with a forecast, check-ins due, people
  int left_out = 0;              ///< goals without a forecast, people without enough raters
  int cycle = -1;
  int counted_before = 0, base_before = 0;  ///< of the cycle before
};

struct InsightFigures {
  InsightFigure goals;      ///< share that will be met
  InsightFigure check_ins;  ///< share held within the team's rhythm
  InsightFigure answers;    ///< mean number per person, the own view not counted
  InsightFigure agreement;  ///< mean rwg; the cycle may be an earlier one
};

InsightFigures compute_insight_figures(const InsightFacts& facts, const Departments& departments);

}  // namespace fullcircle
