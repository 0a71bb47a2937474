// One person's 360° result, every number of which opens into its terms.
#pragma once

#include <set>
#include <string>

#include "app/memo.h"
#include "app/queries/result_page.h"
#include "app/queries/result_terms.h"
#include "ui/screens/screen.h"

namespace fullcircle {

struct ShownResult {
  ResultPage page;
  bool is_outdated = false;  ///< what was released is no longer what is computed
  int answers_too_late = 0;  ///< that will never be in it
};

struct ResultState {
  Memo<ShownResult, RecordId> result;
  int comment_tone = 0;           ///< segment chosen: keep, try, all
  bool shows_all_comments = false;
  bool asks_release = false;
  std::optional<int> export_once_released;  ///< the entry of the menu that was chosen before the release
  std::optional<NumberKey> opened;   ///< the number whose terms are shown
  std::set<std::string> turned;      ///< lines of the terms that are folded or unfolded by hand
  Id<Review> summary_of;
  std::string summary;               ///< as it is being written
};

/// In: `area` is the sheet beside the sidebar, or the window above the tab bar on phones. The route names a review, or a person,
/// whose review in the current cycle is shown.
Intents draw_result(ScreenContext& screen, Rect area, ResultState& state);

}  // namespace fullcircle
