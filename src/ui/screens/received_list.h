// The requests for feedback that reached this device as files: what is to be answered, what was.
#pragma once

#include "ui/screens/first_run_screen.h"
#include "ui/screens/screen.h"

namespace fullcircle {

struct ReceivedListState {
  FirstRunState new_team;
};

/// In: `area` is the whole window. Somebody without a team sees this instead of Home.
Intents draw_received_list(ScreenContext& screen, Rect area, ReceivedListState& state);

}  // namespace fullcircle
