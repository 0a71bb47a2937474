#include "ui/screens/plans_screen.h"

#include "ui/widgets/shell.h"

namespace fullcircle {

Intents draw_plans(ScreenContext& screen, Rect area, PlansState&) {
  ui::top_bar(screen.ui, area, screen.tr("nav.plans"));
  return {};
}

}  // namespace fullcircle
