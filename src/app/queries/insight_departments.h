// Whose figures one reader of Insights may see, and how these people fall into departments.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "app/model_view.h"

namespace fullcircle {

struct Department {
  Id<Unit> unit;      ///< none: people without a unit
  std::string name;   ///< empty for them
  int people = 0;     ///< who work here today
};

/// People in the order of their ids, each with the index of a department.
class Departments {
 public:
  std::vector<Department> all;  ///< by name, people without a unit last
  bool is_part = false;         ///< a breakdown of one department, whose own figures are shown elsewhere

  /// -1 for people outside.
  int of(Id<Person> person) const;
  int of_unit(Id<Unit> unit) const;
  bool is_empty() const { return members_.empty(); }
  int people() const;

 private:
  friend Departments compute_departments(const ModelView& view, Id<Unit> within);
  std::vector<std::pair<RecordId, int>> members_;
  std::vector<std::pair<RecordId, int>> units_;
};

/// The lead of the team sees everybody; a manager those below; everybody else nobody.
std::vector<Id<Person>> people_led(const ModelView& view);

/// The departments are the topmost units, or with `within` the units right under it and those who belong to it directly.
/// A single topmost unit is opened by itself: one department would compare with nothing.
Departments compute_departments(const ModelView& view, Id<Unit> within);

}  // namespace fullcircle
