#include "ui/screens/answer_screen.h"

#include "ui/widgets/shell.h"

namespace fullcircle {

Intents draw_answer(ScreenContext& screen, Rect area, AnswerState&) {
  ui::top_bar(screen.ui, area, screen.tr("nav.requests"));
  return {};
}

}  // namespace fullcircle
