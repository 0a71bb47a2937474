// Dashed lines, which Dear ImGui has not got.
#pragma once

#include <span>

#include "ui/widgets/ui.h"

namespace fullcircle::ui {

/// Along the points, `on` and `off` pixels in turn, not starting anew at the corners.
void dashed_line(Ui& ui, std::span<const Point> points, Colour colour, float thickness, float on, float off, bool closed = false);
/// A rounded rectangle.
void dashed_outline(Ui& ui, const Rect& rect, float radius, Colour colour, float thickness, float on, float off);

}  // namespace fullcircle::ui
