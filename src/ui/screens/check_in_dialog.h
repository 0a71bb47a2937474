// Recording a check-in: both sides' words, next steps, wellbeing if the person wants to say, a private note.
#pragma once

#include "app/memo.h"
#include "ui/screens/screen_parts.h"

namespace fullcircle {

struct CheckInDialogState {
  bool is_open = false;
  bool asks_person = false;
  CheckIn check_in;
  Memo<PersonChoices> people;
};

/// A planned check-in that is due is held; else a new one is begun. Without a person the dialog asks for one.
void open_check_in(CheckInDialogState& state, const ScreenContext& screen, Id<Person> person);

/// Draws only while open.
Intents draw_check_in_dialog(ScreenContext& screen, CheckInDialogState& state);

}  // namespace fullcircle
