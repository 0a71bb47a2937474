// The keys of this device: shown, printed, restored; and what encryption protects.
#include <array>

#include "app/encryption/recovery_page.h"
#include "ui/screens/settings_parts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/form.h"
#include "ui/widgets/states.h"
#include "ui/widgets/surface.h"
#include "ui/widgets/text_field.h"

namespace fullcircle {
namespace {

void draw_recovery_text(ScreenContext& screen, Rect& area, const DeviceKey& key) {
  auto& ui = screen.ui;
  area.skip(10);
  area.skip(ui.paragraph(area, ui::type::row.figures(), ui.c.ink, grouped_recovery_text(key.identity)) + 6);
  Rect row = area.cut_top(std::max(40.0f, ui.control_height()));
  if (ui::button_left(ui, row, screen.tr("action.copy"), {.icon = Icon::copy, .key = "copy-recovery", .name = screen.tr("encryption.copy_recovery")})) ui.frame.copy(key.identity);
  area.skip(6);
  ui.hairline(area.x, area.y - 1, area.width);
}

void draw_key(ScreenContext& screen, Rect& area, const DeviceKey& key, SettingsState& state, Intents& intents) {
  auto& ui = screen.ui;
  Rect own = ui::setting_row(ui, area, screen.tr("encryption.public_key"), key.recipient, true, ui::button_width(ui, screen.tr("action.copy"), {.icon = Icon::copy}));
  if (ui::button_right(ui, own, screen.tr("action.copy"), {.icon = Icon::copy, .name = screen.tr("encryption.copy_public")})) ui.frame.copy(key.recipient);
  const auto toggle = screen.tr(state.is_recovery_shown ? "encryption.hide" : "encryption.show");
  const float buttons = ui::button_width(ui, screen.tr("action.print"), {.icon = Icon::printer}) + 8 + ui::button_width(ui, toggle, {.icon = Icon::eye});
  Rect recovery = ui::setting_row(ui, area, screen.tr("encryption.recovery"), screen.tr("encryption.recovery_how"), !state.is_recovery_shown, buttons);
  if (ui::button_right(ui, recovery, screen.tr("action.print"), {.icon = Icon::printer, .name = screen.tr("encryption.print_recovery")})) {
    const Workspace* workspace = screen.view.workspace();
    intents.tasks.push_back(PrintDocument{encode_recovery_html(key, workspace ? workspace->name : std::string_view(), screen.view.today, screen.language, screen.formats)});
  }
  if (ui::button_right(ui, recovery, toggle, {.icon = state.is_recovery_shown ? Icon::eye_off : Icon::eye, .key = "show-recovery"})) state.is_recovery_shown = !state.is_recovery_shown;
  if (state.is_recovery_shown) draw_recovery_text(screen, area, key);
}

void draw_restore(ScreenContext& screen, Rect& area, SettingsState& state, Intents& intents) {
  auto& ui = screen.ui;
  area.skip(28);
  draw_settings_head(screen, area, screen.tr("encryption.restore"), screen.tr("encryption.restore_how"), false);
  Rect row = area.cut_top(ui.control_height());
  const bool wanted = ui::button_right(ui, row, screen.tr("encryption.restore_do"), {.icon = Icon::key_round, .disabled = state.recovery_text.empty()});
  ui::text_field(ui, row, screen.tr("encryption.recovery"), state.recovery_text, {.placeholder = "AGE-SECRET-KEY-1"});
  if (!wanted) return;
  intents.tasks.push_back(RestoreKey{state.recovery_text});
  state.recovery_text.clear();
}

void draw_limits(ScreenContext& screen, Rect& area) {
  auto& ui = screen.ui;
  constexpr std::array<std::string_view, 6> kLines{"encryption.protects_answers", "encryption.protects_backups", "encryption.not_device",
                                                   "encryption.not_traces", "encryption.not_author", "encryption.not_lost"};
  area.skip(28);
  draw_settings_head(screen, area, screen.tr("encryption.limits"), {}, false);
  for (const auto key : kLines) area.skip(ui::bullet(ui, area, ui::type::body, ui.c.ink2, screen.tr(key)) + 6);
}

}  // namespace

void draw_encryption_settings(ScreenContext& screen, Rect& area, SettingsState& state, Intents& intents) {
  auto& ui = screen.ui;
  draw_settings_head(screen, area, screen.tr("encryption.title"), screen.tr("encryption.how"));
  if (screen.app.keys.empty()) {
    area.skip(12);
    area.skip(ui::note(ui, area, Icon::info, screen.tr("encryption.no_key")) + 8);
    Rect row = area.cut_top(ui.control_height());
    if (ui::button_left(ui, row, screen.tr("encryption.make_key"), {.icon = Icon::key_round})) intents.tasks.push_back(MakeKey{});
  } else {
    draw_key(screen, area, screen.app.keys.front(), state, intents);
  }
  draw_restore(screen, area, state, intents);
  draw_limits(screen, area);
}

}  // namespace fullcircle
