// One person: overview, goals, feedback, result, plan, conversations, history.
#pragma once

#include "ui/screens/screen.h"

namespace fullcircle {

struct PersonState {
};

/// In: `area` is the sheet beside the sidebar, or the window above the tab bar on phones.
Intents draw_person(ScreenContext& screen, Rect area, PersonState& state);

}  // namespace fullcircle
