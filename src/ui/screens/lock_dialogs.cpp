#include "ui/screens/lock_dialogs.h"

#include "app/encryption/passphrase.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/field_frame.h"
#include "ui/widgets/form.h"
#include "ui/widgets/rings.h"
#include "ui/widgets/states.h"
#include "ui/widgets/surface.h"
#include "ui/widgets/text_field.h"

namespace fullcircle {
namespace {

/// Fewer letters than these are no protection, whoever thought of them.
constexpr std::size_t kLeastLetters = 12;

void draw_next(ScreenContext& screen, Rect& body, LockDialogState& state) {
  auto& ui = screen.ui;
  const auto label = screen.tr("lock.new_passphrase");
  const std::string strength = state.next != state.offered ? std::string(screen.tr("encryption.own_words"))
                                                           : screen.tr("encryption.strength", {{"count", static_cast<std::int64_t>(passphrase_words().size())},
                                                                                               {"bits", static_cast<int>(passphrase_bits())}});
  const std::string_view error = state.next.size() >= kLeastLetters ? std::string_view() : screen.tr("encryption.too_short");
  ui::text_field(ui, ui::form_row(ui, body, label, {.hint = strength, .error = error}), label, state.next, {.error = error});
  Rect row = body.cut_top(40);
  if (ui::button_left(ui, row, screen.tr("action.copy"), {.icon = Icon::copy})) ui.frame.copy(state.next);
  if (ui::button_left(ui, row, screen.tr("encryption.other_words"), {.kind = ui::ButtonKind::quiet, .icon = Icon::refresh_cw})) state.next = state.offered = screen.new_passphrase();
  ui::checkbox(ui, body.cut_top(32), screen.tr("encryption.are_kept"), state.are_kept);
  body.skip(4);
}

}  // namespace

Intents draw_unlock(ScreenContext& screen, Rect area, UnlockState& state) {
  Intents intents;
  auto& ui = screen.ui;
  constexpr float kWidth = 400, kPadding = 28, kButton = 36, kError = 32;
  constexpr float kHeight = 228;  // without what differs: words, field, error and button
  const std::string error = screen.app.lock_problem ? screen.language.describe(*screen.app.lock_problem) : std::string();
  const float width = std::min(kWidth, area.width - 32), inside = width - 2 * kPadding, button = std::max(kButton, ui.control_height());
  const float differing = ui.paragraph_height(inside, ui::type::body, screen.tr("lock.unlock_how")) + ui.control_height() +
                          std::max(kError, ui.paragraph_height(inside, ui::type::caption, error)) + button;
  Rect card = area.centred(width, std::min(kHeight - kError + differing, area.height));
  const ui::Group group(ui, MirrorRole::region, card, screen.tr("lock.is_locked"));
  ui::card(ui, card);
  Rect body = card.inset(kPadding);
  ui::mark(ui, body.cut_top(32).with_width(32));
  body.skip(16);
  ui.heading(body.cut_top(26), 1, ui::type::section, ui.c.ink, screen.tr("lock.is_locked"));
  body.skip(4);
  body.skip(ui.paragraph(body, ui::type::body, ui.c.ink2, screen.tr("lock.unlock_how")) + 14);
  const auto label = screen.tr("encryption.passphrase");
  const auto typed = ui::text_field(ui, ui::form_row(ui, body, label, {.error = error}), label, state.passphrase, {.error = error});
  const bool enter = typed.focused && ui.frame.shortcut({Key::enter, {}, 0, true});
  const bool wanted = ui::button(ui, body.cut_top(button), screen.tr("lock.unlock"), {.kind = ui::ButtonKind::primary, .icon = Icon::lock_open, .height = button, .disabled = state.passphrase.empty()});
  if ((wanted || enter) && !state.passphrase.empty()) {
    intents.tasks.push_back(Unlock{std::exchange(state.passphrase, {})});
    ++ui.memory.state<ui::FieldText>(typed.id).revision;  // empty for the next try also where the field keeps the focus
  }
  return intents;
}

void open_lock_dialog(ScreenContext& screen, LockDialogState& state, LockDialogState::Kind kind) {
  state = {.kind = kind, .passphrase = {}, .next = screen.new_passphrase(), .offered = {}, .are_kept = false, .changes_before = screen.app.lock_changes};
  state.offered = state.next;
}

Intents draw_lock_dialog(ScreenContext& screen, LockDialogState& state) {
  using Kind = LockDialogState::Kind;
  Intents intents;
  if (state.kind == Kind::none) return intents;
  if (screen.app.lock_changes != state.changes_before) {  // it is done
    state = {};
    return intents;
  }
  const bool is_under_way = state.was_tried && !screen.app.lock_problem;
  if (is_under_way && screen.app.work) return intents;  // it has a dialog of its own
  auto& ui = screen.ui;
  constexpr std::string_view kTitles[] = {"", "lock.on_title", "lock.off_title", "lock.change_title"};
  constexpr std::string_view kConfirm[] = {"", "lock.on_do", "lock.off_do", "lock.change_do"};
  const auto index = static_cast<std::size_t>(state.kind);
  const bool needs_old = state.kind != Kind::on, needs_new = state.kind != Kind::off;
  const bool is_ready = (!needs_old || !state.passphrase.empty()) && (!needs_new || (state.are_kept && state.next.size() >= kLeastLetters));
  ui::Dialog dialog(ui, "lock", {.title = screen.tr(kTitles[index]), .width = 520, .confirm = screen.tr(kConfirm[index]), .cancel = screen.tr("action.cancel"),
                                 .close = screen.tr("action.close"), .confirm_disabled = !is_ready || is_under_way});
  Rect body = dialog.body();
  if (state.kind == Kind::on) body.skip(ui.paragraph(body, ui::type::body, ui.c.ink2, screen.tr("lock.on_how")) + 12);
  if (needs_old) {
    const auto label = screen.tr("lock.passphrase");
    const std::string error = screen.app.lock_problem && state.was_tried ? screen.language.describe(*screen.app.lock_problem) : std::string();
    ui::text_field(ui, ui::form_row(ui, body, label, {.error = error}), label, state.passphrase, {.error = error});
  }
  if (needs_new) draw_next(screen, body, state);
  switch (dialog.result()) {
    case ui::Dialog::Result::none: break;
    case ui::Dialog::Result::cancelled:
      if (is_under_way) intents.tasks.push_back(CancelWork{});
      state = {};
      break;
    case ui::Dialog::Result::confirmed:
      state.was_tried = true;
      if (state.kind == Kind::on) intents.tasks.push_back(SwitchLockOn{state.next});
      if (state.kind == Kind::off) intents.tasks.push_back(SwitchLockOff{state.passphrase});
      if (state.kind == Kind::change) intents.tasks.push_back(ChangeLock{state.passphrase, state.next});
      break;
  }
  return intents;
}

}  // namespace fullcircle
