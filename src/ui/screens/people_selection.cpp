#include "ui/screens/people_selection.h"

#include <array>

#include "app/commands/people_commands.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/form.h"
#include "ui/widgets/menu.h"
#include "ui/widgets/suggest_field.h"

namespace fullcircle {
namespace {

using Question = PeopleSelectionState::Question;

std::string count_text(const ScreenContext& screen, std::string_view key, std::size_t count) { return screen.tr(key, {{"count", static_cast<std::int64_t>(count)}}); }

void draw_export(ScreenContext& screen, Rect& row, const std::vector<Id<Person>>& people, Intents& intents) {
  const std::string files = count_text(screen, "people.export_files", people.size());
  const std::array<ui::MenuItem, 2> items{{{.label = screen.tr("people.export_list"), .icon = Icon::file_down}, {.label = files, .icon = Icon::users}}};
  auto& ui = screen.ui;
  const auto label = screen.tr("action.export");
  Rect place = row.cut_left(ui.phone() ? ui::metrics::kPhoneTarget : ui::button_width(ui, label, {.icon = Icon::file_down, .trailing = Icon::chevron_down}));
  row.cut_left(8);
  const int chosen = ui.phone() ? ui::more_menu(ui, place.middle(ui::metrics::kPhoneTarget), label, items) : ui::menu_button_right(ui, place, label, items, Icon::file_down, 0);
  if (chosen == 0)
    intents.tasks.push_back(SaveFile{std::string(screen.tr("people.file_name")) + ".csv", "text/csv", encode_people_csv(screen.view, screen.language, people), "people"});
  if (chosen == 1)
    for (const auto id : people) intents.tasks.push_back(ExportMemberFile{id});
}

PeopleSelectionResult ask_manager(ScreenContext& screen, PeopleSelectionState& state, const std::vector<Id<Person>>& people) {
  PeopleSelectionResult done;
  auto& ui = screen.ui;
  const std::string title = count_text(screen, "people.set_manager_title", people.size());
  ui::Dialog dialog(ui, "set-manager", form_dialog(screen, title, screen.tr("action.apply"), 440));
  Rect body = dialog.body();
  const auto& choices = state.managers.get(screen.view, [&] { return compute_person_choices(screen.view, screen.text); });
  const auto label = screen.language.label_of<Person>("manager");
  ManagerChange change = set_manager(screen.view, people, state.manager);
  const std::string hint = change.left_out > 0 ? count_text(screen, "people.left_out", static_cast<std::size_t>(change.left_out)) : std::string();
  person_field(screen, ui::form_row(ui, body, label, {.hint = hint}), label, choices, state.manager, screen.tr("people.no_manager"));
  const auto result = dialog.result();
  if (result == ui::Dialog::Result::confirmed) done.intents.edits.push_back(std::move(change.edit));
  if (result != ui::Dialog::Result::none) state.asked = Question::none;
  done.is_done = result == ui::Dialog::Result::confirmed;
  return done;
}

PeopleSelectionResult ask_unit(ScreenContext& screen, PeopleSelectionState& state, const std::vector<Id<Person>>& people) {
  PeopleSelectionResult done;
  auto& ui = screen.ui;
  const std::string title = count_text(screen, "people.set_unit_title", people.size());
  ui::Dialog dialog(ui, "set-unit", form_dialog(screen, title, screen.tr("action.apply"), 440));
  Rect body = dialog.body();
  const auto& known = state.names.get(screen.view, [&] { return known_names(screen); });
  const auto label = screen.language.label_of<Person>("unit");
  ui::suggest_field(ui, ui::form_row(ui, body, label, {.hint = screen.tr("people.unit_hint")}), label, state.unit_name, known.units);
  const auto result = dialog.result();
  if (result == ui::Dialog::Result::confirmed) {
    Edit edit("edit.people.change");
    const Id<Unit> unit = find_or_create_unit(screen, edit, state.unit_name);
    set_unit(edit, screen.view, people, unit);
    done.intents.edits.push_back(std::move(edit));
  }
  if (result != ui::Dialog::Result::none) state.asked = Question::none;
  done.is_done = result == ui::Dialog::Result::confirmed;
  return done;
}

PeopleSelectionResult ask_removal(ScreenContext& screen, PeopleSelectionState& state, const std::vector<Id<Person>>& people) {
  PeopleSelectionResult done;
  const std::string title = count_text(screen, "people.remove_title", people.size());
  const auto answer = ui::confirm(screen.ui, "remove-people", {.title = title, .text = screen.tr("people.remove_body"), .confirm = screen.tr("action.remove"),
                                                               .cancel = screen.tr("action.cancel"), .danger = true});
  if (answer == ui::Dialog::Result::confirmed) done.intents.edits.push_back(remove_people(people));
  if (answer != ui::Dialog::Result::none) state.asked = Question::none;
  done.is_done = answer == ui::Dialog::Result::confirmed;
  return done;
}

}  // namespace

PeopleSelectionResult draw_selection_bar(ScreenContext& screen, Rect row, PeopleSelectionState& state, const std::vector<Id<Person>>& people, bool are_former) {
  PeopleSelectionResult done;
  auto& ui = screen.ui;
  const ui::Group bar(ui, MirrorRole::region, row, screen.tr("people.selection"));
  if (ui::icon_button_right(ui, row, Icon::x, screen.tr("people.selection_clear"))) done.is_done = true;
  const std::string count = count_text(screen, "people.selected", people.size());
  row.cut_left(ui.text(row, ui::type::group, ui.c.ink, count) + 16);
  // Without the words where there is no room for them.
  const auto action = [&](std::string_view key, Icon icon) {
    const auto label = screen.tr(key);
    if (!ui.phone()) return ui::button_left(ui, row, label, {.icon = icon});
    return ui::icon_button(ui, row.cut_left(ui::metrics::kPhoneTarget).middle(ui::metrics::kPhoneTarget), icon, label);
  };
  if (!are_former) {
    if (action("people.set_manager", Icon::users)) state.asked = Question::manager;
    if (action("people.set_unit", Icon::building_2)) state.asked = Question::unit;
  }
  draw_export(screen, row, people, done.intents);
  if (action(are_former ? "people.bring_back" : "people.archive", are_former ? Icon::undo_2 : Icon::user_x)) {
    done.intents.edits.push_back(are_former ? set_returned(screen.view, people) : set_left(screen.view, people));
    done.is_done = true;
  }
  if (action("action.remove", Icon::trash_2)) state.asked = Question::remove;
  return done;
}

PeopleSelectionResult draw_selection_dialogs(ScreenContext& screen, PeopleSelectionState& state, const std::vector<Id<Person>>& people) {
  switch (state.asked) {
    case Question::none: return {};
    case Question::manager: return ask_manager(screen, state, people);
    case Question::unit: return ask_unit(screen, state, people);
    case Question::remove: return ask_removal(screen, state, people);
  }
  return {};
}

}  // namespace fullcircle
