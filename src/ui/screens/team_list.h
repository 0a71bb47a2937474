// The teams of this device: to choose from, to rename, to put away, to bring back.
#pragma once

#include <vector>

#include "ui/screens/screen_parts.h"

namespace fullcircle {

struct TeamListState {
  RecordId asked_to_delete, asked_to_purge;
  RecordId renamed;   ///< its dialog is open
  std::string name;
};

/// Neither deleted nor archived, the one used last first.
std::vector<const WorkspaceEntry*> teams_to_choose(const std::vector<WorkspaceEntry>& teams);

/// A row for each team, those put away under heads of their own; cut from `area`.
void draw_team_list(ScreenContext& screen, Rect& area, TeamListState& state, Intents& intents);
/// The questions that the rows ask; draw them after the page.
Intents draw_team_dialogs(ScreenContext& screen, TeamListState& state);

}  // namespace fullcircle
