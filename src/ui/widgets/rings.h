// The ring of the product: six stages as arcs, a share as one arc, and the mark.
#pragma once

#include <span>
#include <string_view>

#include "ui/widgets/ui.h"

namespace fullcircle::ui {

/// Each stage from 0 to 1, in order, one arc each with a gap between; `name` is what screen readers say ("45% complete").
void cycle_ring(Ui& ui, const Rect& rect, std::span<const float> stages, float thickness, std::string_view name);
/// One share of a circle from the top.
void progress_ring(Ui& ui, const Rect& rect, float share, float thickness, std::string_view name);
/// The stages as dashes of 12 by 4: 6 of them are 87 wide. Out: the width.
float cycle_dashes(Ui& ui, const Rect& rect, std::span<const float> stages, std::string_view name);
float cycle_dashes_width(std::size_t stages);
/// One bar in as many parts as there are questions, across the whole width: the head of a phone form.
void step_bar(Ui& ui, const Rect& rect, std::span<const float> steps, std::string_view name);

/// The mark: an open ring in accent with one ochre dot in the gap. Drawn only.
void mark(Ui& ui, const Rect& rect);
/// The ring with two people, for the first run.
void first_run_ring(Ui& ui, const Rect& rect);

}  // namespace fullcircle::ui
