#include "ui/screens/person_sections.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "ui/screens/goal_parts.h"
#include "ui/screens/terms_dialog.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/list.h"
#include "ui/widgets/progress_bar.h"
#include "ui/widgets/section.h"
#include "ui/widgets/states.h"
#include "ui/widgets/steps.h"

namespace fullcircle {
namespace {

using namespace ui::metrics;

std::string words_of(const Feedback& feedback) {
  std::string words = feedback.text;
  for (const std::string* part : {&feedback.situation, &feedback.behaviour, &feedback.impact})
    if (!part->empty()) words += (words.empty() ? "" : " ") + *part;
  return words;
}

struct KindLook {
  ui::Icon icon;
  ui::Tone tone;
};
KindLook look_of(FeedbackKind kind) {
  switch (kind) {
    case FeedbackKind::keep: return {Icon::thumbs_up, ui::Tone::good};
    case FeedbackKind::try_out: return {Icon::lightbulb, ui::Tone::accent};
    case FeedbackKind::thanks: return {Icon::award, ui::Tone::good};
  }
  return {Icon::thumbs_up, ui::Tone::good};
}

ui::Icon icon_of(EventKind kind) {
  switch (kind) {
    case EventKind::feedback: return Icon::message_square_quote;
    case EventKind::check_in: return Icon::message_circle;
    case EventKind::self_review: return Icon::circle_check;
    case EventKind::goals_agreed: return Icon::target;
    case EventKind::result_released: return Icon::circle_dot_dashed;
    case EventKind::signed_off: return Icon::signature;
    case EventKind::plan_agreed: return Icon::sprout;
    case EventKind::action_done: return Icon::check;
  }
  return Icon::circle;
}

std::string event_title(const ScreenContext& screen, const TimelineEvent& event) {
  switch (event.kind) {
    case EventKind::feedback: return screen.tr("person.timeline_feedback", {{"name", event.words}});
    case EventKind::check_in: return screen.tr("person.timeline_check_in", {{"name", event.words}});
    case EventKind::self_review: return std::string(screen.tr("person.timeline_self_review"));
    case EventKind::goals_agreed: return std::string(screen.tr("person.timeline_goals_agreed"));
    case EventKind::result_released: return std::string(screen.tr("person.timeline_result_released"));
    case EventKind::signed_off: return std::string(screen.tr("person.timeline_signed"));
    case EventKind::plan_agreed: return std::string(screen.tr("person.timeline_plan_agreed"));
    case EventKind::action_done: return screen.tr("person.timeline_action_done", {{"title", event.words}});
  }
  return {};
}

constexpr float kHead = 40, kHeadGap = 25;
constexpr ui::TextStyle kWords{14, 21};   // paragraphs of several lines are set a little wider than single ones

/// Title, and "All 5" at the right when there is more than is shown. Out: it was clicked.
bool head(ScreenContext& screen, Rect& area, std::string_view title, std::size_t shown, std::size_t total, std::string_view reference = {}) {
  const std::string all = total > shown ? screen.tr("person.all_goals", {{"number", static_cast<int>(total)}}) : std::string();
  return ui::section_head(screen.ui, area.cut_top(kHead), title, {.action = all, .reference = reference});
}

/// Under a heading of the aside; a link at its right end. Out: the link was clicked.
bool aside_head(ScreenContext& screen, Rect& area, std::string_view title, std::string_view action) {
  return ui::section_head(screen.ui, area.cut_top(24), title, {.action = action, .line = false});
}

/// Widths of what stands at the right of a goal's title, so that bars and figures line up from row to row.
struct GoalColumns {
  float date = 43, value = 56;
};

GoalColumns measure(const ScreenContext& screen, const GoalsShown& goals, std::size_t shown) {
  GoalColumns columns;
  const auto width = [&](ui::TextStyle style, std::string_view text) { return std::ceil(screen.ui.text_width(style, text)) + 1; };
  for (std::size_t i = 0; i < shown; ++i) {
    const auto& [goal, status] = goals[i];
    if (goal->due_day) columns.date = std::max(columns.date, width(ui::type::body, screen.formats.short_date(*goal->due_day)));
    columns.value = std::max(columns.value, width(ui::type::body.figures(), goal_value_text(screen, *goal, status)));
  }
  return columns;
}

void draw_goal_row(ScreenContext& screen, Rect cells, const Goal& goal, const GoalStatus& status, const GoalColumns& columns) {
  auto& ui = screen.ui;
  const bool is_behind = needs_attention(status.outlook);
  const auto tone = goal_tone(status.outlook);
  const std::string value = goal_value_text(screen, goal, status);
  const ui::Colour colour = is_behind ? ui::tone_text(ui.c, tone) : ui.c.ink;
  if (ui.phone()) {
    const ui::TextStyle style = ui::type::phone_row;
    const float height = std::max(ui.line_height(style), ui.paragraph_height(cells.width - columns.value - 8, style, goal.title, 2));
    cells = cells.middle(height + 22);
    Rect line = cells.cut_top(height);
    cells.cut_top(2);
    ui.text(line.cut_right(columns.value + 8).with_height(ui.line_height(style)), ui::type::body.figures(), is_behind ? colour : ui.c.ink2, value, ui::Align::right);
    ui.paragraph(line, style, ui.c.ink, goal.title, 2);
    goal_bar(screen, cells, goal, status);
    return;
  }
  if (goal.due_day) ui.text(cells.with_width(cells.width).cut_right(columns.date), ui::type::body, ui.c.ink2, screen.formats.short_date(*goal.due_day), ui::Align::right);
  cells.cut_right(columns.date + 30);
  ui.text(cells.cut_right(columns.value), is_behind ? ui::type::control.figures() : ui::type::body.figures(), colour, value, ui::Align::right);
  cells.cut_right(12);
  goal_bar(screen, cells.cut_right(std::min(140.0f, cells.width / 3)), goal, status);
  cells.cut_right(16);
  ui.text(cells, ui::type::row, ui.c.ink, goal.title);
}

/// The words of a timeline's entries, for as long as they are drawn.
struct TimelineWords {
  std::vector<std::string> titles, days;
  std::vector<ui::TimelineEntry> entries;
};

}  // namespace

void aside_line(ScreenContext& screen, Rect& area) {
  constexpr float kAsideGap = 20;
  if (area.y <= 0) return;
  area.skip(kAsideGap);
  screen.ui.hairline(area.x, area.y, area.width);
  area.skip(19);
}

void draw_strengths(ScreenContext& screen, Rect& area, const Strengths& strengths, PersonState& state, Intents& intents) {
  auto& ui = screen.ui;
  const std::string from = strengths.best.empty() || strengths.answers == 0 || ui.phone() ? std::string()
                                                                : screen.tr("person.strengths_from", {{"count", strengths.answers}, {"cycles", strengths.cycle}});
  const std::string_view open = strengths.best.empty() ? std::string_view() : screen.tr("result.how_computed");
  if (ui::section_head(ui, area.cut_top(24), screen.tr("person.strengths"), {.note = from, .action = open, .line = false})) intents.go = Route{Page::result, strengths.review, {}};
  area.skip(8);
  if (strengths.best.empty()) {
    area.skip(ui.paragraph(area, ui::type::body, ui.c.ink2, screen.tr("person.strengths_empty")) + kHeadGap);
    return;
  }
  const std::string scale = screen.tr("common.of_scale", {{"high", screen.formats.short_number(screen.view.rules({}).scale_high)}});
  const Rect row = area.cut_top(56);
  for (std::size_t i = 0; i < strengths.best.size(); ++i) {
    const Strength& strength = strengths.best[i];
    Rect cell = row.column(i, 3, ui.phone() ? 8 : 0);
    const std::string value = screen.formats.number(strength.score, 1);
    const ui::IdScope scope(ui, i);
    if (figure_button(screen, cell.grow(8, 2).with_width(cell.width), "strength", screen.tr("result.terms_title", {{"number", strength.name}, {"value", value}})))
      open_rating_terms(state, strengths.review, strength.key, 1);
    Rect figure = cell.cut_top(32);
    figure.cut_left(ui.text(figure, ui::type::figure, ui.c.ink, value) + 10);
    if (!ui.phone()) ui.text(figure.moved(0, 2), ui::type::caption, ui.c.ink3, scale);
    ui.text(cell.cut_top(24), ui.phone() ? ui::type::body : ui::type::row, ui.phone() ? ui.c.ink2 : ui.c.ink, strength.name);
  }
  area.skip(kHeadGap);
}

namespace {

/// What the goals come to together, behind the heading: it opens into its terms.
void draw_goals_total(ScreenContext& screen, const Rect& head, const rating::Figure& attainment, bool& explains) {
  auto& ui = screen.ui;
  constexpr float kAir = 6;
  const std::string_view title = screen.tr("person.goals");
  const std::string share = attainment ? screen.formats.percent(*attainment) : std::string(screen.tr("common.empty_cell"));
  const ui::TextStyle style = ui::type::body.figures();
  const float left = std::ceil(ui.text_width(ui::type::group, title)) + 10;
  const Rect place = Rect{head.x + left, head.y, std::ceil(ui.text_width(style, share)) + 1, head.height - 2};
  const Rect target = (ui.phone() ? place.grow(0, 3) : place.middle(26)).grow(kAir, 0);
  if (figure_button(screen, target, "goals total", std::string(screen.tr("terms.attainment")) + " " + share)) explains = true;
  ui.text(place, style, ui.c.ink2, share);
}

}  // namespace

void draw_person_goals(ScreenContext& screen, Rect& area, const Person& person, const PersonView& view, std::size_t most, bool& explains, Intents& intents) {
  auto& ui = screen.ui;
  const GoalsShown& goals = view.goals;
  const std::size_t shown = std::min(most, goals.size());
  const Rect line = area.with_height(kHead);
  if (head(screen, area, screen.tr("person.goals"), shown, goals.size(), goals.empty() ? std::string_view() : screen.tr("person.forecast")))
    intents.go = Route{Page::person, person.id, "goals"};
  if (!goals.empty()) draw_goals_total(screen, line, view.goal_terms.total.attainment, explains);
  if (goals.empty()) {
    area.skip(12);
    float height = 0;
    const std::string title = screen.tr("person.goals_empty", {{"name", person.name}});
    if (ui::empty_state(ui, area, title, {.text = screen.tr("person.goals_empty_how"), .action = screen.tr("goals.new")}, &height)) intents.go = Route{Page::goals, {}, "new"};
    area.skip(height);
  }
  const float row_height = ui.phone() ? 74 : ui.row_height();
  const ui::Group list(ui, shown > 0 ? MirrorRole::list : MirrorRole::group, area.with_height(row_height * static_cast<float>(shown)), screen.tr("person.goals"));
  const GoalColumns columns = measure(screen, goals, shown);
  for (std::size_t i = 0; i < shown; ++i) {
    const auto& [goal, status] = goals[i];
    ui::ListRow row(ui, area.cut_top(row_height), goal->id.high, goal->title, {.first = i == 0});
    draw_goal_row(screen, row.rect(), *goal, status, columns);
    if (row.clicked()) intents.go = Route{Page::goals, goal->id, {}};
  }
  area.skip(kHeadGap - 2);
}

void draw_person_feedback(ScreenContext& screen, Rect& area, const Person& person, const std::vector<const Feedback*>& feedback, std::size_t most, Intents& intents) {
  auto& ui = screen.ui;
  const std::size_t shown = std::min(most, feedback.size());
  if (head(screen, area, screen.tr("person.latest_feedback"), shown, feedback.size())) intents.go = Route{Page::person, person.id, "feedback"};
  if (feedback.empty()) {
    area.skip(12);
    float height = 0;
    const std::string title = screen.tr("person.feedback_empty", {{"name", person.name}});
    if (ui::empty_state(ui, area, title, {.text = screen.tr("person.feedback_empty_how"), .action = screen.tr("person.give_feedback")}, &height))
      intents.go = Route{Page::person, person.id, "give-feedback"};
    area.skip(height);
  }
  const ui::Group list(ui, shown > 0 ? MirrorRole::list : MirrorRole::group, area, screen.tr("person.latest_feedback"));
  for (std::size_t i = 0; i < shown; ++i) {
    const Feedback& one = *feedback[i];
    const ui::Group item(ui, MirrorRole::list_item, area, {});
    if (i > 0) ui.hairline(area.x, area.y, area.width);
    area.skip(12);
    const float top = area.y;
    Rect row = area;
    const std::string& author = screen.view.name_of(one.author);
    ui::avatar(ui, row.cut_left(40).with_height(28), person_number(one.author), author, 28);
    const auto look = look_of(one.kind);
    const auto label = screen.language.name_of(one.kind);
    ui::chip(ui, row.cut_right(ui::chip_width(ui, label, look.icon)).with_height(24), label, look.tone, look.icon);
    row.cut_right(16);
    const float height = ui.paragraph(row, kWords, ui.c.ink, words_of(one));
    row.skip(height + 2);
    ui.text(row.cut_top(20), ui::type::caption, ui.c.ink3,
            screen.tr("person.feedback_by", {{"name", author}, {"role", screen.view.role_of(one.author)}, {"date", screen.formats.short_date(one.day)}}));
    area.skip(std::max(row.y - top, 32.0f) + 11);
  }
  area.skip(kHeadGap);
}

void draw_person_conversations(ScreenContext& screen, Rect& area, const Person& person, Intents& intents) {
  auto& ui = screen.ui;
  const auto reviews = screen.view.reviews_of(person.id);
  if (reviews.empty()) {
    const std::string title = screen.tr("person.conversations_empty", {{"name", person.name}});
    ui::empty_state(ui, area, title, {.text = screen.tr("person.conversations_empty_how")});
    return;
  }
  const ui::Group list(ui, MirrorRole::list, area.with_height(kRowTask * static_cast<float>(reviews.size())), screen.tr("person.tab_conversations"));
  for (std::size_t i = 0; i < reviews.size(); ++i) {
    const ReviewCycle* cycle = screen.view.find(reviews[i]->cycle);
    if (!cycle) continue;
    ui::ListRow row(ui, area.cut_top(kRowTask), reviews[i]->id.high, cycle->name, {.first = i == 0});
    const std::string when = reviews[i]->conversation_at ? screen.formats.date_and_time(*reviews[i]->conversation_at) : std::string(screen.tr("common.not_set"));
    ui::two_lines(ui, row.rect(), cycle->name, when);
    if (row.clicked()) intents.go = Route{Page::conversation, reviews[i]->id, {}};
  }
}

void draw_plan_summary(ScreenContext& screen, Rect& area, const Person& person, const DevelopmentPlan* plan, Intents& intents) {
  auto& ui = screen.ui;
  if (!plan) {
    if (aside_head(screen, area, screen.tr("person.development"), screen.tr("action.open"))) intents.go = Route{Page::plan, person.id, {}};
    area.skip(4);
    ui.text(area.cut_top(24), ui::type::body, ui.c.ink2, screen.tr("person.development_empty"));
    aside_line(screen, area);
    return;
  }
  struct KindCount {
    int done = 0, total = 0;
  };
  std::array<KindCount, enum_size<ActionKind>()> kinds;
  KindCount all;
  for (const DevelopmentAction* action : screen.view.actions_of(plan->id)) {
    if (action->state == ActionState::dropped) continue;
    const bool is_done = action->state == ActionState::done;
    auto& kind = kinds[static_cast<std::size_t>(action->kind)];
    ++kind.total, ++all.total;
    kind.done += is_done, all.done += is_done;
  }
  const std::string done = screen.tr("person.development_done", {{"done", all.done}, {"total", all.total}});
  if (aside_head(screen, area, screen.tr("person.development"), done)) intents.go = Route{Page::plan, plan->id, {}};
  area.skip(8);
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    Rect row = area.cut_top(28);
    const auto name = screen.language.name_of(static_cast<ActionKind>(i));
    const std::string value = screen.tr("common.count_of", {{"count", kinds[i].done}, {"total", kinds[i].total}});
    ui.text(row.cut_left(104), ui::type::body, ui.c.ink2, name);
    ui.text(row.cut_right(64), ui::type::body.figures(), ui.c.ink2, value, ui::Align::right);
    ui::progress_bar(ui, row.with_width(std::min(116.0f, row.width - 16)), kinds[i].total > 0 ? static_cast<float>(kinds[i].done) / static_cast<float>(kinds[i].total) : 0, name, {.value_text = value});
  }
  aside_line(screen, area);
}

