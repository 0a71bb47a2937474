#include "ui/screens/cycle_screen.h"

#include "ui/widgets/shell.h"

namespace fullcircle {

Intents draw_cycle(ScreenContext& screen, Rect area, CycleSetupState&) {
  ui::top_bar(screen.ui, area, screen.tr("nav.requests"));
  return {};
}

}  // namespace fullcircle
