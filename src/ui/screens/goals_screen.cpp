#include "ui/screens/goals_screen.h"

#include "ui/widgets/shell.h"

namespace fullcircle {

Intents draw_goals(ScreenContext& screen, Rect area, GoalsState&) {
  ui::top_bar(screen.ui, area, screen.tr("nav.goals"));
  return {};
}

}  // namespace fullcircle
