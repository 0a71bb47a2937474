// Whether a person's ratings changed by more than the noise of measuring them: a sentence, and what it follows from.
#include <cmath>

#include "ui/screens/change_terms.h"
#include "ui/screens/person_sections.h"
#include "ui/screens/terms_dialog.h"

namespace fullcircle {
namespace {

constexpr float kIcon = 16, kIconGap = 8, kPadding = 6;

std::string difference_text(const ScreenContext& screen, const PersonChange& change) { return screen.formats.difference(change.difference(), 2); }

bool is_more_than_noise(const PersonChange& change) { return change.is_known() && *change.change.reliable; }

}  // namespace

std::string change_interval(const ScreenContext& screen, const rating::Interval& interval) {
  return screen.tr("calibration.edge_to", {{"from", screen.formats.difference(interval.low, 2)}, {"to", screen.formats.difference(interval.high, 2)}});
}

std::string change_sentence(const ScreenContext& screen, const PersonChange& change) {
  const std::string difference = difference_text(screen, change);
  if (!change.is_known())
    return screen.tr("person.change_unknown", {{"cycle", change.before.cycle}, {"difference", difference}, {"reason", screen.language.name_of(change.gap)}});
  return screen.tr(is_more_than_noise(change) ? "person.change_more" : "person.change_within",
                   {{"cycle", change.before.cycle}, {"difference", difference}, {"index", screen.formats.number(*change.change.index, 1)}});
}

namespace {

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
  const rating::Interval interval = change.interval();
  rows.add(word("person.change_interval"), change_interval(screen, interval));
  rows.add(screen.tr("person.change_expected", {{"mean", formats.number(change.mean, 2)}}), formats.difference(change.expected(), 2));
  add(word("person.change_index"), *change.change.index, true);
  return rows;
}

}  // namespace

void draw_person_changes(ScreenContext& screen, Rect& area, const std::vector<PersonChange>& changes, std::optional<std::size_t>& opened) {
  auto& ui = screen.ui;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const std::string text = change_sentence(screen, changes[i]);
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
  const auto say = [&](std::string_view key) { dialog.say(screen.tr(key)); };
  dialog.say(change_sentence(screen, change));
  if (change.is_known()) say(is_more_than_noise(change) ? "person.change_means_more" : "person.change_means_within");
  if (change.is_known() && change.was_low)
    dialog.say(screen.tr("person.change_low", {{"mean", screen.formats.number(change.mean, 2)}, {"expected", screen.formats.difference(change.expected(), 2)}}));
  for (const std::string& words : more) dialog.say(words);
  dialog.guide("insights:reliable", intents);
  dialog.add(terms_of(screen, change), screen.tr("goal.terms"));
  dialog.say(screen.tr("person.change_how", {{"people", kLeastForSpread}}));
  say("person.change_caution");
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
