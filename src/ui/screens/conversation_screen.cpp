#include "ui/screens/conversation_screen.h"

#include "ui/widgets/shell.h"

namespace fullcircle {

Intents draw_conversation(ScreenContext& screen, Rect area, ConversationState&) {
  ui::top_bar(screen.ui, area, screen.tr("nav.conversations"));
  return {};
}

}  // namespace fullcircle
