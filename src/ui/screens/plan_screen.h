// One person's development plan.
#pragma once

#include "ui/screens/screen.h"

namespace fullcircle {

struct PlanState {
};

/// In: `area` is the sheet beside the sidebar, or the window above the tab bar on phones.
Intents draw_plan(ScreenContext& screen, Rect area, PlanState& state);

}  // namespace fullcircle
