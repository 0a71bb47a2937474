// The steps that bring the review forward, as rows of Home with one action each.
#pragma once

#include <vector>

#include "app/queries/next_steps.h"
#include "ui/screens/screen.h"

namespace fullcircle {

/// True when one of them should stand before everything else on Home.
bool has_pressing_step(const std::vector<NextStep>& steps);

void draw_next_steps(ScreenContext& screen, Rect& area, const std::vector<NextStep>& steps, Intents& intents);

}  // namespace fullcircle
