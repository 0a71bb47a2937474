// Setting up a review cycle and running it: form, rules, dates, participants, raters.
#pragma once

#include "ui/screens/rater_parts.h"
#include "ui/widgets/table.h"

namespace fullcircle {

/// A review that has not started: nothing of it is in the team's data yet.
struct CycleDraft {
  ReviewCycle cycle;
  std::vector<Id<Person>> participants;
  std::vector<RaterChoice> raters;
  std::vector<Person> new_people;  ///< raters from outside
};

/// The questions of a form while they are edited.
struct FormDraft {
  ReviewForm before, after;
  std::string opened;   ///< key of the question whose details are shown
  std::string options;  ///< of that question, one a line, as typed
};

struct CycleSetupState {
  std::optional<CycleDraft> draft;
  std::optional<FormDraft> form;
  std::optional<RaterDraft> raters;  ///< of the person whose raters are being chosen
  bool was_tried = false;
  bool is_closing = false;
  ui::TableState table;
  Memo<PersonChoices> people;
};

/// In: `area` is the sheet beside the sidebar, or the window above the tab bar on phones.
Intents draw_cycle(ScreenContext& screen, Rect area, CycleSetupState& state);

}  // namespace fullcircle
