// Search and commands over everything: people, goals, pages and actions, by keyboard alone.
#pragma once

#include "app/memo.h"
#include "app/queries/search.h"
#include "ui/screens/screen.h"
#include "ui/widgets/palette.h"

namespace fullcircle {

struct CommandPaletteState {
  ui::PaletteState palette;
  Memo<std::vector<Found>, std::string> found;
};

/// Opens on Ctrl K; draws only while open.
Intents draw_command_palette(ScreenContext& screen, CommandPaletteState& state);

}  // namespace fullcircle
