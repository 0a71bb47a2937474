// A share as a bar, with the ink tick that marks the forecast.
#pragma once

#include <optional>
#include <string_view>

#include "ui/widgets/ui.h"

namespace fullcircle::ui {

struct BarOptions {
  Tone tone = Tone::accent;              ///< warn or bad only when the forecast misses; good when done
  std::optional<float> forecast{};       ///< share at which the tick stands
  float height = metrics::kBar;
  std::string_view value_text;           ///< "3 of 8, forecast 5": what screen readers say and the tooltip shows
};

/// Full width of `rect`, centred vertically. `share` from 0 to 1.
void progress_bar(Ui& ui, const Rect& rect, float share, std::string_view name, const BarOptions& options = {});
/// The tick and its explanation ("forecast at due date"), cut from the right end of a section head.
void reference_legend_right(Ui& ui, Rect& row, std::string_view label);

}  // namespace fullcircle::ui
