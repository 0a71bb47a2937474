// The shared folder of the open team: which, what came in, what lies there.
#include <array>

#include "ui/screens/settings_parts.h"
#include "ui/widgets/states.h"

namespace fullcircle {
namespace {

using Access = SharedFolderState::Access;

std::string words_of(const ScreenContext& screen, const FolderLine& line) {
  constexpr std::array<std::string_view, 7> kKeys{"folder.own", "folder.nothing_new", "folder.merged", "folder.offered", "folder.other_team", "folder.left_alone", "folder.left_alone"};
  const std::string_view key = kKeys[static_cast<std::size_t>(line.outcome)];
  return line.problem.code.empty() ? std::string(screen.tr(key)) : screen.tr(key, {{"reason", screen.language.describe(line.problem)}});
}

void draw_files(ScreenContext& screen, Rect& area, const SharedFolderState& folder) {
  auto& ui = screen.ui;
  const ui::Group list(ui, MirrorRole::list, area, screen.tr("folder.files"));
  for (const FolderLine& line : folder.files) {
    const ui::IdScope scope(ui, line.name);
    const bool is_left = line.outcome >= FolderOutcome::other_team;
    const std::string words = words_of(screen, line);
    const float width = area.width - 26;
    const float height = ui.paragraph_height(width, ui::type::caption, words);
    Rect row = area.cut_top(20 + height + 10);
    const ui::Group item(ui, MirrorRole::list_item, row, {});
    ui.paint_icon(row.cut_left(16).with_height(20), is_left ? Icon::triangle_alert : line.outcome == FolderOutcome::own ? Icon::hard_drive : Icon::file_input, is_left ? ui.c.warn : ui.c.ink3);
    row.cut_left(10);
    ui.text(row.cut_top(20), ui::type::control, ui.c.ink, line.name);
    ui.paragraph(row, ui::type::caption, ui.c.ink2, words);
  }
}

void draw_open_folder(ScreenContext& screen, Rect& area, const SharedFolderState& folder, Intents& intents) {
  std::string state(screen.tr(folder.is_looking ? "folder.looking" : "folder.not_looked"));
  if (folder.looked_at && !folder.is_looking) state = screen.tr("folder.looked", {{"when", screen.formats.date_and_time_inside(*folder.looked_at)}});
  if (setting_button(screen, area, folder.folder, state, screen.tr("folder.look"), {.icon = Icon::refresh_cw, .disabled = folder.is_looking}))
    intents.tasks.push_back(LookInFolder{});
  const std::string own = folder.written_at ? screen.tr("folder.written", {{"when", screen.formats.date_and_time_inside(*folder.written_at)}}) : std::string(screen.tr("folder.own_how"));
  if (setting_button(screen, area, folder.own_file, own, screen.tr("folder.leave"), {.kind = ui::ButtonKind::quiet})) intents.tasks.push_back(LeaveFolder{});
  area.skip(10);
  draw_files(screen, area, folder);
}

}  // namespace

void draw_folder_settings(ScreenContext& screen, Rect& area, Intents& intents) {
  auto& ui = screen.ui;
  const SharedFolderState& folder = screen.app.shared_folder;
  area.skip(28);
  const bool can_open = screen.app.has_folders && folder.access == Access::none;
  const ui::ButtonOptions open{.icon = Icon::folder_open};
  Rect head = draw_settings_head(screen, area, screen.tr("folder.title"), screen.tr("folder.how"), true, can_open ? ui::button_width(ui, screen.tr("folder.open"), open) : 0);
  if (!screen.app.has_folders) {
    area.skip(12);
    area.skip(ui::note(ui, area, Icon::info, screen.tr("folder.unavailable")));
    return;
  }
  if (can_open && ui::button_right(ui, head, screen.tr("folder.open"), open)) intents.tasks.push_back(ChooseFolder{});
  if (folder.problem && folder.access != Access::must_be_allowed) {
    area.skip(12);
    area.skip(ui::error_note(ui, area, screen.tr("folder.problem"), screen.language.describe(*folder.problem)) + 4);
  }
  if (folder.access == Access::must_be_allowed) {
    const std::string_view name = folder.folder.empty() ? screen.tr("folder.title") : std::string_view(folder.folder);
    if (setting_button(screen, area, name, screen.tr("folder.must_be_allowed"), screen.tr("folder.allow"), {.icon = Icon::folder_open})) intents.tasks.push_back(AllowFolder{});
  }
  if (folder.access == Access::open) draw_open_folder(screen, area, folder, intents);
}

}  // namespace fullcircle
