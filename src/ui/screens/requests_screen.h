// Requests and answers: who was asked, exporting, reading answers.
#pragma once

#include "ui/screens/screen.h"

namespace fullcircle {

struct RequestsState {
};

/// In: `area` is the sheet beside the sidebar, or the window above the tab bar on phones.
Intents draw_requests(ScreenContext& screen, Rect area, RequestsState& state);

}  // namespace fullcircle
