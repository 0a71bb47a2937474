// The forms of a conversation: a point of the agenda, an agreed action, the date, and the signature.
#pragma once

#include "ui/screens/conversation_screen.h"

namespace fullcircle {

/// Draws whichever form is open. Out: the edit, once it is confirmed.
Intents draw_talk_dialogs(ScreenContext& screen, const Review& review, ConversationState& state);

/// The form for setting the date, filled with the one there is.
TalkTimeForm make_time_form(const ScreenContext& screen, const Review& review);

}  // namespace fullcircle
