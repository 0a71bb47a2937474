#include "ui/screens/person_screen.h"

#include "ui/widgets/shell.h"

namespace fullcircle {

Intents draw_person(ScreenContext& screen, Rect area, PersonState&) {
  ui::top_bar(screen.ui, area, screen.tr("nav.people"));
  return {};
}

}  // namespace fullcircle
