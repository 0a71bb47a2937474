// All development plans.
#pragma once

#include "ui/screens/screen.h"

namespace fullcircle {

struct PlansState {
};

/// In: `area` is the sheet beside the sidebar, or the window above the tab bar on phones.
Intents draw_plans(ScreenContext& screen, Rect area, PlansState& state);

}  // namespace fullcircle
