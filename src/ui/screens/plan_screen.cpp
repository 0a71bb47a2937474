#include "ui/screens/plan_screen.h"

#include "ui/widgets/shell.h"

namespace fullcircle {

Intents draw_plan(ScreenContext& screen, Rect area, PlanState&) {
  ui::top_bar(screen.ui, area, screen.tr("nav.plans"));
  return {};
}

}  // namespace fullcircle
