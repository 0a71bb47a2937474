// All results of a cycle.
#pragma once

#include "ui/screens/screen.h"

namespace fullcircle {

struct ResultsState {
};

/// In: `area` is the sheet beside the sidebar, or the window above the tab bar on phones.
Intents draw_results(ScreenContext& screen, Rect area, ResultsState& state);

}  // namespace fullcircle
