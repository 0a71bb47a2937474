#include "ui/screens/self_review_screen.h"

#include "ui/widgets/shell.h"

namespace fullcircle {

Intents draw_self_review(ScreenContext& screen, Rect area, SelfReviewState&) {
  ui::top_bar(screen.ui, area, screen.tr("nav.results"));
  return {};
}

}  // namespace fullcircle