void draw_person_timeline(ScreenContext& screen, Rect& area, const Person& person, const std::vector<TimelineEvent>& events, std::size_t most, Intents& intents) {
  auto& ui = screen.ui;
  const std::size_t shown = std::min(most, events.size());
  const std::string all = shown < events.size() ? screen.tr("person.all_goals", {{"number", static_cast<int>(events.size())}}) : std::string();
  if (aside_head(screen, area, screen.tr("person.timeline"), all)) intents.go = Route{Page::person, person.id, "history"};
  area.skip(12);
  if (events.empty()) {
    ui.text(area.cut_top(24), ui::type::body, ui.c.ink2, screen.tr("person.history_empty"));
    return;
  }
  TimelineWords words;
  for (std::size_t i = 0; i < shown; ++i) {
    words.titles.push_back(event_title(screen, events[i]));
    words.days.push_back(screen.formats.short_date(events[i].day));
  }
  for (std::size_t i = 0; i < shown; ++i)
    words.entries.push_back({.title = words.titles[i], .caption = words.days[i], .icon = icon_of(events[i].kind), .tone = i == 0 ? ui::Tone::accent : ui::Tone::neutral});
  ui::timeline(ui, area.cut_top(ui::timeline_height(shown)), screen.tr("person.timeline"), words.entries);
}

}  // namespace fullcircle
