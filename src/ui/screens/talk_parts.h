// How the state of a conversation shows, in the list and in the conversation itself.
#pragma once

#include "app/queries/conversation_view.h"
#include "ui/screens/screen.h"

namespace fullcircle {

std::string talk_state_text(const ScreenContext& screen, const TalkRow& row);
ui::Tone talk_tone(TalkState state);
Icon talk_icon(TalkState state);
/// What somebody has to do next, in a few words.
std::string talk_next_text(const ScreenContext& screen, const TalkRow& row);
/// "19 November, 14:00"; empty without a date.
std::string talk_time_text(const ScreenContext& screen, const Review& review);

/// Whether this is the reviewed person's own copy: what they write and sign there goes back to the lead, and nothing else does.
bool is_own_copy(const ModelView& view, const Review& review);

}  // namespace fullcircle
