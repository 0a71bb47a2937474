// Steps one goes through, and what happened when: rail, stages, check list, timeline.
#pragma once

#include <span>
#include <string_view>

#include "ui/widgets/ui.h"

namespace fullcircle::ui {

enum class StepState : std::uint8_t { open, current, done };

struct Step {
  std::string_view label;
  StepState state = StepState::open;
  std::string_view note{};       ///< minutes, a count, a date: at the right end
};
/// The rail of a focus screen: 40 each, the current one filled. Out: the index clicked, -1 for none.
int step_rail(Ui& ui, const Rect& rect, std::string_view name, std::span<const Step> steps, int shown);
/// The stages beside a cycle ring: 32 each, not clickable. Out: the height used.
float stage_list(Ui& ui, const Rect& rect, std::span<const Step> steps);

/// A line of a check list with its reason: SMART check.
struct CheckLine {
  std::string_view label;
  std::string_view caption{};
  Tone tone = Tone::good;        ///< good: tick; warn: what is missing
};
float check_list(Ui& ui, const Rect& rect, std::span<const CheckLine> lines);

struct TimelineEntry {
  std::string_view title;
  std::string_view caption{};
  Icon icon{};
  Tone tone = Tone::neutral;
  bool clickable = false;
};
/// Discs joined by a line, 48 each. Out: the index clicked, -1 for none.
int timeline(Ui& ui, const Rect& rect, std::string_view name, std::span<const TimelineEntry> entries);
float timeline_height(std::size_t entries);

}  // namespace fullcircle::ui
