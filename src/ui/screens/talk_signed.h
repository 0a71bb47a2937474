// What the signatures of a conversation say: whether they fit, what exactly was signed, and what has changed since.
#pragma once

#include "app/queries/signature_check.h"
#include "ui/screens/conversation_screen.h"

namespace fullcircle {

/// "Signed at 14:52", with the verdict where it is not agreement, or what comes first.
std::string sign_time_text(const ScreenContext& screen, const std::optional<SignOff>& sign_off, SignState state);

/// "Checked: key 3F2A 91BC 0D7E 44A1", or why it is none: one line for the card.
std::string finding_text(const ScreenContext& screen, const SignOff& sign_off, SignatureFinding finding);

/// That the review was changed after it was signed, field by field. Cut from `area`.
void draw_amendment(ScreenContext& screen, Rect& area, const Review& review, const SignOff& sign_off, ConversationState& state);

/// The buttons that open what each side signed.
void draw_ways_to_signed(ScreenContext& screen, Rect& area, const Review& review, ConversationState& state);

/// What a signature that does not count means, and what can be done.
void draw_doubt(ScreenContext& screen, Rect& area, const SignOff& sign_off, SignatureFinding finding, Intents& intents);

/// How each side's signature stands, a line each, for where the result is read. Draws nothing while nobody has signed.
void draw_sign_off_lines(ScreenContext& screen, Rect& area, const Review& review, Intents& intents);

/// The dialog with what was signed, while it is open.
void draw_signed_dialog(ScreenContext& screen, const Review& review, ConversationState& state);

}  // namespace fullcircle
