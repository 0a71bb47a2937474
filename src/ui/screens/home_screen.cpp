#include "ui/screens/home_screen.h"

#include <algorithm>
#include <array>

#include "app/queries/conflict_list.h"
#include "ui/screens/goal_parts.h"
#include "ui/screens/home_cycle.h"
#include "ui/screens/home_next.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/list.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/section.h"
#include "ui/widgets/shell.h"

namespace fullcircle {
namespace {

using namespace ui::metrics;

constexpr float kAsideWidth = 312;
constexpr float kSectionStep = 27, kSectionLine = 35, kAsideGap = 64;
constexpr ui::TextStyle kPhoneGreeting{24, 30, ui::Weight::semibold};
constexpr int kMostRows = 8;
constexpr int kMinutesPerQuestion = 1;

HomeView compute_home(const ModelView& view) {
  HomeView home;
  home.check_ins = check_ins_due(view);
  home.feedback = feedback_due_from_me(view);
  for (const Goal* goal : goals_off_track(view)) home.goals.emplace_back(goal, compute_goal_status(view, *goal));
  home.next = compute_next_steps(view);
  if (const auto* cycle = view.current_cycle()) home.cycle = compute_cycle_progress(view, *cycle);
  home.conflict_count = count_conflicts(view.document());
  return home;
}

std::string greeting(const ScreenContext& screen) {
  const std::string& name = screen.view.name_of(screen.view.me);
  const std::int64_t minutes = screen.view.now.ms / 60'000 + screen.formats.utc_offset_minutes();
  const int hour = static_cast<int>((minutes / 60) % 24);
  const std::string_view part = hour < 12 ? "morning" : hour < 18 ? "afternoon" : "evening";
  const std::string key = "home.greeting_" + std::string(part);
  const std::string first_name = name.substr(0, name.find(' '));
  return name.empty() ? std::string(screen.tr(key + "_nobody")) : screen.tr(key, {{"name", first_name}});
}

/// "**3 check-ins** are due, **2 people** are waiting …"; empty when nothing is.
std::string summary(const ScreenContext& screen, const HomeView& home) {
  std::vector<std::string> parts;
  const auto add = [&](std::string_view key, std::size_t count) {
    if (count > 0) parts.push_back(screen.tr(key, {{"count", static_cast<int>(count)}}));
  };
  add("home.summary_check_ins", home.check_ins.size());
  add("home.summary_feedback", home.feedback.size());
  add("home.summary_goals", home.goals.size());
  add("home.summary_conflicts", home.conflict_count);
  return parts.empty() ? std::string() : screen.tr("home.summary", {{"list", screen.formats.list(parts)}});
}

void draw_runs(ui::Ui& ui, Rect& area, const std::string& marked) {
  std::vector<ui::Run> runs;
  for (const TextRun& run : split_runs(marked)) runs.push_back({run.text, run.is_strong, run.is_strong ? std::optional(ui.c.ink) : std::nullopt});
  area.skip(ui.rich(area, ui::type::lead, ui.c.ink2, runs));
}

bool is_nothing_due(const HomeView& home) { return home.check_ins.empty() && home.feedback.empty() && home.goals.empty() && home.next.empty(); }

void draw_head(ScreenContext& screen, Rect& area, const HomeView& home) {
  auto& ui = screen.ui;
  ui.text(area.cut_top(20), ui::type::form, ui.c.ink3, screen.formats.weekday_date(screen.view.today));
  area.skip(1);
  if (ui.phone()) {   // what is due follows in the lists; there is no room to say it twice
    ui.heading(area.cut_top(32), 1, kPhoneGreeting, ui.c.ink, greeting(screen));
    if (is_nothing_due(home)) ui.text(area.cut_top(26), ui::type::lead, ui.c.ink2, screen.tr("home.nothing_due"));
    return;
  }
  ui.heading(area.cut_top(40), 1, ui::type::greeting, ui.c.ink, greeting(screen));
  area.skip(5);
  if (const auto text = summary(screen, home); !text.empty())
    draw_runs(ui, area, text);
  else if (home.next.empty())
    ui.text(area.cut_top(22), ui::type::lead, ui.c.ink2, screen.tr("home.nothing_due"));
  area.skip(2);
}

bool section(ScreenContext& screen, Rect& area, ui::Icon icon, std::string_view title_key, std::size_t count, std::string_view reference = {}) {
  if (count == 0) return false;
  area.skip(kSectionStep);
  const std::string count_text = screen.formats.integer(static_cast<std::int64_t>(count));
  ui::SectionOptions options;
  options.icon = icon;
  options.count = count_text;
  options.reference = reference;
  if (screen.ui.phone()) options.style = {15, 20, ui::Weight::semibold};
  ui::section_head(screen.ui, area.cut_top(kSectionLine), screen.tr(title_key), options);
  return true;
}

/// Avatar, title and caption at the left of a row; what remains is for the right end.
Rect person_row(ScreenContext& screen, const Rect& rect, Id<Person> person, std::string_view name, std::string_view title, std::string_view caption,
                float right_width) {
  Rect row = rect;
  const float size = screen.ui.phone() ? 36.0f : 32.0f;
  ui::avatar(screen.ui, row.cut_left(size + 12), person_number(person), name, size);
  Rect right = row.cut_right(std::min(right_width, row.width / 2));
  ui::two_lines(screen.ui, row, title, caption);
  return right;
}

/// The button of a row; on phones the row itself is the button, with a chevron.
bool row_action(ScreenContext& screen, Rect& right, std::string_view label, std::string_view name) {
  if (screen.ui.phone()) {
    screen.ui.paint_icon(right.cut_right(20), Icon::chevron_right, screen.ui.c.ink3);
    right.cut_right(8);
    return false;
  }
  ui::ButtonOptions options;
  options.height = kControlSmall;
  options.name = name;
  return ui::button_right(screen.ui, right, label, options, 12);
}

Rect rows_of(const Rect& area, std::size_t count) { return area.with_height(kRowTask * static_cast<float>(std::min<std::size_t>(count, kMostRows))); }

void draw_check_ins(ScreenContext& screen, Rect& area, const HomeView& home, Intents& intents) {
  if (!section(screen, area, Icon::message_circle, "home.check_ins_due", home.check_ins.size())) return;
  auto& ui = screen.ui;
  const ui::Group list(ui, MirrorRole::list, rows_of(area, home.check_ins.size()), screen.tr("home.check_ins_due"));
  int shown = 0;
  for (const CheckInDue& due : home.check_ins) {
    if (shown++ == kMostRows) break;
    const Person& person = *due.person;
    ui::ListRow row(ui, area.cut_top(kRowTask), person_number(person.id), person.name, {.first = shown == 1});
    const std::string& role = screen.view.role_of(person.id);
    const std::string caption = ui.phone()         ? role
                                : due.last_held ? screen.tr("home.check_in_line", {{"role", role}, {"when", screen.formats.relative_day_inside(*due.last_held)}})
                                                : screen.tr("home.check_in_line_first", {{"role", role}});
    Rect right = person_row(screen, row.rect(), person.id, person.name, person.name, caption, 230);
    const bool clicked = row_action(screen, right, screen.tr("action.start"), screen.tr("check_in.title", {{"name", person.name}}));
    const int late = screen.view.today - due.due;
    if (late > 0)
      ui::chip_right(ui, right, screen.tr("common.days_late", {{"count", late}}), ui::Tone::warn, Icon::clock);
    else
      ui.text(right, ui::type::body, ui.c.ink2, screen.formats.relative_day(due.due), ui::Align::right);
    if (clicked || row.clicked()) intents.go = Route{Page::person, person.id, "check-in"};
  }
}

/// On phones how much there is to answer, and the role only where that is not known.
std::string short_caption(const ScreenContext& screen, const FeedbackDue& due, const std::string& role) {
  if (due.answered > 0) return screen.tr("home.feedback_draft_short", {{"answered", due.answered}, {"total", due.questions}});
  if (due.questions == 0) return role;
  return screen.tr("answer.questions", {{"count", due.questions}}) + ", " + screen.tr("answer.about_minutes", {{"count", due.questions * kMinutesPerQuestion}});
}

void draw_feedback(ScreenContext& screen, Rect& area, const HomeView& home, Intents& intents) {
  if (!section(screen, area, Icon::message_square_quote, "home.feedback_waiting", home.feedback.size())) return;
  auto& ui = screen.ui;
  const ui::Group list(ui, MirrorRole::list, rows_of(area, home.feedback.size()), screen.tr("home.feedback_waiting"));
  int shown = 0;
  for (const FeedbackDue& due : home.feedback) {
    if (shown++ == kMostRows) break;
    const Id<Person> subject = due.request ? due.request->subject : Id<Person>{};
    const RecordId request = due.request ? RecordId(due.request->id) : RecordId(due.received->id);
    const std::string& name = due.request ? screen.view.name_of(subject) : due.received->subject_name;
    const std::string& role = due.request ? screen.view.role_of(subject) : due.received->subject_role;
    ui::ListRow row(ui, area.cut_top(kRowTask), request.high, name, {.first = shown == 1});
    const bool has_draft = due.answered > 0;
    std::string caption = role;
    if (ui.phone())
      caption = short_caption(screen, due, role);
    else if (has_draft)
      caption = screen.tr("home.feedback_draft", {{"role", role}, {"answered", due.answered}, {"total", due.questions}});
    else if (due.questions > 0)
      caption = screen.tr("home.feedback_line", {{"role", role},
                                                 {"questions", screen.tr("answer.questions", {{"count", due.questions}})},
                                                 {"duration", screen.tr("answer.about_minutes", {{"count", due.questions * kMinutesPerQuestion}})}});
    Rect right = person_row(screen, row.rect(), due.request ? subject : Id<Person>(request), name, name, caption, ui.phone() ? 84 : 220);
    const bool clicked = row_action(screen, right, screen.tr(has_draft ? "action.continue" : "action.write"), screen.tr("answer.title", {{"name", name}}));
    if (due.due_day)
      ui.text(right, ui::type::body, ui.c.ink2,
              ui.phone() ? screen.formats.short_date(*due.due_day) : screen.tr("common.due_short", {{"date", screen.formats.short_date(*due.due_day)}}), ui::Align::right);
    if (clicked || row.clicked()) intents.go = Route{Page::answer, request, {}};
  }
}

/// What a goal has reached and what is forecast, over its bar.
void draw_goal_figures(ScreenContext& screen, Rect figures, const Rect& bar, const Goal& goal, const GoalStatus& status) {
  auto& ui = screen.ui;
  ui.text(figures, ui::type::body, ui.c.ink2, goal_value_text(screen, goal, status));
  if (const auto forecast = goal_forecast_text(screen, goal, status); !forecast.empty())
    ui.text(figures, ui::type::body, ui::tone_text(ui.c, goal_tone(status.outlook)), screen.tr("home.forecast_value", {{"value", forecast}}), ui::Align::right);
  goal_bar(screen, bar, goal, status);
}

/// On phones the title takes the whole width and two lines where it needs them; the figures stand below.
bool draw_phone_goal(ScreenContext& screen, Rect& area, const Goal& goal, const GoalStatus& status, std::string_view caption, bool is_first) {
  auto& ui = screen.ui;
  constexpr float kAvatar = 36, kGap = 12, kCaption = 20, kFigures = 22, kBar = 14, kAir = 10;
  const std::string& owner = screen.view.name_of(goal.owner);
  const float title_height = ui.paragraph_height(area.width - kAvatar - kGap, ui::type::phone_row, goal.title, 2);
  ui::ListRow row(ui, area.cut_top(kAir + title_height + kCaption + kFigures + kBar + kAir), goal.id.high, goal.title, {.first = is_first});
  Rect rest = row.rect().inset(0, kAir);
  ui::avatar(ui, rest.cut_left(kAvatar).with_height(kAvatar), person_number(goal.owner), owner, kAvatar);
  rest.cut_left(kGap);
  ui.paragraph(rest.cut_top(title_height), ui::type::phone_row, ui.c.ink, goal.title, 2);
  ui.text(rest.cut_top(kCaption), ui::type::body, ui.c.ink2, caption);
  const Rect figures = rest.cut_top(kFigures);
  draw_goal_figures(screen, figures, rest, goal, status);
  return row.clicked();
}

void draw_goals(ScreenContext& screen, Rect& area, const HomeView& home, Intents& intents) {
  if (!section(screen, area, Icon::trending_down, "home.goals_off_track", home.goals.size(), screen.tr("home.forecast_at_due"))) return;
  auto& ui = screen.ui;
  const ui::Group list(ui, MirrorRole::list, rows_of(area, home.goals.size()), screen.tr("home.goals_off_track"));
  int shown = 0;
  for (const auto& [goal, status] : home.goals) {
    if (shown++ == kMostRows) break;
    const std::string& owner = screen.view.name_of(goal->owner);
    const std::string due = goal->due_day ? screen.formats.short_date(*goal->due_day) : std::string(screen.tr("common.empty_cell"));
    const std::string caption = screen.tr("home.goal_line", {{"name", owner}, {"role", screen.view.role_of(goal->owner)}, {"date", due}});
    if (ui.phone()) {
      if (draw_phone_goal(screen, area, *goal, status, caption, shown == 1)) intents.go = Route{Page::goals, goal->id, {}};
      continue;
    }
    ui::ListRow row(ui, area.cut_top(kRowTask), goal->id.high, goal->title, {.first = shown == 1});
    Rect right = person_row(screen, row.rect(), goal->owner, owner, goal->title, caption, 196);
    Rect figures = right.cut_top(right.height / 2 + 4);
    figures.cut_top(10);
    draw_goal_figures(screen, figures, right.cut_top(14), *goal, status);
    if (row.clicked()) intents.go = Route{Page::goals, goal->id, {}};
  }
}

/// Where two devices disagree: one row, because one page decides them all.
void draw_conflicts_row(ScreenContext& screen, Rect& area, const HomeView& home, Intents& intents) {
  if (!section(screen, area, Icon::git_merge, "conflict.page", home.conflict_count)) return;
  const std::string title = screen.tr("home.conflicts", {{"count", static_cast<std::int64_t>(home.conflict_count)}});
  const ui::Group list(screen.ui, MirrorRole::list, rows_of(area, 1), screen.tr("conflict.page"));
  ui::ListRow row(screen.ui, area.cut_top(kRowTask), 1, title, {.first = true});
  Rect inside = row.rect();
  Rect right = inside.cut_right(screen.ui.phone() ? 32.0f : 140.0f);
  ui::two_lines(screen.ui, inside, title, screen.tr("home.conflicts_how"));
  const bool clicked = row_action(screen, right, screen.tr("conflict.decide"), title);
  if (clicked || row.clicked()) intents.go = Route{Page::conflicts, {}, {}};
}

void draw_lists(ScreenContext& screen, Rect& area, const HomeView& home, Intents& intents) {
  const bool is_pressing = has_pressing_step(home.next);
  if (is_pressing) draw_next_steps(screen, area, home.next, intents);
  draw_conflicts_row(screen, area, home, intents);
  draw_check_ins(screen, area, home, intents);
  draw_feedback(screen, area, home, intents);
  draw_goals(screen, area, home, intents);
  if (!is_pressing) draw_next_steps(screen, area, home.next, intents);
}

/// The team's name, and at the right what the sidebar has elsewhere: search, and the way to oneself.
void draw_phone(ScreenContext& screen, Rect area, const HomeView& home, HomeState& state, Intents& intents) {
  auto& ui = screen.ui;
  bool went_back = false;
  Rect bar = ui::phone_header(ui, area, screen.view.workspace() ? std::string_view(screen.view.workspace()->name) : screen.tr("app.name"), {}, went_back, ui::FirstHeading::below);
  if (const Person* me = screen.view.find(screen.view.me)) {
    const Rect place = bar.cut_right(kPhoneTarget).middle(kPhoneTarget).moved(6, 0);
    const auto done = ui.behave(ui.make_id("me"), place, MirrorRole::button, me->name);
    ui::avatar(ui, place.centred(32, 32), person_number(me->id), me->name, 32);
    if (done.focus_visible) ui.focus_ring(place.centred(32, 32), 16);
    if (done.clicked) intents.go = Route{Page::person, me->id, {}};
  }
  if (ui::icon_button(ui, bar.cut_right(kPhoneTarget).middle(kPhoneTarget), Icon::search, screen.tr("nav.search"))) intents.go = Route{Page::home, {}, "search"};
  ui::ScrollArea scroll(ui, area, "home");
  Rect content = scroll.content().inset(kPhonePadding, 0);
  content.skip(6);
  draw_head(screen, content, home);
  draw_cycle_card(screen, content, home.cycle, state.explains_cycle, intents);
  draw_lists(screen, content, home, intents);
}

void draw_desk(ScreenContext& screen, Rect area, const HomeView& home, HomeState& state, Intents& intents) {
  auto& ui = screen.ui;
  Rect bar = ui::top_bar(ui, area, screen.tr("home.title"), {}, ui::FirstHeading::below);
  // Laid out from the right, drawn from the left: the keyboard follows the order of reading.
  const ui::ButtonOptions primary{.kind = ui::ButtonKind::primary, .icon = Icon::plus};
  const std::string_view begin = screen.tr("home.new_check_in");
  const Rect begin_place = bar.cut_right(ui::button_width(ui, begin, primary)).middle(kControl);
  bar.cut_right(8);
  if (ui::button_right(ui, bar, screen.tr("action.open_file"), {.kind = ui::ButtonKind::quiet, .icon = Icon::upload}))
    ui.frame.open_files({widget_id("open"), ".json,.fullcircle,.csv,application/json", true});
  if (ui::button(ui, begin_place, begin, primary)) open_check_in(state.check_in, screen, {});
  ui::ScrollArea scroll(ui, area, "home");
  Rect content = scroll.content().inset(kContentPadding, kContentTop + 8);
  Rect aside;
  const bool is_beside = content.width > kAsideWidth + 460;
  if (is_beside) {
    aside = content.cut_right(kAsideWidth);
    content.cut_right(kAsideGap);
  }
  draw_head(screen, content, home);
  draw_lists(screen, content, home, intents);
  if (!is_beside) {
    content.skip(kSectionGap);
    aside = content;
  }
  draw_cycle_aside(screen, aside, home.cycle, state.explains_cycle, intents);
}

}  // namespace

Intents draw_home(ScreenContext& screen, Rect area, HomeState& state) {
  Intents intents;
  if (screen.route.tab == "check-in") {
    open_check_in(state.check_in, screen, {});
    intents.go = Route{Page::home, {}, {}};
  }
  const HomeView& home = state.view.get(screen.view, [&] { return compute_home(screen.view); });
  if (screen.ui.phone()) draw_phone(screen, area, home, state, intents);
  else draw_desk(screen, area, home, state, intents);
  draw_cycle_terms(screen, home.cycle, state.explains_cycle, intents);
  intents.add(draw_check_in_dialog(screen, state.check_in));
  return intents;
}

}  // namespace fullcircle
