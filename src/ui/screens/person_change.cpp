// Whether a person's ratings changed by more than the noise of measuring them: a sentence, and what it follows from.
#include <cmath>

#include "ui/screens/person_sections.h"
#include "ui/screens/value_rows.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/link.h"

namespace fullcircle {
namespace {

constexpr float kDialogWidth = 620, kIcon = 16, kIconGap = 8, kPadding = 6;

std::string difference_text(const ScreenContext& screen, const PersonChange& change) { return screen.formats.difference(change.difference(), 2); }

bool is_more_than_noise(const PersonChange& change) { return change.is_known() && *change.change.reliable; }

std::string sentence(const ScreenContext& screen, const PersonChange& change) {
  const std::string difference = difference_text(screen, change);
  if (!change.is_known())
    return screen.tr("person.change_unknown", {{"cycle", change.before.cycle}, {"difference", difference}, {"reason", screen.language.name_of(change.gap)}});
  return screen.tr(is_more_than_noise(change) ? "person.change_more" : "person.change_within",
                   {{"cycle", change.before.cycle}, {"difference", difference}, {"index", screen.formats.number(*change.change.index, 1)}});
}

ValueTable terms_of(const ScreenContext& screen, const PersonChange& change) {
  ValueTable rows;
  const auto& formats = screen.formats;
  const auto add = [&](std::string label, double value, bool strong = false) { rows.add(std::move(label), formats.number(value, 3), strong); };
  const auto word = [&](std::string_view key) { return std::string(screen.tr(key)); };
  add(screen.tr("person.change_rating", {{"cycle", change.after.cycle}}), *change.after.others);
  add(screen.tr("person.change_rating", {{"cycle", change.before.cycle}}), *change.before.others);
  rows.add(word("insights.column_difference"), formats.difference(change.difference(), 3), !change.is_known());
  if (change.spread) add(screen.tr("person.change_spread", {{"count", change.people}, {"cycle", change.before.cycle}}), *change.spread);
  const RatingReliability& reliability = change.reliability;
  if (reliability.people >= kLeastForSpread && reliability.value)
    add(screen.tr("person.change_reliability", {{"cycle", reliability.cycle}, {"count", reliability.people}, {"raters", formats.number(reliability.raters, 1)}}),
        *reliability.value);
  if (!change.is_known()) return rows;
  add(word("person.change_error"), change.change.standard_error);
  add(word("person.change_difference_error"), change.change.difference_error);
  rows.add(screen.tr("person.change_smallest", {{"quantile", formats.number(change.change.smallest_change / change.change.difference_error, 2)}}), "± " + formats.number(change.change.smallest_change, 3));
  add(word("person.change_index"), *change.change.index, true);
  return rows;
}

}  // namespace

void draw_person_changes(ScreenContext& screen, Rect& area, const std::vector<PersonChange>& changes, std::optional<std::size_t>& opened) {
  auto& ui = screen.ui;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const std::string text = sentence(screen, changes[i]);
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

void draw_change_terms(ScreenContext& screen, const std::vector<PersonChange>& changes, std::optional<std::size_t>& opened, Intents& intents) {
  if (opened && *opened >= changes.size()) opened.reset();
  if (!opened) return;
  auto& ui = screen.ui;
  const PersonChange& change = changes[*opened];
  const std::string title = screen.tr("person.change_title", {{"cycle", change.before.cycle}});
  ui::Dialog dialog(ui, "change-terms", {.title = title, .width = kDialogWidth, .close = screen.tr("action.close")});
  Rect area = dialog.body();
  const auto paragraph = [&](ui::Colour colour, std::string_view text) { area.skip(ui.paragraph(area, ui::type::body, colour, text) + 10); };
  paragraph(ui.c.ink, sentence(screen, change));
  if (change.is_known()) paragraph(ui.c.ink2, screen.tr(is_more_than_noise(change) ? "person.change_means_more" : "person.change_means_within"));
  // First among what takes the focus, or a long dialog would open scrolled to its end.
  if (ui::link(ui, area.cut_top(ui.phone() ? ui::metrics::kPhoneTarget : 24), screen.tr("guide.insights"), {.icon = Icon::book_open})) {
    intents.go = Route{Page::guides, {}, "insights:reliable"};
    opened.reset();
  }
  area.skip(12);
  terms_of(screen, change).draw(ui, area, screen.tr("goal.terms"));
  paragraph(ui.c.ink2, screen.tr("person.change_how", {{"people", kLeastForSpread}}));
  paragraph(ui.c.ink2, screen.tr("person.change_caution"));
  area.skip(8);
  ui.reach(area.y);
  if (dialog.result() != ui::Dialog::Result::none) opened.reset();
}

}  // namespace fullcircle
