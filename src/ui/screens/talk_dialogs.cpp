#include "ui/screens/talk_dialogs.h"

#include <charconv>

#include "ui/screens/talk_signed.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/form.h"
#include "ui/widgets/text_field.h"

namespace fullcircle {
namespace {

using Result = ui::Dialog::Result;
constexpr std::int64_t kMinuteMs = 60'000, kDayMinutes = 24 * 60;

/// Label, required text and what is wrong with it.
void required_text(ScreenContext& screen, Rect& body, std::string_view label, std::string& text, std::string_view error) {
  const Rect field = ui::form_row(screen.ui, body, label, {.error = error, .required = true});
  ui::text_field(screen.ui, field, label, text, {.error = error, .required = true});
}

Intents draw_point_form(ScreenContext& screen, const Review& review, ConversationState& state) {
  Intents intents;
  PointForm& form = *state.point_form;
  auto& ui = screen.ui;
  ui::Dialog dialog(ui, "point", form_dialog(screen, screen.tr(form.is_new ? "conversation.point_new" : "conversation.point_edit"),
                                                screen.tr(form.is_new ? "action.add" : "action.save")));
  Rect body = dialog.body();
  const bool is_missing = form.was_tried && form.point.title.empty();
  required_text(screen, body, screen.tr("conversation.point_title"), form.point.title, is_missing ? screen.tr("conversation.point_missing") : std::string_view());
  std::optional<double> minutes = form.point.minutes;
  if (number_row(screen, body, screen.tr("conversation.point_minutes"), minutes, {.most_decimals = 0, .minimum = 0, .maximum = 600}, 120).changed)
    form.point.minutes = static_cast<std::int32_t>(minutes.value_or(0));
  const Result result = dialog.result();
  if (result == Result::confirmed) form.was_tried = true;
  const bool is_done = result == Result::confirmed && !form.point.title.empty();
  if (is_done) {
    intents.edits.push_back(save_point(review, form.point));
    intents.go = Route{Page::conversation, review.id, form.point.key};
  }
  if (is_done || result == Result::cancelled) state.point_form.reset();
  return intents;
}

Intents draw_action_form(ScreenContext& screen, const Review& review, ConversationState& state) {
  Intents intents;
  AgreedActionForm& form = *state.action_form;
  auto& ui = screen.ui;
  ui::Dialog dialog(ui, "agreed-action", form_dialog(screen, screen.tr(form.place ? "conversation.action_edit" : "conversation.action_new"),
                                                        screen.tr(form.place ? "action.save" : "action.add")));
  Rect body = dialog.body();
  const bool is_missing = form.was_tried && form.action.text.empty();
  required_text(screen, body, screen.tr("conversation.action_text"), form.action.text, is_missing ? screen.tr("conversation.action_missing") : std::string_view());
  const auto& people = state.people.get(screen.view, [&] { return compute_person_choices(screen.view, screen.text); });
  const auto who = screen.tr("conversation.action_who"), due = screen.tr("conversation.action_due"), target = screen.tr("conversation.action_goes_to");
  person_field(screen, ui::form_row(ui, body, who), who, people, form.action.who);
  day_row(screen, body, due, form.action.due_day);
  enum_field(screen, ui::form_row(ui, body, target), target, form.action.goes_to);
  bool is_removed = false;
  if (form.place) {
    Rect row = body.cut_top(ui::metrics::kControl);
    is_removed = ui::button_left(ui, row, screen.tr("action.remove"), {.icon = Icon::trash_2});
  }
  const Result result = dialog.result();
  if (result == Result::confirmed) form.was_tried = true;
  const bool is_done = result == Result::confirmed && !form.action.text.empty();
  if (is_removed)
    intents.edits.push_back(remove_agreed_action(screen.view, review, *form.place));
  else if (is_done)
    intents.edits.push_back(save_agreed_action(screen.view, review, form.place, form.action, screen.new_id));
  if (is_removed || is_done || result == Result::cancelled) state.action_form.reset();
  return intents;
}

Intents draw_sign_form(ScreenContext& screen, const Review& review, ConversationState& state) {
  Intents intents;
  SignForm& form = *state.sign_form;
  auto& ui = screen.ui;
  const Id<Person> signer = form.side == TalkSide::person ? review.person : review.manager;
  const std::string& name = screen.view.name_of(signer);
  const std::string title = screen.tr("conversation.sign_as", {{"name", name}});
  ui::Dialog dialog(ui, "sign", form_dialog(screen, title, screen.tr("conversation.sign")));
  Rect body = dialog.body();
  const std::string_view kind = screen.tr(signer == screen.view.me ? "signature.with_key" : "signature.on_other_device");
  body.skip(ui.paragraph(body, ui::type::body, ui.c.ink2, screen.tr("conversation.sign_body")) + 6);
  body.skip(ui.paragraph(body, ui::type::caption, ui.c.ink2, kind) + 14);
  std::vector<ui::RadioChoice> verdicts;
  for (std::size_t i = 0; i < enum_size<Verdict>(); ++i) verdicts.push_back({screen.language.name_of(static_cast<Verdict>(i))});
  const float height = ui::radio_list_height(verdicts);
  const auto verdict = screen.tr("conversation.sign_verdict"), words = screen.tr("conversation.sign_words");
  ui::radio_list(ui, ui::form_row(ui, body, verdict, {.field_height = height}), verdict, verdicts, form.verdict);
  words_row(screen, body, words, form.words, {.least_lines = 2, .is_optional = true});
  const std::string confirmation = screen.tr("conversation.confirm_self", {{"name", name}});
  const std::string missing = form.was_tried && !form.is_self ? screen.tr("conversation.confirm_missing", {{"name", name}}) : std::string();
  ui::checkbox(ui, body.cut_top(ui::metrics::kControl), confirmation, form.is_self, {.error = missing});
  if (!missing.empty()) ui.text(body.cut_top(20), ui::type::caption, ui.c.bad, missing);
  const Result result = dialog.result();
  if (result == Result::confirmed) form.was_tried = true;
  const bool is_signed = result == Result::confirmed && form.is_self;
  if (is_signed) intents.tasks.push_back(SignReview{review.id, signer, static_cast<Verdict>(form.verdict), form.words});
  if (is_signed || result == Result::cancelled) state.sign_form.reset();
  return intents;
}

/// Minutes after midnight of "14:30", "14.30" or "9".
std::optional<int> parse_time(std::string_view text) {
  int hour = 0, minute = 0;
  const char* end = text.data() + text.size();
  const auto [after_hour, error] = std::from_chars(text.data(), end, hour);
  if (error != std::errc()) return std::nullopt;
  if (after_hour != end) {
    if ((*after_hour != ':' && *after_hour != '.') || after_hour + 3 != end) return std::nullopt;
    if (const auto [stop, bad] = std::from_chars(after_hour + 1, end, minute); bad != std::errc() || stop != end) return std::nullopt;
  }
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return std::nullopt;
  return hour * 60 + minute;
}

Intents draw_time_form(ScreenContext& screen, const Review& review, ConversationState& state) {
  Intents intents;
  TalkTimeForm& form = *state.time_form;
  auto& ui = screen.ui;
  ui::Dialog dialog(ui, "talk-time", form_dialog(screen, screen.tr("conversation.date_set"), screen.tr("action.save")));
  Rect body = dialog.body();
  const auto day = screen.tr("common.day"), time = screen.tr("conversation.time");
  day_row(screen, body, day, form.day);
  const auto minutes = parse_time(form.time);
  const auto error = form.was_tried && !minutes ? screen.tr("conversation.time_wrong") : std::string_view();
  ui::text_field(ui, ui::form_row(ui, body, time, {.error = error}).with_width(120), time, form.time, {.error = error});
  const Result result = dialog.result();
  if (result == Result::confirmed) form.was_tried = true;
  const bool is_done = result == Result::confirmed && (minutes || !form.day);
  if (is_done) {
    std::optional<Instant> at;
    if (form.day) at = Instant{(form.day->number * kDayMinutes + *minutes - screen.formats.utc_offset_minutes()) * kMinuteMs};
    intents.edits.push_back(set_conversation_time(review, at));
  }
  if (is_done || result == Result::cancelled) state.time_form.reset();
  return intents;
}

}  // namespace

TalkTimeForm make_time_form(const ScreenContext& screen, const Review& review) {
  TalkTimeForm form;
  form.day = review.conversation_at ? screen.formats.day_of(*review.conversation_at) : screen.view.today;
  form.time = review.conversation_at ? screen.formats.time(*review.conversation_at) : "14:00";
  return form;
}

Intents draw_talk_dialogs(ScreenContext& screen, const Review& review, ConversationState& state) {
  Intents intents;
  if (state.point_form) intents.add(draw_point_form(screen, review, state));
  if (state.action_form) intents.add(draw_action_form(screen, review, state));
  if (state.sign_form) intents.add(draw_sign_form(screen, review, state));
  if (state.time_form) intents.add(draw_time_form(screen, review, state));
  draw_signed_dialog(screen, review, state);
  return intents;
}

}  // namespace fullcircle
