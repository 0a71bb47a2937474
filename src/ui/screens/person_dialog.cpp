#include "ui/screens/person_dialog.h"

#include <algorithm>

#include "ui/widgets/choice.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/form.h"
#include "ui/widgets/suggest_field.h"
#include "ui/widgets/text_field.h"

namespace fullcircle {
namespace {

/// The record of that name, capitals aside, or a new one that the edit creates. None for an empty name.
template <class Entity>
Id<Entity> find_or_create(const ScreenContext& screen, Edit& edit, const std::string& name) {
  if (name.empty()) return {};
  for (const Entity& entity : screen.view.table<Entity>().alive())
    if (screen.text.search_key(entity.name) == screen.text.search_key(name)) return entity.id;
  Entity fresh;
  fresh.id = Id<Entity>(screen.new_id());
  fresh.name = name;
  edit.create(fresh);
  return fresh.id;
}

template <class Entity>
std::vector<std::string_view> names_of(const ScreenContext& screen) {
  std::vector<std::string_view> names, sorted;
  for (const Entity& entity : screen.view.table<Entity>().alive())
    if (!entity.name.empty()) names.push_back(entity.name);
  for (const auto place : screen.text.sorted_order(names)) sorted.push_back(names[place]);
  return sorted;
}

Edit make_edit(const ScreenContext& screen, PersonDialogState& state) {
  Edit edit(state.is_new ? "edit.person.create" : "edit.person.change");
  state.person.role = find_or_create<Role>(screen, edit, state.role_name);
  state.person.unit = find_or_create<Unit>(screen, edit, state.unit_name);
  if (state.is_new)
    edit.create(state.person);
  else
    edit.update(state.before, state.person);
  return edit;
}

void draw_text(ScreenContext& screen, Rect& body, std::string_view field_key, std::string& value, std::string_view error = {}) {
  const auto label = screen.language.label_of<Person>(field_key);
  ui::text_field(screen.ui, ui::form_row(screen.ui, body, label, {.error = error}), label, value, {.error = error});
}

bool has_changes(const PersonDialogState& state) {
  Edit edit;
  edit.update(state.before, state.person);
  return state.role_name != state.role_before || state.unit_name != state.unit_before ||
         std::ranges::any_of(edit.records(), [](const RecordEdit& record) { return !record.fields.empty(); });
}

void draw_form(ScreenContext& screen, Rect body, PersonDialogState& state) {
  auto& ui = screen.ui;
  draw_text(screen, body, "name", state.person.name, state.was_tried && state.person.name.empty() ? screen.tr("people.name_missing") : std::string_view());
  draw_text(screen, body, "email", state.person.email);
  const auto role = screen.language.label_of<Person>("role"), unit = screen.language.label_of<Person>("unit");
  const auto& known = state.names.get(screen.view, [&] { return known_names(screen); });
  ui::suggest_field(ui, ui::form_row(ui, body, role), role, state.role_name, known.roles);
  ui::suggest_field(ui, ui::form_row(ui, body, unit), unit, state.unit_name, known.units);
  const auto& people = state.managers.get(screen.view, [&] { return compute_person_choices(screen.view, screen.text); });
  const auto manager = screen.language.label_of<Person>("manager");
  const bool reports_to_me = state.is_new && state.person.manager && state.person.manager == screen.view.me;
  const ui::FormRowOptions hint{.hint = reports_to_me ? screen.tr("people.reports_to_you") : std::string_view()};
  person_field(screen, ui::form_row(ui, body, manager, hint), manager, people, state.person.manager, screen.tr("people.no_manager"));
  const auto joined = screen.language.label_of<Person>("joined");
  day_row(screen, body, joined, state.person.joined_day);
  ui::checkbox(ui, body.cut_top(32), screen.language.label_of<Person>("isExternal"), state.person.is_external);
}

void ask_discard(ScreenContext& screen, PersonDialogState& state) {
  const auto result = ui::confirm(screen.ui, "discard-person", {.title = screen.tr("dialog.discard_title"), .text = screen.tr("dialog.discard_body"),
                                                                .confirm = screen.tr("dialog.discard"), .cancel = screen.tr("dialog.keep_editing"), .danger = true});
  if (result == ui::Dialog::Result::none) return;
  state.asks_discard = false;
  if (result == ui::Dialog::Result::confirmed) state.is_open = false;
}

}  // namespace

KnownNames known_names(const ScreenContext& screen) { return {names_of<Role>(screen), names_of<Unit>(screen)}; }

Id<Unit> find_or_create_unit(const ScreenContext& screen, Edit& edit, const std::string& name) { return find_or_create<Unit>(screen, edit, name); }

void open_new_person(PersonDialogState& state, const ScreenContext& screen) {
  // Lists are often typed in team by team: whoever the last one reports to, else whoever is at the keyboard.
  const Id<Person> manager = state.has_added ? state.person.manager : screen.view.me;
  const bool has_added = state.has_added;
  state = {};
  state.has_added = has_added;
  state.is_open = state.is_new = true;
  state.person.id = Id<Person>(screen.new_id());
  state.person.manager = manager;
  state.before = state.person;
}

void open_person(PersonDialogState& state, const ScreenContext& screen, const Person& person) {
  state = {};
  state.is_open = true;
  state.before = state.person = person;
  state.role_name = state.role_before = screen.view.role_of(person.id);
  if (const auto* unit = screen.view.find(person.unit)) state.unit_name = state.unit_before = unit->name;
}

Intents draw_person_dialog(ScreenContext& screen, PersonDialogState& state) {
  Intents intents;
  if (!state.is_open) return intents;
  const std::string title = state.is_new ? std::string(screen.tr("people.add_title")) : screen.tr("people.edit_title", {{"name", state.before.name}});
  ui::Dialog::Result result{};
  {
    ui::Dialog dialog(screen.ui, "person", form_dialog(screen, title, screen.tr(state.is_new ? "action.add" : "action.save")));
    draw_form(screen, dialog.body(), state);
    result = dialog.result();
  }
  if (state.asks_discard) {
    ask_discard(screen, state);
    return intents;
  }
  if (result == ui::Dialog::Result::cancelled) {
    if (has_changes(state)) state.asks_discard = true;
    else state.is_open = false;
  }
  if (result != ui::Dialog::Result::confirmed) return intents;
  state.was_tried = true;
  if (state.person.name.empty()) return intents;
  if (state.is_new || has_changes(state)) intents.edits.push_back(make_edit(screen, state));
  state.has_added = state.is_new;
  state.is_open = false;
  return intents;
}

}  // namespace fullcircle
