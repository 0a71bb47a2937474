// What merging a file of this team would do, before it is done: counts, whose edits, every entry it touches.
#pragma once

#include <string>

#include "ui/screens/screen.h"
#include "ui/widgets/table.h"

namespace fullcircle {

struct MergeDialogState {
  std::uint64_t offer = 0;         ///< the one the rest is about
  std::string search;
  int filter = 0;
  bool agrees_to_vanishing = false;
  ui::TableState table;
  std::string searched;            ///< what `rows` was computed for
  int filtered = -1;
  std::vector<std::size_t> rows;
};

/// A dialog over every page, while state().merge_offer waits.
Intents draw_merge_dialog(ScreenContext& screen, MergeDialogState& state);

}  // namespace fullcircle
