// One of a few views of the same thing: a segmented control, and tabs under the title of a page.
#pragma once

#include <span>
#include <string_view>

#include "ui/widgets/ui.h"

namespace fullcircle::ui {

struct Segment {
  std::string_view label;
  std::string_view count{};   ///< already formatted; shown quieter behind the label
};

float segmented_width(Ui& ui, std::span<const Segment> segments);
/// Left in `rect`, as wide as its labels, 32 high (28 where the rectangle is lower). Out: changed.
bool segmented(Ui& ui, const Rect& rect, std::string_view name, std::span<const Segment> segments, int& chosen);
bool segmented_right(Ui& ui, Rect& row, std::string_view name, std::span<const Segment> segments, int& chosen, float gap = 16);

/// A row of tabs with the line below, 40 high; scrolls sideways where the row is too narrow. Out: changed.
bool tabs(Ui& ui, const Rect& rect, std::string_view name, std::span<const Segment> tabs, int& chosen);

}  // namespace fullcircle::ui
