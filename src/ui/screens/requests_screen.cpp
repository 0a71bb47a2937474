#include "ui/screens/requests_screen.h"

#include "ui/widgets/shell.h"

namespace fullcircle {

Intents draw_requests(ScreenContext& screen, Rect area, RequestsState&) {
  ui::top_bar(screen.ui, area, screen.tr("nav.requests"));
  return {};
}

}  // namespace fullcircle
