// All conversations of a cycle.
#pragma once

#include "ui/screens/screen.h"

namespace fullcircle {

struct ConversationsState {
};

/// In: `area` is the sheet beside the sidebar, or the window above the tab bar on phones.
Intents draw_conversations(ScreenContext& screen, Rect area, ConversationsState& state);

}  // namespace fullcircle
