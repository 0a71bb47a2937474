// Which page or table of Insights is wanted.
#pragma once

#include <optional>
#include <string>

#include "app/queries/insight_part.h"
#include "model/kinds.h"

namespace fullcircle {

struct InsightOrder {
  Id<Unit> within{};                    ///< none: all departments
  std::string criterion{};              ///< the key of the one whose ratings are shown; empty: `overall` decides
  bool is_overall = false;              ///< without a criterion: the overall result instead of the others' view
  Id<ReviewCycle> quality_of{};         ///< how its ratings were given, in place of the overview
  std::optional<InsightPart> table{};   ///< this part as CSV; goals_met: the figures at the head of the overview. None: the page
};

}  // namespace fullcircle
