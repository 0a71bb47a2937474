#include "ui/screens/results_screen.h"

#include "ui/widgets/shell.h"

namespace fullcircle {

Intents draw_results(ScreenContext& screen, Rect area, ResultsState&) {
  ui::top_bar(screen.ui, area, screen.tr("nav.results"));
  return {};
}

}  // namespace fullcircle
