// Storage, backup and sharing.
#include <array>

#include "ui/screens/file_types.h"
#include "ui/screens/settings_parts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/form.h"
#include "ui/widgets/menu.h"
#include "ui/widgets/section.h"
#include "ui/widgets/states.h"

namespace fullcircle {
namespace {

/// Damaged parts that are kept for whoever wants to try to read them.
void draw_set_aside(ScreenContext& screen, Rect& area, Intents& intents) {
  if (!screen.app.load_report) return;
  auto& ui = screen.ui;
  std::vector<std::pair<std::string, std::string>> kept;  // stored name, what is known of it
  for (const SetAside& part : screen.app.load_report->set_aside)
    if (part.is_kept) kept.emplace_back(part.name, screen.formats.file_size(static_cast<std::int64_t>(part.byte_count)));
  for (const std::string& name : screen.app.load_report->kept) kept.emplace_back(name, std::string());
  if (kept.empty()) return;
  for (const auto& [name, size] : kept) {
    const ui::IdScope scope(ui, name);
    const ui::ButtonOptions download{.icon = Icon::download};
    Rect row = ui::setting_row(ui, area, screen.tr("settings.set_aside"), size.empty() ? name : name + ", " + size, true,
                               ui::button_width(ui, screen.tr("action.download"), download));
    if (ui::button_right(ui, row, screen.tr("action.download"), download)) intents.tasks.push_back(DownloadSetAside{name});
  }
  Rect row = area.cut_top(44);
  if (ui::button_left(ui, row, screen.tr("settings.set_aside_discard"), {.kind = ui::ButtonKind::quiet, .icon = Icon::trash_2})) intents.tasks.push_back(DiscardSetAside{});
}

void draw_state(ScreenContext& screen, Rect& area, Intents& intents) {
  auto& ui = screen.ui;
  const bool is_kept = screen.app.storage_is_persistent;
  Rect head = area.with_height(22);
  ui::chip_right(ui, head, screen.tr(is_kept ? "settings.storage_kept" : "settings.storage_not_kept"), is_kept ? ui::Tone::good : ui::Tone::neutral,
                 is_kept ? Icon::shield_check : Icon::info);
  draw_settings_head(screen, area, screen.tr("settings.storage_title"), screen.tr("settings.storage_how"), !screen.app.storage);
  if (screen.app.storage)
    ui.text(area.cut_top(16), ui::type::caption, ui.c.ink3,
            screen.tr("settings.storage_used", {{"used", screen.formats.file_size(static_cast<std::int64_t>(screen.app.storage->used_bytes))},
                                                {"allowed", screen.formats.file_size(static_cast<std::int64_t>(screen.app.storage->allowed_bytes))}}));
  if (screen.app.storage) {
    area.skip(14);
    ui.hairline(area.x, area.y - 1, area.width);
  }
  draw_set_aside(screen, area, intents);
  const ui::ButtonOptions now{.kind = ui::ButtonKind::primary, .icon = Icon::download}, lock{.icon = Icon::lock}, open{.icon = Icon::file_input};
  const auto now_label = screen.tr("settings.backup_now"), lock_label = screen.tr("settings.backup_locked_do"), open_label = screen.tr("action.open_file");
  Rect backup = ui::setting_row(ui, area, screen.tr("settings.backup"),
                                screen.app.last_backup ? screen.tr("storage.backup_age", {{"when", screen.formats.date_and_time_inside(*screen.app.last_backup)}})
                                                       : std::string(screen.tr("settings.backup_never")), true, ui::button_width(ui, now_label, now));
  if (ui::button_right(ui, backup, now_label, now)) intents.tasks.push_back(OfferBackUp{});
  Rect locked = ui::setting_row(ui, area, screen.tr("settings.backup_locked"), screen.tr("settings.backup_locked_how"), true, ui::button_width(ui, lock_label, lock));
  if (ui::button_right(ui, locked, lock_label, lock)) intents.tasks.push_back(OfferBackUp{ExportProtection::passphrase});
  Rect restore = ui::setting_row(ui, area, screen.tr("settings.restore"), screen.tr("settings.restore_how"), true, ui::button_width(ui, open_label, open));
  if (ui::button_right(ui, restore, open_label, open)) ui.frame.open_files({widget_id("open"), std::string(kOpenTypes), true});
}

void draw_export(ScreenContext& screen, Rect& area, SettingsState& state, Intents& intents) {
  auto& ui = screen.ui;
  area.skip(28);
  Rect head = draw_settings_head(screen, area, screen.tr("settings.export"), screen.tr("settings.export_how"), false,
                                 ui::button_width(ui, screen.tr("action.export"), {.icon = Icon::file_down}));
  const bool can_export = (state.export_choice != 1 && state.export_choice != 3) || state.member;
  const bool wanted = ui::button_right(ui, head, screen.tr("action.export"), {.icon = Icon::file_down, .disabled = !can_export});
  const std::array<ui::RadioChoice, 4> choices{{{screen.tr("settings.export_team"), screen.tr("settings.export_team_how")},
                                                {screen.tr("settings.export_person"), screen.tr("settings.export_person_how")},
                                                {screen.tr("settings.export_requests"), screen.tr("settings.export_requests_how")},
                                                {screen.tr("settings.export_co_lead"), screen.tr("settings.export_co_lead_how")}}};
  const float height = ui::radio_cards_height(ui, area.width, choices);
  ui::radio_cards(ui, area.cut_top(height), screen.tr("settings.export"), choices, state.export_choice);
  if (state.export_choice == 1 || state.export_choice == 3) {
    area.skip(12);
    const auto& people = state.people.get(screen.view, [&] { return compute_person_choices(screen.view, screen.text); });
    person_field(screen, area.cut_top(ui.control_height()).with_width(280), screen.tr("settings.export_person"), people, state.member);
    area.skip(8);
    if (state.export_choice == 1) area.skip(ui::note(ui, area, Icon::shield_check, screen.tr("settings.export_person_holds")) + 8);
  }
  if (!wanted) return;
  if (state.export_choice == 0) intents.tasks.push_back(OfferBackUp{});
  if (state.export_choice == 1) intents.tasks.push_back(ExportMemberFile{state.member});
  if (state.export_choice == 3) intents.tasks.push_back(ExportForLead{state.member});
  if (state.export_choice == 2) intents.go = Route{Page::requests, {}, {}};
}

void draw_merge(ScreenContext& screen, Rect& area, Intents& intents) {
  auto& ui = screen.ui;
  area.skip(28);
  Rect head = draw_settings_head(screen, area, screen.tr("settings.merge"), screen.tr("settings.merge_how"), true,
                                 ui::button_width(ui, screen.tr("action.open_file"), {.icon = Icon::file_input}));
  if (ui::button_right(ui, head, screen.tr("action.open_file"), {.icon = Icon::file_input, .key = "merge"})) ui.frame.open_files({widget_id("open"), std::string(kOpenTypes), true});
  const ImportLog* last = screen.app.last_import ? &*screen.app.last_import : nullptr;
  if (!last)
    for (const ImportLog& log : screen.view.table<ImportLog>().alive())
      if (!last || log.at > last->at) last = &log;
  std::string line(screen.tr("settings.last_merge_never"));
  if (last)
    line = screen.formats.date_and_time(last->at) + ", " +
           screen.tr("import.history_line", {{"files", screen.tr("import.files_merged", {{"count", static_cast<int>(last->files.size())}})},
                                             {"new", last->new_count}, {"known", last->known_count}, {"conflicts", last->conflict_count}});
  const ui::ButtonOptions undo{.kind = ui::ButtonKind::quiet, .icon = Icon::undo_2};
  const auto undo_label = screen.tr("import.undo");
  Rect row = ui::setting_row(ui, area, screen.tr("settings.last_merge"), line, true, screen.app.can_undo_import ? ui::button_width(ui, undo_label, undo) : 0);
  if (screen.app.can_undo_import && ui::button_right(ui, row, undo_label, undo)) intents.tasks.push_back(UndoImport{});
}

}  // namespace

void draw_storage_settings(ScreenContext& screen, Rect& area, SettingsState& state, Intents& intents) {
  draw_state(screen, area, intents);
  draw_export(screen, area, state, intents);
  draw_merge(screen, area, intents);
  draw_folder_settings(screen, area, intents);
}

void draw_look_settings(ScreenContext& screen, Rect& area, Intents& intents) {
  auto& ui = screen.ui;
  draw_settings_head(screen, area, screen.tr("settings.look"));
  const Rect theme = setting_field(ui, area, screen.tr("settings.theme"), {}, 200);
  ThemeChoice chosen = screen.app.preferences.theme;
  if (enum_field(screen, theme, screen.tr("settings.theme"), chosen)) intents.tasks.push_back(SetTheme{chosen});
  const Rect language = setting_field(ui, area, screen.tr("settings.language"), {}, 200);
  const std::array<ui::Choice, 3> languages{{{screen.tr("settings.language_system")}, {"English"}, {"Deutsch"}}};
  constexpr std::array<std::string_view, 3> kCodes{"", "en", "de"};
  int index = 0;
  for (std::size_t i = 0; i < kCodes.size(); ++i)
    if (kCodes[i] == screen.app.preferences.language) index = static_cast<int>(i);
  if (ui::select(ui, language, screen.tr("settings.language"), languages, index))
    intents.tasks.push_back(SetLanguage{std::string(kCodes[static_cast<std::size_t>(index)])});
}

}  // namespace fullcircle
