// Everybody in one table; adding, editing and importing people.
#pragma once

#include "app/queries/people_rows.h"
#include "ui/screens/people_import_dialog.h"
#include "ui/screens/people_selection.h"
#include "ui/screens/screen.h"
#include "ui/widgets/table.h"

namespace fullcircle {

struct PeopleState {
  PeopleQuestion question;
  int shown = 0;
  ui::TableState table;
  Memo<PeopleList> people;
  Memo<std::vector<std::size_t>, PeopleQuestion> chosen;
  PersonDialogState dialog;
  PeopleImportState import;
  Memo<std::vector<std::string_view>> units;   ///< names of departments, in their order
  Id<Person> asked_to_remove;
  Id<Person> menu_of;  ///< whose menu is open
  bool is_selecting = false;  ///< on phones: touching a row selects it
  PeopleSelectionState selection;
};

/// In: `area` is the sheet beside the sidebar, or the window above the tab bar on phones.
Intents draw_people(ScreenContext& screen, Rect area, PeopleState& state);

}  // namespace fullcircle
