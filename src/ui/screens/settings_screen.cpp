#include "ui/screens/settings_screen.h"

#include "ui/widgets/shell.h"

namespace fullcircle {

Intents draw_settings(ScreenContext& screen, Rect area, SettingsState&) {
  ui::top_bar(screen.ui, area, screen.tr("nav.settings"));
  return {};
}

}  // namespace fullcircle
