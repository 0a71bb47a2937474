// All conversations of a cycle: where each stands and what comes next.
#pragma once

#include "app/memo.h"
#include "app/queries/conversation_view.h"
#include "ui/screens/screen.h"
#include "ui/widgets/table.h"

namespace fullcircle {

struct ConversationsState {
  Id<ReviewCycle> cycle;   ///< none: the current one
  Memo<std::vector<TalkRow>, Id<ReviewCycle>> rows;
  ui::TableState table;
};

/// In: `area` is the sheet beside the sidebar, or the window above the tab bar on phones.
Intents draw_conversations(ScreenContext& screen, Rect area, ConversationsState& state);

}  // namespace fullcircle
