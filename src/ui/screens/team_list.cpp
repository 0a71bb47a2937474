#include "ui/screens/team_list.h"

#include <array>
#include <utility>

#include "model/sorting.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/form.h"
#include "ui/widgets/menu.h"

namespace fullcircle {
namespace {

std::string_view name_of(const ScreenContext& screen, const WorkspaceEntry& entry) { return entry.name.empty() ? screen.tr("common.unnamed") : std::string_view(entry.name); }

/// "Last change today, 12:03 · 1.2 MB"
std::string facts_of(const ScreenContext& screen, const WorkspaceEntry& entry) {
  std::string facts = screen.tr("teams.changed", {{"when", screen.formats.date_and_time_inside(entry.changed_at.value_or(entry.last_opened))}});
  if (entry.byte_count > 0) facts += " · " + screen.formats.file_size(entry.byte_count);
  return facts;
}

void draw_row(ScreenContext& screen, Rect& area, const WorkspaceEntry& entry, TeamListState& state, Intents& intents) {
  auto& ui = screen.ui;
  const ui::IdScope scope(ui, entry.id.high);
  const bool is_open = entry.id == screen.app.open_workspace;
  const std::string_view name = name_of(screen, entry);
  const std::string_view label = screen.tr(entry.is_deleted ? "settings.restore" : entry.is_archived ? "teams.bring_back" : "action.open");
  const bool is_beside = ui.phone() && !entry.is_deleted && !entry.is_archived;  // these are short enough to stand beside the words
  const float control = ui::button_width(ui, label, {.icon = Icon::undo_2}) + (entry.is_archived ? 0 : ui::metrics::kControl);
  Rect row = ui::setting_row(ui, area, name, facts_of(screen, entry), true, is_beside ? 0 : control);
  if (entry.is_deleted) {
    if (ui::button_right(ui, row, label, {.icon = Icon::undo_2, .name = screen.tr("teams.restore_name", {{"name", name}})})) intents.tasks.push_back(RestoreWorkspace{entry.id});
    if (ui::icon_button_right(ui, row, Icon::trash_2, screen.tr("teams.purge"))) state.asked_to_purge = entry.id;
    if (entry.purge_after && !ui.phone())
      ui::chip_right(ui, row, screen.tr("settings.deleted_until", {{"date", screen.formats.short_date(screen.formats.day_of(*entry.purge_after))}}), ui::Tone::neutral, Icon::clock);
    return;
  }
  if (entry.is_archived) {
    if (ui::button_right(ui, row, label, {.icon = Icon::undo_2, .name = screen.tr("teams.bring_back_name", {{"name", name}})})) intents.tasks.push_back(RestoreWorkspace{entry.id});
    return;
  }
  const std::array<ui::MenuItem, 3> items{{{.label = screen.tr("action.rename"), .icon = Icon::pencil, .disabled = is_open && screen.app.save.mode == StoreMode::reading},
                                           {.label = screen.tr("teams.archive"), .icon = Icon::archive},
                                           {.label = screen.tr("action.delete"), .icon = Icon::trash_2, .separator_before = true, .danger = true}}};
  Rect more = row.cut_right(ui::metrics::kControl).middle(ui::metrics::kControl);
  row.cut_right(4);
  const int chosen = ui::more_menu(ui, more, screen.tr("teams.more", {{"name", name}}), items);
  if (chosen == 0) {
    state.renamed = entry.id;
    state.name = entry.name;
  }
  if (chosen == 1) intents.tasks.push_back(ArchiveWorkspace{entry.id});
  if (chosen == 2) state.asked_to_delete = entry.id;
  if (is_open)
    ui::chip_right(ui, row, screen.tr("teams.open_here"), ui::Tone::good, Icon::check);
  else if (ui::button_right(ui, row, label, {.name = screen.tr("teams.switch_to", {{"name", name}})}))
    intents.tasks.push_back(OpenWorkspace{entry.id});
}

}  // namespace

std::vector<const WorkspaceEntry*> teams_to_choose(const std::vector<WorkspaceEntry>& teams) {
  std::vector<const WorkspaceEntry*> chosen;
  for (const WorkspaceEntry& entry : teams)
    if (!entry.is_deleted && !entry.is_archived && !entry.name.empty()) chosen.push_back(&entry);
  sort_stably(chosen, std::ranges::greater{}, &WorkspaceEntry::last_opened);
  return chosen;
}

void draw_team_list(ScreenContext& screen, Rect& area, TeamListState& state, Intents& intents) {
  auto& ui = screen.ui;
  constexpr std::array<std::string_view, 3> kHeads{"", "teams.archived", "teams.deleted"};
  for (std::size_t part = 0; part < kHeads.size(); ++part) {
    bool is_first = true;
    for (const WorkspaceEntry& entry : screen.app.workspaces) {
      if (part != (entry.is_deleted ? 2u : entry.is_archived ? 1u : 0u)) continue;
      if (part > 0 && std::exchange(is_first, false)) {
        area.skip(24);
        ui.heading(area.cut_top(28), 3, ui::type::row, ui.c.ink2, screen.tr(kHeads[part]));
        ui.hairline(area.x, area.y - 1, area.width);
      }
      draw_row(screen, area, entry, state, intents);
    }
  }
}

Intents draw_team_dialogs(ScreenContext& screen, TeamListState& state) {
  Intents intents;
  for (const WorkspaceEntry& entry : screen.app.workspaces) {
    const std::string_view name = name_of(screen, entry);
    const auto ask = [&](RecordId& asked, std::string_view title, std::string_view text, Task task) {
      if (asked != entry.id) return;
      const std::string question = screen.tr(title, {{"name", name}});
      const auto answer = ui::confirm(screen.ui, "team", {.title = question, .text = screen.tr(text), .confirm = screen.tr("action.delete"), .cancel = screen.tr("action.cancel"), .danger = true});
      if (answer == ui::Dialog::Result::none) return;
      if (answer == ui::Dialog::Result::confirmed) intents.tasks.push_back(std::move(task));
      asked = {};
    };
    ask(state.asked_to_delete, "settings.delete_team_title", "settings.delete_team_keeps", DeleteWorkspace{entry.id});
    ask(state.asked_to_purge, "teams.purge_title", "teams.purge_how", PurgeWorkspace{entry.id});
    if (state.renamed != entry.id) continue;
    ui::Dialog dialog(screen.ui, "rename-team", {.title = screen.tr("teams.rename_title", {{"name", name}}), .width = 420, .confirm = screen.tr("action.rename"), .cancel = screen.tr("action.cancel"),
                                                 .close = screen.tr("action.close"), .confirm_disabled = state.name.empty()});
    Rect body = dialog.body();
    const auto label = screen.tr("settings.team_name");
    ui::text_field(screen.ui, ui::form_row(screen.ui, body, label), label, state.name);
    const auto answer = dialog.result();
    if (answer == ui::Dialog::Result::confirmed) intents.tasks.push_back(RenameWorkspace{entry.id, state.name});
    if (answer != ui::Dialog::Result::none) state.renamed = {};
  }
  return intents;
}

}  // namespace fullcircle
