#include "ui/screens/result_screen.h"

#include "ui/widgets/shell.h"

namespace fullcircle {

Intents draw_result(ScreenContext& screen, Rect area, ResultState&) {
  ui::top_bar(screen.ui, area, screen.tr("nav.results"));
  return {};
}

}  // namespace fullcircle
