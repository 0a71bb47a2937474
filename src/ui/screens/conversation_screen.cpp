#include "ui/screens/conversation_screen.h"

#include <algorithm>
#include <cmath>

#include "ui/screens/goal_parts.h"
#include "ui/screens/talk_dialogs.h"
#include "ui/screens/talk_facts.h"
#include "ui/screens/talk_parts.h"
#include "ui/screens/talk_sign.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/field_frame.h"
#include "ui/widgets/menu.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/shell.h"
#include "ui/widgets/states.h"
#include "ui/widgets/steps.h"
#include "ui/widgets/surface.h"
#include "ui/widgets/text_field.h"

namespace fullcircle {
namespace {

using namespace ui::metrics;

constexpr float kCardPadding = 28, kNewPointMinutes = 10, kRailHead = 26;
constexpr std::int64_t kMinuteMs = 60'000;
constexpr double kTimerRedrawMs = 20'000;

/// The review with the usual agenda where it has none of its own yet. The keys are fixed, so words written to it stay with it.
Review with_agenda(const ScreenContext& screen, const Review& review) {
  struct Usual {
    std::string_view key, title;
    int minutes;
  };
  static constexpr Usual kUsual[] = {{"aim", "conversation.agenda_aim", 5},           {"goals", "conversation.agenda_goals", 15},
                                     {"went_well", "conversation.agenda_went_well", 15}, {"feedback", "conversation.agenda_feedback", 10},
                                     {"growth", "conversation.agenda_growth", 10},    {kSignPoint, "conversation.agenda_sign", 5}};
  Review shown = review;
  const bool has_none = shown.agenda.empty();
  for (const Usual& usual : kUsual) {
    const bool is_missing = std::ranges::find(shown.agenda, usual.key, &AgendaPoint::key) == shown.agenda.end();
    if (has_none || (usual.key == kSignPoint && is_missing))
      shown.agenda.push_back({std::string(usual.key), std::string(screen.tr(usual.title)), usual.minutes, false, {}});
  }
  return shown;
}

/// Commits what was typed and not left yet.
void keep_words(const Review& review, ConversationState& state, Intents& intents) {
  for (const TalkSide side : {TalkSide::person, TalkSide::manager}) {
    DraftText& draft = state.words[static_cast<std::size_t>(side)];
    if (!draft.is_changed()) continue;
    intents.edits.push_back(write_words(review, side, state.point, draft.text));
    draft.stored = draft.text;
  }
}

std::size_t shown_place(const Review& review, const ConversationState& state) {
  const auto found = std::ranges::find(review.agenda, state.point, &AgendaPoint::key);
  return found == review.agenda.end() ? 0 : static_cast<std::size_t>(found - review.agenda.begin());
}

void show_point(const Review& review, std::size_t place, ConversationState& state, Intents& intents) {
  keep_words(review, state, intents);
  state.point = state.address = review.agenda[place].key;
  state.words = {};
  intents.go = Route{Page::conversation, review.id, state.point};
}

/// Where a conversation begins: at its first point that is not checked off. On the person's own copy the talk is over, and what is
/// left is to read and sign.
std::string first_point(const ModelView& view, const Review& review) {
  if (is_own_copy(view, review) && review.manager_sign_off) return std::string(kSignPoint);
  const auto open = std::ranges::find(review.agenda, false, &AgendaPoint::is_done);
  return open == review.agenda.end() ? review.agenda.back().key : open->key;
}

/// Another conversation was opened, or another point of this one by its address: after a reload, and when one goes back.
void follow_address(const ScreenContext& screen, const Review& review, ConversationState& state, Intents& intents) {
  if (state.review == review.id && state.address == screen.route.tab) return;
  if (state.review != review.id) {
    state = {};
    state.review = review.id;
  }
  keep_words(review, state, intents);
  state.words = {};
  state.address = screen.route.tab;
  const bool is_point = std::ranges::contains(review.agenda, state.address, &AgendaPoint::key);
  state.point = is_point ? state.address : first_point(screen.view, review);
}

// ---- header

int minutes_spent(const ScreenContext& screen, const Review& review, const ConversationState& state) {
  std::int64_t spent = state.timer_ms;
  if (state.timer_started) spent += screen.view.now.ms - state.timer_started->ms;
  if (spent > 0 || state.timer_started) return static_cast<int>(spent / kMinuteMs);
  return compute_talk_minutes(review).done;
}

void toggle_timer(const ScreenContext& screen, ConversationState& state) {
  if (state.timer_started) {
    state.timer_ms += screen.view.now.ms - state.timer_started->ms;
    state.timer_started.reset();
  } else {
    state.timer_started = screen.view.now;
  }
}

void draw_header(ScreenContext& screen, Rect& window, const Review& review, ConversationState& state, Intents& intents) {
  auto& ui = screen.ui;
  const std::string &first = screen.view.name_of(review.person), &second = screen.view.name_of(review.manager);
  const auto* cycle = screen.view.find(review.cycle);
  const std::string_view cycle_name = cycle ? std::string_view(cycle->name) : std::string_view();
  const std::string when = talk_time_text(screen, review);
  const std::string title = second.empty() ? first : screen.tr("conversation.title", {{"first", first}, {"second", second}});
  const std::string caption = when.empty() ? screen.tr("conversation.subtitle_no_date", {{"cycle", cycle_name}})
                                           : screen.tr("conversation.subtitle", {{"cycle", cycle_name}, {"when", when}});
  const TalkMinutes minutes = compute_talk_minutes(review);
  const int spent = minutes_spent(screen, review, state);
  const std::string clock = screen.tr("conversation.minutes_of", {{"done", spent}, {"total", minutes.planned}});
  ui::FocusHeader header;
  header.person = person_number(review.person);
  header.person_name = first;
  if (review.manager && !ui.phone()) header.second_person = person_number(review.manager);
  header.second_name = second;
  header.title = title;
  header.caption = caption;
  header.progress = minutes.planned > 0 ? std::min(1.0f, static_cast<float>(spent) / static_cast<float>(minutes.planned)) : 0;
  header.progress_name = clock;
  Rect bar = ui::focus_header(ui, window, header);
  // Cut from the right, drawn from the left: the focus goes as one reads.
  const std::string_view close = screen.tr(ui.phone() ? "action.close" : "action.save_and_close");
  const auto place = [&](std::string_view label, const ui::ButtonOptions& options, float gap) {
    const Rect rect = bar.cut_right(ui::button_width(ui, label, options)).middle(kControlHeader);
    bar.cut_right(gap);
    return rect;
  };
  const ui::ButtonOptions close_look{.height = kControlHeader};
  const Rect close_place = place(close, close_look, 12);
  if (!ui.phone()) {
    const bool runs = state.timer_started.has_value();
    const std::string_view name = screen.tr(runs ? "conversation.timer_stop" : "conversation.timer_start");
    const ui::ButtonOptions timer{.kind = ui::ButtonKind::quiet, .icon = Icon::timer, .height = kControlHeader, .toggled = runs, .toggle = true, .key = "timer", .name = name};
    const ui::ButtonOptions date{.kind = ui::ButtonKind::quiet, .icon = Icon::calendar, .height = kControlHeader};
    const std::string_view date_label = screen.tr(when.empty() ? "conversation.date_set" : "conversation.when");
    const Rect timer_place = place(clock, timer, 8), date_place = place(date_label, date, 8);
    if (ui::button(ui, date_place, date_label, date)) state.time_form = make_time_form(screen, review);
    if (ui::button(ui, timer_place, clock, timer)) toggle_timer(screen, state);
    if (runs) ui.frame.redraw_at(ui.now_ms() + kTimerRedrawMs);
  }
  if (!ui::button(ui, close_place, close, close_look)) return;
  keep_words(review, state, intents);
  intents.go = Route{Page::conversations, {}, {}};
}

// ---- agenda

void ask_for_point(ScreenContext& screen, ConversationState& state) {
  AgendaPoint point;
  point.key = to_text(screen.new_id());
  point.minutes = static_cast<std::int32_t>(kNewPointMinutes);
  state.point_form = PointForm{std::move(point), true, false};
}

void draw_rail(ScreenContext& screen, Rect area, const Review& review, std::size_t place, ConversationState& state, Intents& intents) {
  auto& ui = screen.ui;
  const Rect head = area.cut_top(kRailHead).with_height(16).inset(12, 0);
  ui.text(head, ui::type::caption, ui.c.ink2, screen.tr("common.minutes_short"), ui::Align::right);
  ui.heading(head, 2, ui::type::caption, ui.c.ink2, screen.tr("conversation.agenda"));
  std::vector<std::string> minutes;
  for (const AgendaPoint& point : review.agenda) minutes.push_back(screen.formats.integer(point.minutes));
  std::vector<ui::Step> steps;
  for (std::size_t i = 0; i < review.agenda.size(); ++i) {
    const AgendaPoint& point = review.agenda[i];
    steps.push_back({point.title, point.is_done ? ui::StepState::done : i == place ? ui::StepState::current : ui::StepState::open, minutes[i]});
  }
  const float height = 40 * static_cast<float>(steps.size());
  const int clicked = ui::step_rail(ui, area.cut_top(height), screen.tr("conversation.agenda"), steps, static_cast<int>(place));
  if (clicked >= 0) show_point(review, static_cast<std::size_t>(clicked), state, intents);
  Rect foot = area.cut_top(40);
  if (ui::button_left(ui, foot, screen.tr("conversation.add_point"), {.kind = ui::ButtonKind::quiet, .icon = Icon::plus})) ask_for_point(screen, state);
}

/// On phones the agenda is a choice above the card.
void draw_agenda_choice(ScreenContext& screen, Rect& area, const Review& review, std::size_t place, ConversationState& state, Intents& intents) {
  auto& ui = screen.ui;
  std::vector<std::string> minutes;
  for (const AgendaPoint& point : review.agenda) minutes.push_back(screen.tr("conversation.minutes_planned", {{"total", point.minutes}}));
  std::vector<ui::Choice> choices;
  for (std::size_t i = 0; i < review.agenda.size(); ++i)
    choices.push_back({.label = review.agenda[i].title, .caption = minutes[i], .icon = review.agenda[i].is_done ? Icon::circle_check : Icon::circle});
  int chosen = static_cast<int>(place);
  if (ui::select(ui, area.cut_top(kControlPhone), screen.tr("conversation.agenda"), choices, chosen) && chosen >= 0)
    show_point(review, static_cast<std::size_t>(chosen), state, intents);
  area.skip(16);
}

/// What can be done to the point itself.
void draw_point_menu(ScreenContext& screen, const Rect& rect, const Review& review, std::size_t place, ConversationState& state, Intents& intents) {
  const AgendaPoint& point = review.agenda[place];
  const bool is_sign = point.key == kSignPoint;
  enum Entry { kCheck, kEdit, kUp, kDown, kAdd, kRemove };
  const ui::MenuItem items[] = {
      {.label = screen.tr(point.is_done ? "conversation.point_reopen" : "conversation.point_check"), .icon = point.is_done ? Icon::undo_2 : Icon::check},
      {.label = screen.tr("action.edit"), .icon = Icon::pencil},
      {.label = screen.tr("action.move_up"), .icon = Icon::arrow_up, .disabled = is_sign || place == 0},
      {.label = screen.tr("action.move_down"), .icon = Icon::arrow_down, .disabled = is_sign || place + 2 >= review.agenda.size()},
      {.label = screen.tr("conversation.add_point"), .icon = Icon::plus},
      {.label = screen.tr("action.remove"), .icon = Icon::trash_2, .disabled = is_sign, .separator_before = true, .danger = true}};
  switch (ui::more_menu(screen.ui, rect, screen.tr("action.more"), items, "point")) {
    case kCheck: intents.edits.push_back(check_point(review, point.key, !point.is_done)); break;
    case kEdit: state.point_form = PointForm{point, false, false}; break;
    case kUp: intents.edits.push_back(move_point(review, point.key, -1)); break;
    case kDown: intents.edits.push_back(move_point(review, point.key, 1)); break;
    case kAdd: ask_for_point(screen, state); break;
    case kRemove: {
      const std::string removed = point.key;
      show_point(review, place + 1, state, intents);
      intents.edits.push_back(remove_point(review, removed));
      break;
    }
    default: break;
  }
}

// ---- card

/// A dot before each line of what was said, in the field's own padding.
void draw_bullets(ui::Ui& ui, const Rect& field, std::string_view text) {
  const ui::FieldMetrics metrics = ui::field_metrics(ui, {}, 0);
  const float line_height = ui.line_height(metrics.style), dot = 4;
  float y = field.y + metrics.area_padding;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    if (!line.empty()) ui.fill(Rect{field.x + (metrics.padding - dot) / 2 - 2, y + (line_height - dot) / 2, dot, dot}, ui.c.ink3, dot / 2);
    y += line.empty() ? line_height : ui.paragraph_height(field.width - 2 * metrics.padding, metrics.style, line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

void draw_words(ScreenContext& screen, Rect& area, const Review& review, TalkSide side, ConversationState& state, Intents& intents) {
  auto& ui = screen.ui;
  const Id<Person> who = side == TalkSide::person ? review.person : review.manager;
  const std::string& name = screen.view.name_of(who);
  Rect head = area.cut_top(28);
  ui::avatar(ui, head.cut_left(28), person_number(who), name, 28);
  head.cut_left(10);
  head.cut_left(ui.text(head, ui::type::row, ui.c.ink, name) + 10);
  ui.text(head, ui::type::body, ui.c.ink2, screen.tr("conversation.in_own_words"));
  area.skip(12);
  const std::string label = screen.tr("conversation.words_of", {{"name", name}});
  const std::string key = state.point + (side == TalkSide::person ? "/person" : "/manager");
  DraftText& draft = state.words[static_cast<std::size_t>(side)];
  draft.follow(words_of(review, side, state.point));
  ui::TextAreaOptions options;
  options.field.key = key;
  options.field.placeholder = screen.tr("conversation.words_empty");
  options.field.spell_check = true;
  options.field.read_only = side == TalkSide::manager && is_own_copy(screen.view, review);
  // What was said stands on the paper; the frame comes back to write.
  options.field.frameless = !draft.text.empty() && !ui.frame.focused(ui.peek_id(key));
  options.least_lines = 4;
  const Rect field = area.with_height(ui::text_area_height(ui, area.width, draft.text, options));
  if (options.field.frameless && ui.pointer_over(field)) ui.fill(field, ui.c.hover, kRadiusControl);
  const auto typed = ui::text_area(ui, field, label, draft.text, options);
  draw_bullets(ui, field, draft.text);
  area.skip(typed.height);
  if (typed.committed && draft.is_changed()) {
    intents.edits.push_back(write_words(review, side, state.point, draft.text));
    draft.stored = draft.text;
  }
}

/// Side by side with a line between; one under the other on phones. Out: the height is cut from `area`.
void draw_both_words(ScreenContext& screen, Rect& area, const Review& review, ConversationState& state, Intents& intents) {
  auto& ui = screen.ui;
  if (ui.phone() || !review.manager) {
    draw_words(screen, area, review, TalkSide::person, state, intents);
    if (!review.manager) return;
    area.skip(20);
    draw_words(screen, area, review, TalkSide::manager, state, intents);
    return;
  }
  Rect left = area.column(0, 2, 2 * kCardPadding), right = area.column(1, 2, 2 * kCardPadding);
  const float top = area.y;
  draw_words(screen, left, review, TalkSide::person, state, intents);
  draw_words(screen, right, review, TalkSide::manager, state, intents);
  const float bottom = std::max(left.y, right.y);
  ui.hairline_vertical(area.x + area.width / 2, top - 20, bottom - top + 40);
  area.skip(bottom - top);
}

void draw_point_head(ScreenContext& screen, Rect& area, const Review& review, std::size_t place, ConversationState& state, Intents& intents) {
  auto& ui = screen.ui;
  const AgendaPoint& point = review.agenda[place];
  const auto note = screen.tr(point.key == kSignPoint ? "conversation.point_sign_note" : "conversation.point_note");
  Rect head = area.cut_top(54);
  draw_point_menu(screen, head.cut_right(32).middle(32), review, place, state, intents);
  const std::string number = screen.tr("conversation.point_of", {{"number", static_cast<int>(place + 1)}, {"total", static_cast<int>(review.agenda.size())}});
  ui.text(head.cut_top(22), ui::type::body, ui.c.ink2, number + " · " + std::string(note));
  ui.heading(head, 2, ui::type::page_title, ui.c.ink, point.title);
}

void line_across(ScreenContext& screen, Rect& area, const Rect& card) {
  area.skip(20);
  screen.ui.hairline(card.x, area.y, card.width);
  area.skip(20);
}

void draw_foot(ScreenContext& screen, Rect& area, const Review& review, std::size_t place, ConversationState& state, Intents& intents) {
  Rect foot = area.cut_top(kControlHeader);
  const AgendaPoint& point = review.agenda[place];
  const bool is_done = ui::button_right(screen.ui, foot, screen.tr("conversation.done_next"), {.kind = ui::ButtonKind::primary, .icon = Icon::check, .height = kControlHeader}, 12);
  if (!screen.ui.phone())
    screen.ui.text(foot, ui::type::body, screen.ui.c.ink2, screen.tr("answer.next_question", {{"title", review.agenda[place + 1].title}}), ui::Align::right);
  if (!is_done) return;
  if (!point.is_done) intents.edits.push_back(check_point(review, point.key, true));
  show_point(review, place + 1, state, intents);
}

/// The sign-off lies on a quieter ground that ends with the card.
void draw_sign_ground(ScreenContext& screen, const Rect& card, float top) {
  auto& ui = screen.ui;
  if (ui.phone()) return;
  const Rect ground = Rect{card.x + 1, top, card.width - 2, card.bottom() - top - 1};
  if (ground.height <= 2 * kRadiusSheet) return;
  ui.fill(ground, ui.c.subtle, kRadiusSheet);
  ui.fill(ground.with_height(kRadiusSheet), ui.c.subtle);
  ui.hairline(card.x, top, card.width);
}

/// Out: the height of all, with the paddings.
float draw_point(ScreenContext& screen, const Rect& card, const Review& review, std::size_t place, ConversationState& state, Intents& intents) {
  auto& ui = screen.ui;
  const bool is_sign = review.agenda[place].key == kSignPoint;
  Rect area = ui.phone() ? card : card.inset(kCardPadding, 24);
  draw_point_head(screen, area, review, place, state, intents);
  line_across(screen, area, card);
  draw_both_words(screen, area, review, state, intents);
  line_across(screen, area, card);
  if (is_sign) {
    area.skip(-12);
    draw_agreed_actions(screen, area, review, state, intents);
    area.skip(8);
    draw_sign_ground(screen, card, area.y);
    area.skip(18);
    draw_sign_off(screen, area, review, state, intents);
  } else {
    draw_foot(screen, area, review, place, state, intents);
  }
  return area.y - card.y + 24;
}

/// As high as what it held in the frame before; where that changed, the next frame sets it right.
void draw_card(ScreenContext& screen, Rect& area, const Review& review, std::size_t place, ConversationState& state, Intents& intents) {
  auto& ui = screen.ui;
  float& height = ui.memory.heights[ui.make_id("talk-card")];
  const Rect card = area.with_height(std::max(height, 200.0f));
  const ui::Group group(ui, MirrorRole::region, card, review.agenda[place].title);
  if (!ui.phone()) ui::card(ui, card);
  const float needed = draw_point(screen, card, review, place, state, intents);
  if (needed != height) {
    height = needed;
    ui.frame.redraw();
  }
  area.skip(needed);
}

void draw_gone(ScreenContext& screen, const Rect& area, Intents& intents) {
  const ui::EmptyOptions options{.action = screen.tr("conversations.title")};
  if (ui::empty_state(screen.ui, area.inset(kContentPadding, 80), screen.tr("conversation.missing"), options)) intents.go = Route{Page::conversations, {}, {}};
}

/// Two columns of words want a wider card than a question does; where all three fit, rail and aside give way.
ui::FocusAreas talk_areas(ui::Ui& ui, const Rect& content) {
  constexpr float kRail = 250, kCard = 772, kAside = 284, kAll = kRail + kCard + kAside + 2 * kFocusGap;
  ui::FocusAreas areas = ui::focus_areas(ui, content);
  if (areas.aside.width <= 0 || content.width < kAll + 32) return areas;
  const float x = content.x + std::floor((content.width - kAll) / 2);
  areas.rail = Rect{x, areas.rail.y, kRail, areas.rail.height};
  areas.card = Rect{areas.rail.right() + kFocusGap, areas.card.y, kCard, areas.card.height};
  areas.aside = Rect{areas.card.right() + kFocusGap, areas.aside.y, kAside, areas.aside.height};
  return areas;
}

}  // namespace

Intents draw_conversation(ScreenContext& screen, Rect area, ConversationState& state) {
  Intents intents;
  auto& ui = screen.ui;
  const Review* stored = screen.view.find(Id<Review>(screen.route.record));
  if (!stored) {
    draw_gone(screen, area, intents);
    return intents;
  }
  const Review review = with_agenda(screen, *stored);
  follow_address(screen, review, state, intents);
  const std::size_t place = shown_place(review, state);
  state.point = review.agenda[place].key;
  const TalkFacts& facts = state.facts.get(screen.view, review.id, [&] { return compute_talk_facts(screen.view, *stored); });

  draw_header(screen, area, review, state, intents);
  ui.fill(area, ui.phone() ? ui.c.sheet : ui.c.canvas);
  {
    ui::ScrollArea scroll(ui, area, "conversation");
    if (ui.phone()) {
      Rect content = scroll.content().inset(kPhonePadding, 16);
      draw_agenda_choice(screen, content, review, place, state, intents);
      draw_card(screen, content, review, place, state, intents);
      content.skip(12);
      draw_talk_facts(screen, content, facts, review.id, intents);
    } else {
      ui::FocusAreas areas = talk_areas(ui, scroll.content());
      if (areas.rail.width > 0)
        draw_rail(screen, areas.rail, review, place, state, intents);
      else
        draw_agenda_choice(screen, areas.card, review, place, state, intents);
      draw_card(screen, areas.card, review, place, state, intents);
      if (areas.aside.width > 0) {
        draw_talk_facts(screen, areas.aside, facts, review.id, intents);
      } else {
        areas.card.skip(32);
        draw_talk_facts(screen, areas.card, facts, review.id, intents);
      }
    }
  }
  intents.add(draw_talk_dialogs(screen, review, state));
  return intents;
}

}  // namespace fullcircle
