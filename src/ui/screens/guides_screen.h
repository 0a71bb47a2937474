// The guides and what is new, to be read inside the app: a list, and the page chosen from it.
#pragma once

#include "ui/screens/guide_example.h"

namespace fullcircle {

/// In: `area` is the sheet beside the sidebar, or the window above the tab bar on phones. The route's tab names the guide; without
/// one the first is shown, on phones the list.
Intents draw_guides(ScreenContext& screen, Rect area, GuidesState& state);

}  // namespace fullcircle
