// The own view, and the manager's, on the form of the cycle.
#pragma once

#include "ui/screens/screen.h"

namespace fullcircle {

struct SelfReviewState {
};

/// In: `area` is the whole window.
Intents draw_self_review(ScreenContext& screen, Rect area, SelfReviewState& state);

}  // namespace fullcircle
