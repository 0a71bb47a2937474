// All conversations of a cycle: where each stands and what comes next.
#pragma once

#include "app/memo.h"
#include "app/queries/conversation_view.h"
#include "ui/screens/screen.h"
#include "ui/widgets/table.h"

namespace fullcircle {

enum class TalkFilter : std::uint8_t { all, to_do, signed_ };
inline constexpr std::size_t kTalkFilters = 3;

struct ConversationsState {
  struct Question {
    Id<ReviewCycle> cycle;
    int filter = 0;
    std::string search;
    int sort_column = -1;
    bool descending = false;
    bool operator==(const Question&) const = default;
  };
  Id<ReviewCycle> cycle;   ///< none: the current one
  Memo<std::vector<TalkRow>, Id<ReviewCycle>> all;
  Memo<std::vector<TalkRow>, Question> rows;   ///< as narrowed and sorted
  int filter = 0;          ///< a TalkFilter
  std::string search;
  ui::TableState table;
};

/// In: `area` is the sheet beside the sidebar, or the window above the tab bar on phones.
Intents draw_conversations(ScreenContext& screen, Rect area, ConversationsState& state);

}  // namespace fullcircle
