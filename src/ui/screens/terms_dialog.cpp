#include "ui/screens/terms_dialog.h"

#include "ui/widgets/link.h"

namespace fullcircle {
namespace {

constexpr float kDialogWidth = 620;

}  // namespace

bool figure_button(ScreenContext& screen, const Rect& rect, std::string_view key, std::string_view number) {
  auto& ui = screen.ui;
  const auto done = ui.behave(ui.make_id(key), rect, MirrorRole::button, screen.tr("result.open_terms", {{"number", number}}));
  if (done.hovered || done.pressed) ui.fill(rect, done.pressed ? ui.c.press : ui.c.hover, ui::metrics::kRadiusControl);
  if (done.focus_visible) ui.focus_ring(rect, ui::metrics::kRadiusControl);
  return done.clicked;
}

TermsDialog::TermsDialog(ScreenContext& screen, std::string_view key, std::string_view title)
    : screen_(screen), dialog_(screen.ui, key, {.title = title, .width = kDialogWidth, .close = screen.tr("action.close")}), area_(dialog_.body()) {}

void TermsDialog::say(std::string_view text) { area_.skip(screen_.ui.paragraph(area_, ui::type::body, screen_.ui.c.ink2, text) + 10); }

void TermsDialog::add(const ValueTable& table, std::string_view title) { table.draw(screen_.ui, area_, title); }

void TermsDialog::guide(std::string_view place, Intents& intents) {
  auto& ui = screen_.ui;
  if (ui::link(ui, area_.cut_top(ui.phone() ? ui::metrics::kPhoneTarget : 24), screen_.tr("guide." + std::string(place.substr(0, place.find(':')))), {.icon = Icon::book_open})) {
    intents.go = Route{Page::guides, {}, std::string(place)};
    is_left_ = true;
  }
  area_.skip(12);
}

bool TermsDialog::end() {
  area_.skip(8);
  screen_.ui.reach(area_.y);
  return !is_left_ && dialog_.result() == ui::Dialog::Result::none;
}

}  // namespace fullcircle
