// The table of people: what each row shows, which rows a filter keeps, in which order.
#pragma once

#include <map>
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

/// The rows, with what filtering and sorting them takes: the browser is asked once for all of them, not at every letter that is typed.
class PeopleList {
 public:
  explicit PeopleList(std::vector<PersonRow> rows);

  const std::vector<PersonRow>& rows() const { return rows_; }
  /// How many have left, and how many need attention. Every frame shows them.
  std::ptrdiff_t former() const { return former_; }
  std::ptrdiff_t needing_attention() const { return needing_attention_; }
  /// Indexes into `rows`. Absent figures come last in either direction.
  std::vector<std::size_t> select(const ModelView& view, TextServices& text, const PeopleQuestion& question) const;

 private:
  const std::vector<std::string>& keys(TextServices& text) const;
  const std::vector<std::size_t>& order(TextServices& text, PeopleOrder order) const;

  std::vector<PersonRow> rows_;
  std::ptrdiff_t former_ = 0, needing_attention_ = 0;
  // Worked out when they are first asked for.
  mutable std::vector<std::string> keys_;  ///< search key of name, role and department, one for each row
  mutable std::map<PeopleOrder, std::vector<std::size_t>> orders_;  ///< all rows by a column of words
};

/// Names of the departments somebody is in, in the order of the language. They point into the document.
std::vector<std::string_view> unit_names(const ModelView& view, TextServices& text);

/// Behind with a check-in, or with goals that are not on track.
bool needs_attention(const PersonRow& row);

}  // namespace fullcircle
