// The end of a conversation: the table of agreed actions, and the signatures of both sides.
#pragma once

#include "ui/screens/conversation_screen.h"

namespace fullcircle {

/// Cut from the top of `area`; rows open the form of an action.
void draw_agreed_actions(ScreenContext& screen, Rect& area, const Review& review, ConversationState& state, Intents& intents);

/// The two cards with who has signed and the buttons to sign, and what a change after signing means.
void draw_sign_off(ScreenContext& screen, Rect& area, const Review& review, ConversationState& state, Intents& intents);

}  // namespace fullcircle
