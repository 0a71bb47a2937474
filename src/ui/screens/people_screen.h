// People: everybody in one table; adding and importing people.
#pragma once

#include "ui/screens/screen.h"

namespace fullcircle {

struct PeopleState {
};

/// In: `area` is the sheet beside the sidebar, or the window above the tab bar on phones.
Intents draw_people(ScreenContext& screen, Rect area, PeopleState& state);

}  // namespace fullcircle
