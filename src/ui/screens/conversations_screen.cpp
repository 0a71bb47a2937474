#include "ui/screens/conversations_screen.h"

#include "ui/widgets/shell.h"

namespace fullcircle {

Intents draw_conversations(ScreenContext& screen, Rect area, ConversationsState&) {
  ui::top_bar(screen.ui, area, screen.tr("nav.conversations"));
  return {};
}

}  // namespace fullcircle
