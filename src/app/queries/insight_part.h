// The parts of Insights by their names.
#pragma once

#include "model/enum_names.h"

namespace fullcircle {

/// What can be opened into its terms and exported.
enum class InsightPart : std::uint8_t { goals_met, check_ins, answers, agreement_figure, ratings, goals, agreement, actions, raters, adjusted, forms, comparison };
FULLCIRCLE_ENUM_NAMES(InsightPart, "insight_part", "goals_met", "check_ins", "answers", "agreement_figure", "ratings", "goals", "agreement", "actions",
                      "raters", "adjusted", "forms", "comparison");

}  // namespace fullcircle
