// Whether a goal is specific, measurable, achievable, relevant and time-bound, and if not, what is missing.
#pragma once

#include <array>
#include <optional>

#include "app/model_view.h"

namespace fullcircle {

enum class SmartPart : std::uint8_t { specific, measurable, achievable, relevant, time_bound };
FULLCIRCLE_ENUM_NAMES(SmartPart, "smart_part", "specific", "measurable", "achievable", "relevant", "time_bound");

/// What to write next for a part that is not met.
enum class SmartGap : std::uint8_t {
  title,      ///< fewer than two words say nothing
  scope,      ///< what exactly, and what not
  figure,     ///< target, range or milestones of the goal's kind
  baseline,   ///< where it starts
  no_change,  ///< start and target are the same
  range,      ///< the lower end is above the upper one
  source,     ///< what is counted, and where the figure comes from
  needs,      ///< what it takes
  link,       ///< the goal above, or how it supports the team
  due,        ///< a date
  due_order,  ///< the date is not after the start
};
FULLCIRCLE_ENUM_NAMES(SmartGap, "smart_gap", "title", "scope", "figure", "baseline", "no_change", "range", "source", "needs", "link", "due", "due_order");

struct SmartFinding {
  SmartPart part = SmartPart::specific;
  std::optional<SmartGap> gap;  ///< absent: met
};

/// The five findings in the order of the word. Each part names the first gap only: one step at a time.
///
/// Rules: specific = a title of two words and a scope; measurable = the figures its kind needs and their source; achievable = what it needs is
/// written down; relevant = linked to a goal that exists, or explained, or a goal of the whole organisation; time-bound = due after its start.
/// Source: G. T. Doran, "There's a S.M.A.R.T. way to write management's goals and objectives", 1981; the rules are conventions of this product.
std::array<SmartFinding, 5> check_smart(const ModelView& view, const Goal& goal);

/// How many of the five are met.
int count_met(const std::array<SmartFinding, 5>& findings);

}  // namespace fullcircle
