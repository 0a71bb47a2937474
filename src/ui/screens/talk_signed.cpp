#include "ui/screens/talk_signed.h"

#include "ui/screens/talk_parts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/states.h"
#include "ui/widgets/surface.h"

namespace fullcircle {
namespace {

constexpr std::size_t kMostChanges = 6;  // more are read one by one in what was signed
constexpr float kQuietPadding = 12;

const std::optional<SignOff>& sign_off_of(const Review& review, TalkSide side) {
  return side == TalkSide::person ? review.person_sign_off : review.manager_sign_off;
}

std::string_view finding_key(SignatureFinding finding) {
  switch (finding) {
    case SignatureFinding::acknowledged: return "signature.acknowledged";
    case SignatureFinding::unchecked:
    case SignatureFinding::running: return "signature.running";
    case SignatureFinding::unavailable: return "signature.unavailable";
    case SignatureFinding::genuine: return "signature.genuine";
    case SignatureFinding::key_unknown: return "signature.key_unknown";
    case SignatureFinding::key_changed: return "signature.key_changed";
    case SignatureFinding::forged: return "signature.forged";
  }
  return {};
}

/// A label, and below it the words: what was there before in grey, what is there now in ink.
void draw_line(ui::Ui& ui, Rect& area, std::string_view label, std::string_view before, std::string_view after) {
  area.skip(ui.paragraph(area, ui::type::caption, ui.c.ink2, label) + 2);
  if (!before.empty()) area.skip(ui.paragraph(area, ui::type::body, ui.c.ink3, before) + 2);
  if (!after.empty()) area.skip(ui.paragraph(area, ui::type::body, ui.c.ink, after) + 2);
  area.skip(8);
}

void draw_change(ScreenContext& screen, Rect& area, const SignedChange& change) {
  const auto words = [&](std::string_view key, const std::string& text) {
    return screen.tr(key, {{"text", text.empty() ? std::string(screen.tr("signed.nothing")) : text}});
  };
  draw_line(screen.ui, area, change.label, words("signed.before", change.before), words("signed.now", change.after));
}

std::string heading_of(const ScreenContext& screen, const SignOff& sign_off) {
  return screen.tr("signed.by", {{"name", screen.view.name_of(sign_off.person)},
                                 {"when", screen.formats.date_and_time_inside(sign_off.signed_at)},
                                 {"verdict", screen.language.name_of(sign_off.verdict)}});
}

}  // namespace

std::string sign_time_text(const ScreenContext& screen, const std::optional<SignOff>& sign_off, SignState state) {
  if (!sign_off) return std::string(screen.tr("conversation.reads_first"));
  const Instant at = sign_off->signed_at;
  if (state == SignState::amended) return screen.tr("conversation.amended", {{"when", screen.formats.date_and_time_inside(at)}});
  const bool is_today = screen.formats.day_of(at) == screen.view.today;
  std::string when = is_today ? screen.tr("conversation.signed", {{"time", screen.formats.time(at)}})
                              : screen.tr("conversation.signed_on", {{"when", screen.formats.relative_day_inside(screen.formats.day_of(at))}});
  if (sign_off->verdict == Verdict::agree) return when;
  return screen.tr("conversation.signed_verdict", {{"when", when}, {"verdict", screen.language.name_of(sign_off->verdict)}});
}

std::string finding_text(const ScreenContext& screen, const SignOff& sign_off, SignatureFinding finding) {
  return screen.language.tr(finding_key(finding), {{"key", key_fingerprint(sign_off.key)}});
}

void draw_amendment(ScreenContext& screen, Rect& area, const Review& review, const SignOff& sign_off, ConversationState& state) {
  auto& ui = screen.ui;
  const auto& changes = state.signed_changes.get(screen.view, check_name(sign_off), [&] {
    return compute_signed_changes(screen.view, screen.language, screen.formats, review, sign_off);
  });
  const std::string changed = screen.tr("conversation.changed_after_sign", {{"name", screen.view.name_of(sign_off.person)}});
  area.skip(ui::note(ui, area, Icon::triangle_alert, changed, ui::Tone::warn) + 10);
  const ui::Group group(ui, MirrorRole::region, area.with_height(0), screen.tr("signed.changes"));
  for (std::size_t i = 0; i < std::min(changes.size(), kMostChanges); ++i) draw_change(screen, area, changes[i]);
  if (changes.size() > kMostChanges)
    area.skip(ui.paragraph(area, ui::type::caption, ui.c.ink2, screen.tr("signed.more_changes", {{"count", static_cast<std::int64_t>(changes.size() - kMostChanges)}})) + 8);
}

void draw_ways_to_signed(ScreenContext& screen, Rect& area, const Review& review, ConversationState& state) {
  if (!review.person_sign_off && !review.manager_sign_off) return;
  auto& ui = screen.ui;
  area.skip(6);
  Rect row = area.cut_top(ui.control_height());
  row.x -= kQuietPadding;
  for (const TalkSide side : {TalkSide::manager, TalkSide::person}) {
    const auto& sign_off = sign_off_of(review, side);
    if (!sign_off || sign_off->content.empty()) continue;
    const std::string label = screen.tr("signed.open", {{"name", screen.view.name_of(sign_off->person)}});
    if (ui.phone() && side == TalkSide::person && review.manager_sign_off) {
      row = area.cut_top(ui.control_height());
      row.x -= kQuietPadding;
    }
    if (ui::button_left(ui, row, label, {.kind = ui::ButtonKind::quiet, .icon = Icon::file, .height = row.height})) state.shown_sign_off = side;
  }
}

void draw_doubt(ScreenContext& screen, Rect& area, const SignOff& sign_off, SignatureFinding finding, Intents& intents) {
  using enum SignatureFinding;
  if (finding != key_unknown && finding != key_changed && finding != forged) return;
  auto& ui = screen.ui;
  const std::string& name = screen.view.name_of(sign_off.person);
  const std::string_view how = finding == forged ? "signature.forged_how" : finding == key_changed ? "signature.key_changed_how" : "signature.key_unknown_how";
  area.skip(10);
  area.skip(ui::note(ui, area, Icon::triangle_alert, screen.language.tr(how, {{"name", name}, {"key", key_fingerprint(sign_off.key)}}), finding == forged ? ui::Tone::bad : ui::Tone::warn) + 8);
  const Person* signer = screen.view.find(sign_off.person);
  const Workspace* workspace = screen.view.workspace();
  if (finding == forged || !signer || !workspace || workspace->lead != screen.view.me) return;
  Rect row = area.cut_top(ui.control_height());
  if (!ui::button_left(ui, row, screen.tr("signature.trust", {{"name", name}}), {.icon = Icon::shield_check, .height = row.height})) return;
  Person trusted = *signer;
  trusted.signing_key = sign_off.key;
  Edit edit("edit.person.trust_key");
  edit.update(*signer, trusted);
  intents.edits.push_back(std::move(edit));
}

void draw_sign_off_lines(ScreenContext& screen, Rect& area, const Review& review, Intents& intents) {
  if (!review.person_sign_off && !review.manager_sign_off) return;
  auto& ui = screen.ui;
  area.skip(16);
  ui.heading(area.cut_top(24), 3, ui::type::group, ui.c.ink, screen.tr("conversation.sign_off"));
  const std::string hash = content_hash(review);
  for (const TalkSide side : {TalkSide::manager, TalkSide::person}) {
    const auto& sign_off = sign_off_of(review, side);
    const Id<Person> who = side == TalkSide::person ? review.person : review.manager;
    std::string line = screen.view.name_of(who) + " · ";
    bool is_good = sign_off && sign_state(sign_off, hash) == SignState::valid;
    if (sign_off) {
      const auto finding = compute_finding(screen.view, review, *sign_off, screen.app.key_checks);
      if (finding == SignatureFinding::unchecked) intents.tasks.push_back(CheckSignatures{review.id});
      line += sign_time_text(screen, sign_off, sign_state(sign_off, hash)) + " · " + finding_text(screen, *sign_off, finding);
      is_good = is_good && is_trustworthy(finding);
    } else {
      line += screen.tr("signature.open");
    }
    Rect text = area;
    const auto colour = is_good ? ui.c.good : sign_off ? ui.c.warn : ui.c.ink2;
    ui.paint_icon(text.cut_left(16).with_height(20), is_good ? Icon::circle_check : sign_off ? Icon::triangle_alert : Icon::circle, colour, 16);
    text.cut_left(8);
    area.skip(ui.paragraph(text, ui::type::body, colour, line) + 6);
  }
}

void draw_signed_dialog(ScreenContext& screen, const Review& review, ConversationState& state) {
  if (!state.shown_sign_off) return;
  const auto& sign_off = sign_off_of(review, *state.shown_sign_off);
  if (!sign_off) return state.shown_sign_off.reset();
  auto& ui = screen.ui;
  const std::string title = screen.tr("signed.title", {{"name", screen.view.name_of(sign_off->person)}});
  ui::Dialog dialog(ui, "signed", {.title = title, .width = 680, .cancel = screen.tr("action.close"), .close = screen.tr("action.close")});
  Rect body = dialog.body();
  const auto finding = compute_finding(screen.view, review, *sign_off, screen.app.key_checks);
  body.skip(ui.paragraph(body, ui::type::body, ui.c.ink, heading_of(screen, *sign_off)) + 4);
  if (!sign_off->words.empty()) body.skip(ui::comment(ui, body, sign_off->words, screen.view.name_of(sign_off->person)) + 4);
  body.skip(ui.paragraph(body, ui::type::body, ui.c.ink2, finding_text(screen, *sign_off, finding)) + 4);
  body.skip(ui.paragraph(body, ui::type::caption, ui.c.ink2, screen.tr(sign_off->key.empty() ? "signed.how_acknowledged" : "signed.how_checked")) + 14);
  const auto& lines = state.signed_lines.get(screen.view, check_name(*sign_off), [&] {
    const auto content = read_signed_text(sign_off->content);
    return content ? compute_signed_lines(screen.view, screen.language, screen.formats, *content) : std::vector<SignedLine>();
  });
  for (const SignedLine& line : lines) draw_line(ui, body, line.label, {}, line.text);
  if (dialog.result() == ui::Dialog::Result::cancelled) state.shown_sign_off.reset();
}

}  // namespace fullcircle
