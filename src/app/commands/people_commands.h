// Changing several people in one step.
#pragma once

#include <span>

#include "app/language.h"
#include "app/model_view.h"
#include "store/edit.h"

namespace fullcircle {

using People = std::span<const Id<Person>>;

/// Whether `person` would come to report to themselves, directly or through others.
bool would_close_circle(const ModelView& view, Id<Person> person, Id<Person> manager);

/// All of them report to `manager` (none: to nobody). Left out are those who would come to report to themselves.
struct ManagerChange {
  Edit edit{"edit.people.change"};
  int left_out = 0;
};
ManagerChange set_manager(const ModelView& view, People people, Id<Person> manager);

/// All of them are in this department, or in none; it may be created by the same edit.
void set_unit(Edit& edit, const ModelView& view, People people, Id<Unit> unit);

/// They have left: yesterday was their last day. What is known of them stays.
Edit set_left(const ModelView& view, People people);
/// Back in the team.
Edit set_returned(const ModelView& view, People people);

Edit remove_people(People people);

/// Name, e-mail, role, department, manager and first day as CSV, in the words of the language: what an import of people reads.
std::string encode_people_csv(const ModelView& view, const Language& language, People people);

}  // namespace fullcircle
