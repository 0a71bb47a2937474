#include "ui/screens/encryption_dialogs.h"

#include "app/encryption/passphrase.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/form.h"
#include "ui/widgets/progress_bar.h"
#include "ui/widgets/states.h"
#include "ui/widgets/text_field.h"

namespace fullcircle {
namespace {

/// Fewer letters than these are no protection, whoever thought of them.
constexpr std::size_t kLeastLetters = 12;

void draw_progress(ScreenContext& screen, Rect& body, const WorkInProgress& work) {
  auto& ui = screen.ui;
  const std::string share = screen.formats.percent(work.fraction);
  ui::progress_bar(ui, body.cut_top(20), static_cast<float>(work.fraction), screen.tr(work.label_key, {{"file", work.name}}), {.tone = ui::Tone::accent, .value_text = share});
  body.skip(8);
}

Intents draw_question(ScreenContext& screen, const PassphraseQuestion& question, LockedFileState& state) {
  Intents intents;
  auto& ui = screen.ui;
  if (state.file != question.file) state = {question.file, {}};
  ui::Dialog dialog(ui, "locked-file", {.title = screen.tr("encryption.question_title"), .width = 460, .confirm = screen.tr("encryption.open"),
                                        .cancel = screen.tr("encryption.skip"), .close = screen.tr("action.close"),
                                        .confirm_disabled = state.passphrase.empty()});
  Rect body = dialog.body();
  body.skip(ui.paragraph(body, ui::type::body, ui.c.ink2, screen.tr("encryption.question", {{"file", question.file}})) + 12);
  const auto label = screen.tr("encryption.passphrase");
  const std::string_view error = question.is_wrong ? screen.tr("error.encryption.wrong_passphrase") : std::string_view();
  const Rect field = ui::form_row(ui, body, label, {.error = error});
  ui::text_field(ui, field, label, state.passphrase, {.error = error});
  if (screen.app.work) draw_progress(screen, body, *screen.app.work);
  switch (dialog.result()) {
    case ui::Dialog::Result::none: break;
    case ui::Dialog::Result::confirmed: intents.tasks.push_back(OpenWithPassphrase{state.passphrase}); break;
    case ui::Dialog::Result::cancelled:
      intents.tasks.push_back(SkipLockedFile{});
      state = {};
      break;
  }
  return intents;
}

}  // namespace

void take_new_words(ScreenContext& screen, ProtectState& state) {
  state = {.words = screen.new_passphrase(), .offered = {}, .are_kept = false};
  state.offered = state.words;
}

bool draw_protect_words(ScreenContext& screen, Rect& body, ProtectState& state) {
  auto& ui = screen.ui;
  body.skip(ui.paragraph(body, ui::type::body, ui.c.ink2, screen.tr("encryption.protect_how")) + 12);
  const bool is_long_enough = state.words.size() >= kLeastLetters;
  const auto label = screen.tr("encryption.passphrase");
  const std::string strength = state.words != state.offered ? std::string(screen.tr("encryption.own_words"))
                                                            : screen.tr("encryption.strength", {{"count", static_cast<std::int64_t>(passphrase_words().size())},
                                                                                                {"bits", static_cast<int>(passphrase_bits())}});
  const std::string_view error = is_long_enough ? std::string_view() : screen.tr("encryption.too_short");
  const Rect field = ui::form_row(ui, body, label, {.hint = strength, .error = error});
  ui::text_field(ui, field, label, state.words, {.error = error});
  Rect row = body.cut_top(40);
  if (ui::button_left(ui, row, screen.tr("action.copy"), {.icon = Icon::copy})) ui.frame.copy(state.words);
  if (ui::button_left(ui, row, screen.tr("encryption.other_words"), {.kind = ui::ButtonKind::quiet, .icon = Icon::refresh_cw})) take_new_words(screen, state);
  ui::checkbox(ui, body.cut_top(32), screen.tr("encryption.are_kept"), state.are_kept);
  body.skip(4);
  return is_long_enough && state.are_kept;
}

Intents draw_encryption_dialogs(ScreenContext& screen, LockedFileState& state) {
  if (screen.app.passphrase_question) return draw_question(screen, *screen.app.passphrase_question, state);
  state = {};
  Intents intents;
  if (!screen.app.work) return intents;
  const std::string title = screen.tr(screen.app.work->label_key, {{"file", screen.app.work->name}});
  const std::string_view cancel = screen.app.work->can_cancel ? screen.tr("action.cancel") : std::string_view();
  ui::Dialog dialog(screen.ui, "work", {.title = title, .width = 420, .cancel = cancel, .close = cancel});
  Rect body = dialog.body();
  draw_progress(screen, body, *screen.app.work);
  if (dialog.result() == ui::Dialog::Result::cancelled) intents.tasks.push_back(CancelWork{});
  return intents;
}

}  // namespace fullcircle
