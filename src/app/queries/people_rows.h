// The table of people: what each row shows, which rows a filter keeps, in which order.
#pragma once

#include <string>
#include <vector>

#include "app/queries/cycle_progress.h"
#include "app/queries/person_goals.h"

namespace fullcircle {

struct PersonRow {
  const Person* person = nullptr;
  std::string_view role, unit, manager;
  PersonGoals goals;
  std::optional<Day> last_check_in;
  bool is_check_in_late = false;
  PersonStage stage;
  bool has_left = false;
};

enum class PeopleShown : std::uint8_t { everyone, my_reports, needs_attention, former };
enum class PeopleOrder : std::uint8_t { name, role, unit, manager, goals, last_check_in, stage };

struct PeopleQuestion {
  PeopleShown shown = PeopleShown::everyone;
  std::string filter;      ///< name, role or department, as typed
  std::string unit;        ///< only this department; empty: all
  PeopleOrder order = PeopleOrder::name;
  bool is_descending = false;
  bool operator==(const PeopleQuestion&) const = default;
};

/// One row for every member, also for those who have left. Computed once for a document; filtering and sorting work on it.
std::vector<PersonRow> compute_people(const ModelView& view);

/// Indexes into `rows`. Absent figures come last in either direction.
std::vector<std::size_t> select_people(const std::vector<PersonRow>& rows, const ModelView& view, TextServices& text, const PeopleQuestion& question);

/// Names of the departments somebody is in, in the order of the language. They point into the document.
std::vector<std::string_view> unit_names(const ModelView& view, TextServices& text);

/// Behind with a check-in, or with goals that are not on track.
bool needs_attention(const PersonRow& row);

}  // namespace fullcircle
