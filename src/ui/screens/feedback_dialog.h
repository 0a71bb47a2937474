// Feedback in the moment: a few words, or the three parts of a concrete example.
#pragma once

#include "ui/screens/screen_parts.h"

namespace fullcircle {

struct FeedbackDialogState {
  bool is_open = false;
  Feedback feedback;
};

void open_feedback(FeedbackDialogState& state, const ScreenContext& screen, Id<Person> about);

/// Draws only while open.
Intents draw_feedback_dialog(ScreenContext& screen, FeedbackDialogState& state);

}  // namespace fullcircle
