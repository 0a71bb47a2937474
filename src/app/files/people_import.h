// People from a table: columns recognised by their headings in English and German, a preview, problems row by row.
#pragma once

#include <string>
#include <vector>

#include "exchange/csv.h"
#include "model/person.h"
#include "store/edit.h"

namespace fullcircle {

/// What a column of the table becomes. `first_name` and `last_name` together make the name.
enum class PeopleColumn : std::uint8_t { ignore, name, first_name, last_name, email, staff_number, manager, unit, role, joined };
FULLCIRCLE_ENUM_NAMES(PeopleColumn, "people_column", "ignore", "name", "first_name", "last_name", "email", "staff_number", "manager", "unit", "role", "joined");

/// One entry for each column of the table; a heading that says nothing known is ignored, and no meaning is given twice.
std::vector<PeopleColumn> match_columns(const CsvTable& table);

enum class PeopleRowState : std::uint8_t { fresh, changed, unchanged, problem };
FULLCIRCLE_ENUM_NAMES(PeopleRowState, "people_row_state", "new", "changed", "unchanged", "problem");

struct PeopleRow {
  int line = 0;
  PeopleRowState state = PeopleRowState::fresh;
  Person person;             ///< as it would be; ids of units, roles and managers are filled in
  std::string unit_name, role_name, manager_name;  ///< for the preview
  std::vector<Error> problems;  ///< place: the column's heading; detail: the cell. The first decides; the row is left out
};

struct PeopleImport {
  std::vector<PeopleRow> rows;  ///< in the order of the file
  Edit edit;                    ///< people, and the units and roles that are new; rows with a problem are left out
  int fresh_count = 0, changed_count = 0, unchanged_count = 0, problem_count = 0;
};

/// What importing this table would do. A row is a person already here when the staff number is the same, else the e-mail, else the exact name.
/// Empty cells change nothing. A manager is named by staff number, e-mail or name of a person in the file or here.
///
/// Problems: error.people.no_name, .no_column (neither name nor first and last name is matched), .email, .day, .twice (the person is in an earlier row), .manager_unknown,
///           .manager_ambiguous, .manager_cycle (detail: the chain of names), .name_ambiguous (several people here have that name).
PeopleImport plan_people_import(const Document& document, const CsvTable& table, const std::vector<PeopleColumn>& columns, const IdSource& new_id);

}  // namespace fullcircle
