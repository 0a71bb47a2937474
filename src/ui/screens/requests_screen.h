// Requests and answers: who was asked, exporting, reading answers.
#pragma once

#include "app/queries/request_rows.h"
#include "ui/screens/rater_parts.h"
#include "ui/widgets/table.h"

namespace fullcircle {

/// "Ask for feedback" while it is open.
struct AskState {
  RaterDraft draft;
  std::optional<Day> due_day;
};

struct RequestsState {
  int filter = 0;
  std::string search;
  bool only_fresh = false;
  bool shows_all = false;        ///< all rows, not the first few
  bool shows_all_files = false;  ///< of the last import
  ui::TableState table;
  Memo<RequestList, RequestQuestion> list;
  Memo<PersonChoices> people;
  Id<FeedbackRequest> menu_of;   ///< whose menu is open
  Id<FeedbackRequest> withdrawing;
  std::optional<AskState> ask;
};

/// In: `area` is the sheet beside the sidebar, or the window above the tab bar on phones.
Intents draw_requests(ScreenContext& screen, Rect area, RequestsState& state);

}  // namespace fullcircle
