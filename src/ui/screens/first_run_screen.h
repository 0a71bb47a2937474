// First run: create a team, open a file, look at a sample team.
#pragma once

#include "ui/screens/team_list.h"

namespace fullcircle {

struct FirstRunState {
  bool is_creating = false, is_language_open = false;
  bool was_tried = false;  ///< the form was sent with something missing: errors show from then on
  std::string team_name, own_name;
  TeamListState teams;
};

/// In: `area` is the whole window.
Intents draw_first_run(ScreenContext& screen, Rect area, FirstRunState& state);

/// The dialog that names a new team; also reached from the list of teams in the settings.
Intents draw_create_team(ScreenContext& screen, FirstRunState& state);

}  // namespace fullcircle
