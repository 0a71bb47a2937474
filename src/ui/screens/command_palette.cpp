#include "ui/screens/command_palette.h"

namespace fullcircle {

Intents draw_command_palette(ScreenContext& screen, CommandPaletteState& state) {
  if (screen.ui.frame.shortcut({Key::character, 'k', key_modifier::control, true})) state.palette = {.open = true};
  return {};
}

}  // namespace fullcircle
