// The lock of what is stored on this device, and what it protects.
#include <array>

#include "ui/screens/settings_parts.h"
#include "ui/widgets/section.h"
#include "ui/widgets/states.h"
#include "ui/widgets/surface.h"

namespace fullcircle {

void draw_lock_settings(ScreenContext& screen, Rect& area, SettingsState& state, Intents& intents) {
  using Kind = LockDialogState::Kind;
  auto& ui = screen.ui;
  const ui::ButtonOptions switch_on{.kind = ui::ButtonKind::primary, .icon = Icon::lock};
  const float button_width = screen.app.is_lock_on ? 0 : ui::button_width(ui, screen.tr("lock.switch_on"), switch_on);
  Rect head = draw_settings_head(screen, area, screen.tr("lock.title"), screen.tr("lock.how"), true, button_width);
  if (!screen.app.is_lock_on) {
    if (ui::button_right(ui, head, screen.tr("lock.switch_on"), switch_on)) open_lock_dialog(screen, state.lock, Kind::on);
  } else {
    const auto row = [&](std::string_view title, std::string_view caption, std::string_view label, const ui::ButtonOptions& look) {
      return setting_button(screen, area, screen.tr(title), screen.tr(caption), screen.tr(label), look);
    };
    if (row("lock.is_on", "lock.is_on_how", "lock.now", {.kind = ui::ButtonKind::primary, .icon = Icon::lock})) intents.tasks.push_back(LockNow{});
    if (row("lock.passphrase", "lock.change_how", "lock.change", {.icon = Icon::key_round})) open_lock_dialog(screen, state.lock, Kind::change);
    if (row("lock.off", "lock.off_how", "lock.off_do", {.kind = ui::ButtonKind::quiet, .icon = Icon::lock_open})) open_lock_dialog(screen, state.lock, Kind::off);
  }
  const auto draw_lines = [&](std::string_view title, std::span<const std::string_view> keys) {
    area.skip(28);
    ui.heading(area.cut_top(24), 2, ui::type::section, ui.c.ink, screen.tr(title));
    area.skip(10);
    for (const auto key : keys) area.skip(ui::bullet(ui, area, ui::type::body, ui.c.ink2, screen.tr(key)) + 6);
  };
  constexpr std::array<std::string_view, 3> kProtects{"lock.protects_stored", "lock.protects_names", "lock.protects_others"};
  constexpr std::array<std::string_view, 7> kNot{"lock.not_open", "lock.not_device", "lock.not_forgotten", "lock.not_backups", "lock.not_before", "lock.not_sizes", "lock.not_old_passphrase"};
  draw_lines("lock.protects", kProtects);
  draw_lines("lock.not", kNot);
}

}  // namespace fullcircle
