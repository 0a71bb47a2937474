// Setting up a review cycle: form, rules, dates, participants, raters.
#pragma once

#include "ui/screens/screen.h"

namespace fullcircle {

struct CycleSetupState {
};

/// In: `area` is the sheet beside the sidebar, or the window above the tab bar on phones.
Intents draw_cycle(ScreenContext& screen, Rect area, CycleSetupState& state);

}  // namespace fullcircle
