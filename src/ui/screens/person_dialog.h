// Adding a person, or changing what is known of one.
#pragma once

#include "ui/screens/screen_parts.h"

namespace fullcircle {

/// Roles and departments there are, to choose from while typing. They point into the document.
struct KnownNames {
  std::vector<std::string_view> roles, units;
};

struct PersonDialogState {
  bool is_open = false;
  bool is_new = false;
  bool was_tried = false;
  bool has_added = false;  ///< `person` is the last one added
  Person before, person;
  std::string role_name, unit_name;  ///< typed; one that is not there yet is created
  std::string role_before, unit_before;
  bool asks_discard = false;
  Memo<PersonChoices> managers;
  Memo<KnownNames> names;
};

KnownNames known_names(const ScreenContext& screen);
/// The department of that name, capitals aside, or a new one that the edit creates. None for an empty name.
Id<Unit> find_or_create_unit(const ScreenContext& screen, Edit& edit, const std::string& name);

void open_new_person(PersonDialogState& state, const ScreenContext& screen);
void open_person(PersonDialogState& state, const ScreenContext& screen, const Person& person);

/// Draws only while open.
Intents draw_person_dialog(ScreenContext& screen, PersonDialogState& state);

}  // namespace fullcircle
