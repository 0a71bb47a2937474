#include "app/queries/insight_departments.h"

#include <algorithm>
#include <set>

#include "model/sorting.h"

namespace fullcircle {
namespace {

/// Deeper than any organisation; also what ends a ring of units.
constexpr int kMostLevels = 64;

int find_member(const std::vector<std::pair<RecordId, int>>& members, RecordId id) {
  const auto found = std::ranges::lower_bound(members, id, {}, &std::pair<RecordId, int>::first);
  return found != members.end() && found->first == id ? found->second : -1;
}

Id<Unit> parent_of(const ModelView& view, Id<Unit> unit) {
  const Unit* record = view.find(unit);
  return record && view.find(record->parent) ? record->parent : Id<Unit>();
}

bool works_here(const ModelView& view, const Person& person) { return !person.is_external && (!person.left_day || *person.left_day >= view.today); }

std::vector<Id<Unit>> units_under(const ModelView& view, Id<Unit> parent) {
  std::vector<Id<Unit>> units;
  for (const Unit& unit : view.table<Unit>().alive())
    if (parent_of(view, unit.id) == parent) units.push_back(unit.id);
  return units;
}

/// The ancestor of `unit` right under `within`, or `within` itself. Out: nullopt where it lies elsewhere.
std::optional<Id<Unit>> ancestor_under(const ModelView& view, Id<Unit> unit, Id<Unit> within) {
  for (int level = 0; level < kMostLevels; ++level) {
    if (unit == within) return unit;
    if (!view.find(unit)) return std::nullopt;
    const Id<Unit> parent = parent_of(view, unit);
    if (parent == within) return unit;
    unit = parent;
  }
  return std::nullopt;
}

}  // namespace

int Departments::of(Id<Person> person) const { return find_member(members_, person); }

int Departments::of_unit(Id<Unit> unit) const { return find_member(units_, unit); }

int Departments::people() const {
  int count = 0;
  for (const Department& department : all) count += department.people;
  return count;
}

std::vector<Id<Person>> people_led(const ModelView& view) {
  std::vector<Id<Person>> people;
  if (!view.me) return people;
  if (view.workspace() && view.workspace()->lead == view.me) {
    for (const Person& person : view.table<Person>().alive())
      if (!person.is_external) people.push_back(person.id);
  } else {
    std::set<RecordId> seen{view.me};  // a ring of managers ends here
    std::vector<Id<Person>> waiting{view.me};
    while (!waiting.empty()) {
      const Id<Person> manager = waiting.back();
      waiting.pop_back();
      for (const Person* report : view.reports_of(manager)) {
        if (!seen.insert(report->id).second) continue;
        people.push_back(report->id);
        waiting.push_back(report->id);
      }
    }
  }
  sort_stably(people);
  return people;
}

Departments compute_departments(const ModelView& view, Id<Unit> within) {
  Departments result;
  result.is_part = view.find(within) != nullptr;
  if (!result.is_part) {
    within = {};
    if (const auto top = units_under(view, {}); top.size() == 1) within = top[0];
  }
  const auto index_of = [&](Id<Unit> unit) {
    const auto found = std::ranges::find(result.all, unit, &Department::unit);
    if (found != result.all.end()) return static_cast<int>(found - result.all.begin());
    const Unit* record = view.find(unit);
    result.all.push_back({unit, record ? record->name : std::string(), 0});
    return static_cast<int>(result.all.size()) - 1;
  };
  for (const Id<Person> id : people_led(view)) {
    const Person& person = *view.find(id);
    auto unit = view.find(person.unit) ? ancestor_under(view, person.unit, within) : std::optional<Id<Unit>>(Id<Unit>());
    if (!view.find(person.unit) && result.is_part) unit.reset();
    if (!unit) continue;
    const int index = index_of(*unit);
    result.members_.emplace_back(id, index);
    result.all[static_cast<std::size_t>(index)].people += works_here(view, person);
  }

  std::vector<int> order(result.all.size()), place(result.all.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<int>(i);
  sort_stably(order, {}, [&](int i) {
    const Department& department = result.all[static_cast<std::size_t>(i)];
    return std::pair(department.name.empty(), std::string_view(department.name));
  });
  std::vector<Department> sorted;
  for (const int i : order) {
    place[static_cast<std::size_t>(i)] = static_cast<int>(sorted.size());
    sorted.push_back(result.all[static_cast<std::size_t>(i)]);
  }
  result.all = std::move(sorted);
  for (auto& [person, index] : result.members_) index = place[static_cast<std::size_t>(index)];
  sort_stably(result.members_);
  for (const Unit& unit : view.table<Unit>().alive())
    if (const auto top = ancestor_under(view, unit.id, within))
      if (const auto found = std::ranges::find(result.all, *top, &Department::unit); found != result.all.end())
        result.units_.emplace_back(unit.id, static_cast<int>(found - result.all.begin()));
  sort_stably(result.units_);
  return result;
}

}  // namespace fullcircle
