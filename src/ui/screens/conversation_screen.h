// The conversation: agenda, both sides' words, agreed actions, sign-off.
#pragma once

#include "ui/screens/screen.h"

namespace fullcircle {

struct ConversationState {
};

/// In: `area` is the whole window.
Intents draw_conversation(ScreenContext& screen, Rect area, ConversationState& state);

}  // namespace fullcircle
