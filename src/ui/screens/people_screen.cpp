#include "ui/screens/people_screen.h"

#include "ui/widgets/shell.h"

namespace fullcircle {

Intents draw_people(ScreenContext& screen, Rect area, PeopleState&) {
  ui::top_bar(screen.ui, area, screen.tr("nav.people"));
  return {};
}

}  // namespace fullcircle
