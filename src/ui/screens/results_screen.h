// All results of a cycle.
#pragma once

#include "app/memo.h"
#include "app/queries/result_list.h"
#include "ui/screens/screen.h"
#include "ui/widgets/table.h"

namespace fullcircle {

struct ResultsState {
  struct Question {
    Id<ReviewCycle> cycle;
    std::string filter;
    int progress = 0;
    int sort_column = -1;
    bool descending = false;
    bool operator==(const Question&) const = default;
  };
  Memo<std::vector<ResultListRow>, Id<ReviewCycle>> all;  ///< the figures, computed once
  Memo<std::vector<ResultListRow>, Question> rows;        ///< as filtered and sorted
  std::string filter;
  int progress = 0;       ///< 0: all, else one more than a ResultProgress
  ui::TableState table;
  Id<ReviewCycle> cycle;  ///< none: the current one
};

/// In: `area` is the sheet beside the sidebar, or the window above the tab bar on phones.
Intents draw_results(ScreenContext& screen, Rect area, ResultsState& state);

}  // namespace fullcircle
