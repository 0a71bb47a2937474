// Giving feedback on a request that somebody sent.
#pragma once

#include "ui/screens/screen.h"

namespace fullcircle {

struct AnswerState {
};

/// In: `area` is the whole window.
Intents draw_answer(ScreenContext& screen, Rect area, AnswerState& state);

}  // namespace fullcircle
