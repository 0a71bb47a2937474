// Where two devices disagree: each value with who wrote it and when, and one click to keep one.
#pragma once

#include "app/memo.h"
#include "app/queries/conflict_list.h"
#include "ui/screens/screen.h"

namespace fullcircle {

struct ConflictsState {
  Memo<ConflictList, std::string> list;   ///< by language
};

Intents draw_conflicts(ScreenContext& screen, Rect area, ConflictsState& state);

}  // namespace fullcircle
