// Whether a person's ratings changed by more than the noise of measuring them: a sentence, and what it follows from.
#include "app/queries/person_change_words.h"
#include "ui/screens/change_terms.h"
#include "ui/screens/person_sections.h"
#include "ui/screens/terms_dialog.h"
#include "ui/screens/value_lines.h"

namespace fullcircle {

void draw_person_changes(ScreenContext& screen, Rect& area, const std::vector<PersonChange>& changes, std::optional<std::size_t>& opened) {
  constexpr float kIcon = 16, kIconGap = 8, kPadding = 6;
  auto& ui = screen.ui;
  const PersonChangeWords words(screen.language, screen.formats);
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const std::string text = words.sentence(changes[i]);
    const float width = area.width - kIcon - kIconGap;
    const Rect row = area.cut_top(std::max(ui.paragraph_height(width, ui::type::body, text) + 2 * kPadding, ui.phone() ? ui::metrics::kPhoneTarget : 0.0f));
    const auto done = ui.behave(ui.make_id("change " + std::to_string(i)), row, MirrorRole::button, screen.tr("result.open_terms", {{"number", text}}));
    if (done.hovered) ui.fill(row.grow(6, 0), ui.c.hover, ui::metrics::kRadiusControl);
    if (done.focus_visible) ui.focus_ring(row.grow(6, 0), ui::metrics::kRadiusControl);
    if (done.clicked) opened = i;
    Rect rest = row.inset(0, kPadding);
    const bool is_more = is_more_than_noise(changes[i]);
    const Icon icon = !is_more ? Icon::info : changes[i].difference() > 0 ? Icon::arrow_up_right : Icon::arrow_down_right;
    ui.paint_icon(rest.cut_left(kIcon).with_height(ui::type::body.line), icon, is_more ? ui.c.ink : ui.c.ink3, 14);
    rest.cut_left(kIconGap);
    ui.paint_paragraph(rest, ui::type::body, is_more ? ui.c.ink : ui.c.ink2, text);
  }
}

bool draw_change_dialog(ScreenContext& screen, const PersonChange& change, std::string_view title, std::span<const std::string> more, Intents& intents) {
  TermsDialog dialog(screen, "change-terms", title);
  const PersonChangeWords words(screen.language, screen.formats);
  dialog.say(words.sentence(change));
  for (const std::string& sentence : words.meaning(change)) dialog.say(sentence);
  for (const std::string& sentence : more) dialog.say(sentence);
  dialog.guide("insights:reliable", intents);
  dialog.add(value_table(words.terms(change)), screen.tr("goal.terms"));
  dialog.say(words.method());
  dialog.say(screen.tr("person.change_caution"));
  return dialog.end();
}

void draw_change_terms(ScreenContext& screen, const FollowedTrend& followed, std::optional<std::size_t>& opened, Intents& intents) {
  if (opened && *opened >= followed.changes.size()) opened.reset();
  if (!opened) return;
  const PersonChange& change = followed.changes[*opened];
  std::string title = screen.tr("person.change_title", {{"cycle", change.before.cycle}});
  if (!followed.name.empty()) title = followed.name + " · " + title;
  if (!draw_change_dialog(screen, change, title, {}, intents)) opened.reset();
}

}  // namespace fullcircle
