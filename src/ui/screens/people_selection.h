// What is done with several people at once.
#pragma once

#include <vector>

#include "ui/screens/person_dialog.h"
#include "ui/screens/screen_parts.h"

namespace fullcircle {

struct PeopleSelectionState {
  enum class Question : std::uint8_t { none, manager, unit, remove };
  Question asked = Question::none;
  Id<Person> manager;
  std::string unit_name;
  Memo<PersonChoices> managers;
  Memo<KnownNames> names;
};

struct PeopleSelectionResult {
  Intents intents;
  bool is_done = false;   ///< nothing is to stay selected
};

/// The row of actions in the place of the filters: how many are selected, what can be done with them, and giving the selection up.
/// `are_former`: they have left already, and may come back.
PeopleSelectionResult draw_selection_bar(ScreenContext& screen, Rect row, PeopleSelectionState& state, const std::vector<Id<Person>>& people, bool are_former);

/// The question that one of the actions asks, while it is open.
PeopleSelectionResult draw_selection_dialogs(ScreenContext& screen, PeopleSelectionState& state, const std::vector<Id<Person>>& people);

}  // namespace fullcircle
