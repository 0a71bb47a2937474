// The log of a goal: dated values and remarks, the latest first.
#pragma once

#include "ui/screens/screen.h"

namespace fullcircle {

/// In: `shows_all` is kept by the caller; the latest few otherwise.
Intents draw_goal_log(ScreenContext& screen, Rect& area, const Goal& goal, bool& shows_all);

}  // namespace fullcircle
