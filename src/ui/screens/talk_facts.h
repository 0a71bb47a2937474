// Facts at hand beside a conversation: goals, gaps of the 360° result, what was agreed last time.
#pragma once

#include "app/queries/conversation_view.h"
#include "ui/screens/screen.h"

namespace fullcircle {

/// Cut from the top of `area`. A goal leads to the goal, a gap to the result of the review.
void draw_talk_facts(ScreenContext& screen, Rect& area, const TalkFacts& facts, Id<Review> review, Intents& intents);

}  // namespace fullcircle
