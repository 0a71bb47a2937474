#include "app/commands/people_commands.h"

#include "exchange/csv.h"

namespace fullcircle {
namespace {

/// Longer chains of managers are circles.
constexpr int kLongestChain = 1000;

template <class Change>
void change_each(Edit& edit, const ModelView& view, People people, Change&& change) {
  for (const Id<Person> id : people) {
    const Person* before = view.find(id);
    if (!before) continue;
    Person after = *before;
    change(after);
    edit.update(*before, after);
  }
}

}  // namespace

bool would_close_circle(const ModelView& view, Id<Person> person, Id<Person> manager) {
  for (int steps = 0; manager && steps < kLongestChain; ++steps) {
    if (manager == person) return true;
    const Person* next = view.find(manager);
    manager = next ? next->manager : Id<Person>();
  }
  return false;
}

ManagerChange set_manager(const ModelView& view, People people, Id<Person> manager) {
  ManagerChange change;
  change_each(change.edit, view, people, [&](Person& person) {
    if (would_close_circle(view, person.id, manager)) ++change.left_out;
    else person.manager = manager;
  });
  return change;
}

void set_unit(Edit& edit, const ModelView& view, People people, Id<Unit> unit) {
  change_each(edit, view, people, [&](Person& person) { person.unit = unit; });
}

Edit set_left(const ModelView& view, People people) {
  Edit edit("edit.people.archive");
  change_each(edit, view, people, [&](Person& person) { person.left_day = view.today - 1; });
  return edit;
}

Edit set_returned(const ModelView& view, People people) {
  Edit edit("edit.people.bring_back");
  change_each(edit, view, people, [](Person& person) { person.left_day.reset(); });
  return edit;
}

Edit remove_people(People people) {
  Edit edit("edit.people.delete");
  for (const Id<Person> id : people) edit.erase(id);
  return edit;
}

std::string encode_people_csv(const ModelView& view, const Language& language, People people) {
  std::vector<std::vector<std::string>> rows(1);
  for (const std::string_view field : {"name", "email", "staffNumber", "role", "unit", "manager", "joined"})
    rows[0].emplace_back(language.label_of<Person>(field));
  for (const Id<Person> id : people) {
    const Person* person = view.find(id);
    if (!person) continue;
    const Unit* unit = view.find(person->unit);
    rows.push_back({person->name, person->email, person->staff_number, std::string(view.role_of(id)), unit ? unit->name : std::string(),
                    person->manager ? view.name_of(person->manager) : std::string(), person->joined_day ? to_text(*person->joined_day) : std::string()});
  }
  return encode_csv(rows);
}

}  // namespace fullcircle
