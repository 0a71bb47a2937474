// Importing people from a table: a preview of every row before anything changes.
#pragma once

#include <optional>

#include "app/files/people_import.h"
#include "ui/screens/screen.h"

namespace fullcircle {

struct PeopleImportState {
  bool is_open = false;
  bool is_from_file = false;
  std::string text;  ///< a pasted table, or the file that was opened
  std::optional<CsvTable> table;
  std::vector<PeopleColumn> columns;
  PeopleImport plan;
  std::optional<Error> error;
};

void open_people_import(PeopleImportState& state, const ScreenContext& screen, std::string text);

/// Draws only while open.
Intents draw_people_import(ScreenContext& screen, PeopleImportState& state);

}  // namespace fullcircle
