// One person's 360° result, every number of which opens into its terms.
#pragma once

#include "ui/screens/screen.h"

namespace fullcircle {

struct ResultState {
};

/// In: `area` is the sheet beside the sidebar, or the window above the tab bar on phones.
Intents draw_result(ScreenContext& screen, Rect area, ResultState& state);

}  // namespace fullcircle
