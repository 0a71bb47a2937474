// Goals: tree, list, by person; the detail panel; adding and editing.
#pragma once

#include "ui/screens/screen.h"

namespace fullcircle {

struct GoalsState {
};

/// In: `area` is the sheet beside the sidebar, or the window above the tab bar on phones.
Intents draw_goals(ScreenContext& screen, Rect area, GoalsState& state);

}  // namespace fullcircle
