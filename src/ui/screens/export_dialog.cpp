#include "ui/screens/export_dialog.h"

#include <algorithm>

#include "ui/widgets/choice.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/form.h"
#include "ui/widgets/link.h"
#include "ui/widgets/text_field.h"

namespace fullcircle {
namespace {

constexpr std::size_t kMostNames = 12;

/// A count with its kind, and below it the names or the reason.
void draw_entry(ui::Ui& ui, Rect& area, Icon icon, ui::Colour colour, std::string_view title, std::string_view text) {
  Rect words = area;
  ui.paint_icon(words.cut_left(16).with_height(20), icon, colour, 16);
  words.cut_left(8);
  float height = ui.paragraph(words, ui::type::control, ui.c.ink, title);
  words.skip(height);
  if (!text.empty()) height += ui.paragraph(words, ui::type::caption, ui.c.ink2, text);
  area.skip(height + 8);
}

std::string names_line(const ScreenContext& screen, const HeldRecords& held, bool shows_all) {
  const std::size_t most = shows_all ? held.names.size() : kMostNames;
  std::vector<std::string> names(held.names.begin(), held.names.begin() + static_cast<std::ptrdiff_t>(std::min(held.names.size(), most)));
  if (held.names.size() > most) names.push_back(screen.tr("conflict.more_items", {{"count", static_cast<std::int64_t>(held.names.size() - most)}}));
  if (held.names.empty() || !held.names.front().contains(": ")) return screen.formats.list(names);
  std::string line;  // what has a label of its own is no sentence
  for (const std::string& name : names) {
    if (!line.empty()) line += " · ";
    line += name;
  }
  return line;
}

/// What was typed as public keys of the age format, one after the other; nothing if any of it is none.
std::vector<std::string> read_keys(std::string_view text) {
  constexpr std::string_view kStart = "age1", kBetween = " \t\n,;";
  constexpr std::size_t kLength = 62;
  std::vector<std::string> keys;
  for (auto at = text.find_first_not_of(kBetween); at != text.npos; at = text.find_first_not_of(kBetween, at)) {
    const std::string_view key = text.substr(at, text.find_first_of(kBetween, at) - at);
    if (!key.starts_with(kStart) || key.size() != kLength) return {};
    keys.emplace_back(key);
    at += key.size();
  }
  return keys;
}

/// Before what the file holds: the list can be long, and this is what there is to decide.
void draw_protection(ScreenContext& screen, Rect& body, const std::vector<std::string>& labels, ExportProtection chosen, ExportDialogState& state) {
  auto& ui = screen.ui;
  std::vector<ui::RadioChoice> radios;
  for (const std::string& label : labels) radios.push_back({label});
  const auto label = screen.tr("export.who_opens");
  ui::radio_list(ui, ui::form_row(ui, body, label, {.field_height = ui::radio_list_height(radios)}), label, radios, state.protection);
  if (chosen == ExportProtection::for_keys) {
    const auto keys_label = screen.tr("export.keys");
    const std::string_view hint = screen.tr(screen.app.keys.empty() ? "export.keys_how" : "export.keys_how_own");
    const std::string_view error = state.keys.empty() || !read_keys(state.keys).empty() ? std::string_view() : screen.tr("export.keys_wrong");
    ui::text_field(ui, ui::form_row(ui, body, keys_label, {.hint = hint, .error = error}), keys_label, state.keys, {.error = error});
  }
  if (chosen != ExportProtection::passphrase) return;
  if (state.words.words.empty()) take_new_words(screen, state.words);
  draw_protect_words(screen, body, state.words);
}

}  // namespace

void draw_file_contents(ScreenContext& screen, Rect& area, const FileContents& contents, bool& shows_all) {
  auto& ui = screen.ui;
  ui.heading(area.cut_top(28), 3, ui::type::group, ui.c.ink, screen.tr(!contents.inside.empty() && contents.inside.front().key == "files" ? "export.contains_several" : "settings.export_contains"));
  for (const HeldRecords& held : contents.inside) draw_entry(ui, area, Icon::check, ui.c.good, held.title, names_line(screen, held, shows_all));
  const bool is_cut = std::ranges::any_of(contents.inside, [](const HeldRecords& held) { return held.names.size() > kMostNames; });
  if (is_cut && !shows_all && ui::link(ui, area.cut_top(ui.phone() ? ui::metrics::kPhoneTarget : 24), screen.tr("export.show_all"))) shows_all = true;
  if (contents.left_out.empty()) return;
  area.skip(6);
  ui.heading(area.cut_top(28), 3, ui::type::group, ui.c.ink, screen.tr("export.left_out"));
  for (const LeftOutRecords& left : contents.left_out) draw_entry(ui, area, Icon::eye_off, ui.c.ink3, left.title, left.reason);
}

Intents draw_export_dialog(ScreenContext& screen, ExportDialogState& state) {
  Intents intents;
  if (!screen.app.export_offer) {
    state = {};
    return intents;
  }
  const ExportOffer& offer = *screen.app.export_offer;
  auto& ui = screen.ui;
  const bool has_key = !offer.recipient_key.empty();
  std::vector<ExportProtection> choices{ExportProtection::none, ExportProtection::passphrase, ExportProtection::for_keys};
  std::vector<std::string> labels{std::string(screen.tr("export.open_for_all")), std::string(screen.tr("export.with_passphrase")), std::string(screen.tr("export.with_keys"))};
  if (has_key) {  // the safest one first, where it is possible
    choices.insert(choices.begin(), ExportProtection::for_recipient);
    labels.insert(labels.begin(), screen.tr("export.for_recipient", {{"name", offer.recipient}}));
  }
  if (state.offer != offer.number) {
    state = {};
    state.offer = offer.number;
    state.protection = static_cast<int>(std::ranges::find(choices, offer.suggested) - choices.begin());
    if (!screen.app.keys.empty()) state.keys = screen.app.keys.front().recipient;
  }
  const ExportProtection chosen = choices[static_cast<std::size_t>(state.protection)];
  const bool has_words = state.words.are_kept && !state.words.words.empty();
  const bool is_ready = chosen == ExportProtection::passphrase ? has_words : chosen != ExportProtection::for_keys || !read_keys(state.keys).empty();
  ui::Dialog dialog(ui, "export", {.title = offer.file, .width = 600, .confirm = screen.tr("encryption.save"), .cancel = screen.tr("action.cancel"),
                                   .close = screen.tr("action.close"), .confirm_disabled = !is_ready,
                                   .only_read = !offer.can_be_protected});
  Rect body = dialog.body();
  if (offer.can_be_protected) draw_protection(screen, body, labels, chosen, state);
  // One passphrase or key for several would let each of them open the files of the others.
  const bool can_take_all = offer.waiting > 0 && (chosen == ExportProtection::none || chosen == ExportProtection::for_recipient);
  if (can_take_all)
    ui::checkbox(ui, body.cut_top(ui.phone() ? ui::metrics::kPhoneTarget : 28.0f), screen.tr("export.waiting_too", {{"count", static_cast<std::int64_t>(offer.waiting)}}), state.waiting_too);
  if (offer.can_be_protected) body.skip(12);
  draw_file_contents(screen, body, offer.contents, state.shows_all);
  switch (dialog.result()) {
    case ui::Dialog::Result::none: break;
    case ui::Dialog::Result::confirmed:
      intents.tasks.push_back(SaveExport{chosen, chosen == ExportProtection::passphrase ? state.words.words : std::string(), can_take_all && state.waiting_too,
                                         chosen == ExportProtection::for_keys ? read_keys(state.keys) : std::vector<std::string>()});
      break;
    case ui::Dialog::Result::cancelled: intents.tasks.push_back(DropExport{}); break;
  }
  return intents;
}

}  // namespace fullcircle
