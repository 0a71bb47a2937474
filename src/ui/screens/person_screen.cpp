#include "ui/screens/person_screen.h"

#include <algorithm>
#include <array>

#include "app/queries/goal_tree.h"
#include "app/reports/outgoing.h"
#include "ui/screens/goal_parts.h"
#include "ui/screens/person_sections.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/menu.h"
#include "ui/widgets/rings.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/shell.h"
#include "ui/widgets/states.h"

namespace fullcircle {
namespace {

using namespace ui::metrics;

constexpr float kAsideWidth = 320, kRing = 76;
constexpr std::size_t kMostEvents = 200, kMostStrengths = 3, kLatestEvents = 4;

PersonView compute_person(const ModelView& view, Id<Person> person) {
  PersonView shown;
  const ReviewCycle* cycle = view.current_cycle();
  shown.strengths = compute_strengths(view, person, kMostStrengths);
  const Id<ReviewCycle> during = cycle ? cycle->id : Id<ReviewCycle>();
  auto goals = rated_goals(view, person, during);
  sort_as_listed(view, goals);
  for (const Goal* goal : goals) shown.goals.emplace_back(goal, compute_goal_status(view, *goal));
  shown.goal_terms = explain_person_goals(view, person, during);
  shown.feedback = visible_feedback(view, person);
  shown.events = compute_timeline(view, person, kMostEvents);
  shown.wellbeing = wellbeing_values(view, person);
  shown.trend = compute_result_trend(view, person);
  if (cycle) shown.stage = compute_person_stage(view, person, *cycle);
  for (const DevelopmentPlan* plan : view.plans_of(person))
    if (!shown.plan || plan->agreed_day.value_or(Day{}) > shown.plan->agreed_day.value_or(Day{})) shown.plan = plan;
  return shown;
}

const FollowedTrend& followed_trend(const ModelView& view, Id<Person> person, const PersonView& shown, PersonState& state) {
  return state.followed.get(view, {person, state.criterion}, [&] { return compute_followed_trend(view, shown.trend, state.criterion); });
}

/// Goes to the person before or after this one in the order of names.
void step(ScreenContext& screen, PersonState& state, Id<Person> person, int by, Intents& intents) {
  const auto& order = state.order.get(screen.view, [&] { return compute_person_choices(screen.view, screen.text); });
  const int index = order.index_of(person) + by;
  if (index >= 0 && index < static_cast<int>(order.ids.size())) intents.go = Route{Page::person, order.at(index), screen.route.tab};
}

/// What is done with a person less often.
void draw_more(ScreenContext& screen, const Rect& rect, const Person& person, const PersonView& shown, PersonState& state, Intents& intents) {
  const bool may_print = std::ranges::count_if(shown.trend, &TrendPoint::is_released) >= 2;
  const std::array<ui::MenuItem, 3> items{{{.label = screen.tr("action.edit"), .icon = Icon::pencil},
                                           {.label = screen.tr("palette.export_member_file"), .icon = Icon::file_down},
                                           {.label = screen.tr("person.print_trend"), .icon = Icon::printer, .disabled = !may_print,
                                            .caption = may_print ? std::string_view() : screen.tr("person.print_trend_few")}}};
  switch (ui::more_menu(screen.ui, rect, screen.tr("action.more"), items)) {
    case 0: open_person(state.dialog, screen, person); break;
    case 1: intents.tasks.push_back(ExportMemberFile{person.id}); break;
    case 2: {
      Outgoing page = write_trend(screen.view, person.id, state.criterion, screen.language, screen.formats);
      intents.tasks.push_back(PrintDocument{std::move(page.bytes), std::move(page.edit)});
      break;
    }
    default: break;
  }
}

/// On phones the two things one does with a person stand under the name, as wide as the thumb needs.
void draw_phone_actions(ScreenContext& screen, Rect& area, const Person& person, PersonState& state) {
  auto& ui = screen.ui;
  area.skip(16);
  const Rect row = area.cut_top(kControlPhone);
  if (ui::button(ui, row.column(0, 2, 10), screen.tr("person.check_in"), {.kind = ui::ButtonKind::primary, .icon = Icon::message_circle, .height = kControlPhone}))
    open_check_in(state.check_in, screen, person.id);
  if (ui::button(ui, row.column(1, 2, 10), screen.tr("person.give_feedback"), {.icon = Icon::message_square_quote, .height = kControlPhone}))
    open_feedback(state.feedback, screen, person.id);
}

void draw_top_bar(ScreenContext& screen, Rect& area, const Person& person, const PersonView& shown, PersonState& state, Intents& intents) {
  auto& ui = screen.ui;
  const std::array<std::string_view, 2> path{screen.tr("people.title"), person.name};
  int clicked = -1;
  Rect bar = ui::top_bar_path(ui, area, path, clicked, ui::FirstHeading::below);
  if (clicked == 0) intents.go = Route{Page::people, {}, {}};
  // Laid out from the right, drawn from the left: the keyboard follows the order of reading.
  const ui::ButtonOptions primary{.kind = ui::ButtonKind::primary, .icon = Icon::message_circle}, secondary{.icon = Icon::message_square_quote};
  const std::string_view start = screen.tr("person.start_check_in"), give = screen.tr("person.give_feedback");
  const auto cut = [&](float width, float gap) {
    const Rect place = bar.cut_right(width).middle(kControl);
    bar.cut_right(gap);
    return place;
  };
  const Rect start_place = cut(ui::button_width(ui, start, primary), 8), give_place = cut(ui::button_width(ui, give, secondary), 8);
  const Rect more = cut(kControl, 4), next = cut(kControl, 4), previous = cut(kControl, 4);
  if (ui::icon_button(ui, previous, Icon::chevron_left, screen.tr("person.previous_person"))) step(screen, state, person.id, -1, intents);
  if (ui::icon_button(ui, next, Icon::chevron_right, screen.tr("person.next_person"))) step(screen, state, person.id, +1, intents);
  draw_more(screen, more, person, shown, state, intents);
  if (ui::button(ui, give_place, give, secondary)) open_feedback(state.feedback, screen, person.id);
  if (ui::button(ui, start_place, start, primary)) open_check_in(state.check_in, screen, person.id);
}

void draw_head(ScreenContext& screen, Rect& area, const Person& person, const PersonView& shown) {
  auto& ui = screen.ui;
  Rect head = area.cut_top(kRing);
  const Rect ring = head.cut_left(kRing);
  if (shown.stage && shown.stage->is_participant) {
    std::vector<float> shares(kStageCount, 0);
    for (std::size_t i = 0; i < shares.size(); ++i)
      shares[i] = static_cast<int>(i) < shown.stage->finished ? 1.0f : static_cast<int>(i) == shown.stage->finished ? static_cast<float>(shown.stage->within) : 0.0f;
    ui::cycle_ring(ui, ring, shares, 4, screen.tr("stage_line." + std::string(to_name(shown.stage->current))));
  }
  ui::avatar(ui, {ring.x + 8, ring.y, 60, ring.height}, person_number(person.id), person.name, 60);
  head.cut_left(20);
  head.skip(10);
  ui.heading(head.cut_top(32), 1, ui::type::page_title, ui.c.ink, person.name);
  const std::string& role = screen.view.role_of(person.id);
  const std::string& manager = screen.view.name_of(person.manager);
  ui.text(head.cut_top(22), ui::type::form, ui.c.ink2, manager.empty() ? role : screen.tr("person.reports_to", {{"role", role}, {"manager", manager}}));
}

enum class Tab : int { overview, goals, feedback, result, development, conversations, history };
constexpr std::array<std::string_view, 7> kTabs{"overview", "goals", "feedback", "result", "development", "conversations", "history"};

Tab tab_of(const Route& route) {
  const auto found = std::ranges::find(kTabs, route.tab);
  return found == kTabs.end() ? Tab::overview : static_cast<Tab>(found - kTabs.begin());
}

const Review* current_review(const ModelView& view, Id<Person> person) {
  const ReviewCycle* cycle = view.current_cycle();
  return cycle ? view.review(person, cycle->id) : nullptr;
}

void draw_tabs(ScreenContext& screen, Rect& area, const Person& person, Tab tab, Intents& intents) {
  std::array<ui::Segment, kTabs.size()> segments;
  for (std::size_t i = 0; i < kTabs.size(); ++i) segments[i].label = screen.tr("person.tab_" + std::string(kTabs[i]));
  int chosen = static_cast<int>(tab);
  if (!ui::tabs(screen.ui, area.cut_top(kTab), person.name, segments, chosen)) return;
  const Review* review = current_review(screen.view, person.id);
  if (static_cast<Tab>(chosen) == Tab::result && review)
    intents.go = Route{Page::result, review->id, {}};
  else if (static_cast<Tab>(chosen) == Tab::development)
    intents.go = Route{Page::plan, person.id, {}};
  else
    intents.go = Route{Page::person, person.id, std::string(kTabs[static_cast<std::size_t>(chosen)])};
}

void draw_overview(ScreenContext& screen, Rect content, const Person& person, const PersonView& shown, PersonState& state, Intents& intents) {
  const bool has_room = content.width > kAsideWidth + 440;
  Rect aside = content;
  if (has_room) {
    aside = content.cut_right(kAsideWidth);
    content.cut_right(kColumnGap);
  }
  draw_strengths(screen, content, shown.strengths, state, intents);
  draw_person_goals(screen, content, person, shown, 5, state.explains_goals, intents);
  draw_person_feedback(screen, content, person, shown.feedback, 3, intents);
  if (!has_room) {
    content.skip(kSectionGap);
    aside = content;
  }
  draw_result_trend(screen, aside, shown.trend, followed_trend(screen.view, person.id, shown, state), state, intents);
  draw_wellbeing_chart(screen, aside, person, shown.wellbeing, state.explains_wellbeing);
  draw_plan_summary(screen, aside, person, shown.plan, intents);
  draw_person_timeline(screen, aside, person, shown.events, kLatestEvents, intents);
}

/// The result has a page of its own; here stands only that there is none yet.
void draw_no_result(ScreenContext& screen, const Rect& content, const Person& person, Intents& intents) {
  if (const Review* review = current_review(screen.view, person.id)) {
    intents.go = Route{Page::result, review->id, {}};
    return;
  }
  const std::string title = screen.tr("person.result_empty", {{"name", person.name}});
  const std::string how = screen.tr("person.result_empty_how", {{"name", person.name}});
  const ui::EmptyOptions options{.text = how, .action = screen.tr("home.cycle_open")};
  if (ui::empty_state(screen.ui, content, title, options)) intents.go = Route{Page::cycle, {}, {}};
}

void draw_tab(ScreenContext& screen, Rect content, const Person& person, const PersonView& shown, Tab tab, PersonState& state, Intents& intents) {
  constexpr std::size_t kAll = 10'000;
  switch (tab) {
    case Tab::overview: return draw_overview(screen, content, person, shown, state, intents);
    case Tab::goals: return draw_person_goals(screen, content, person, shown, kAll, state.explains_goals, intents);
    case Tab::feedback: return draw_person_feedback(screen, content, person, shown.feedback, kAll, intents);
    case Tab::conversations: return draw_person_conversations(screen, content, person, intents);
    case Tab::history: return draw_person_timeline(screen, content, person, shown.events, kAll, intents);
    case Tab::development: intents.go = Route{Page::plan, person.id, {}}; return;  // has a page of its own, whoever asks for it here
    case Tab::result: return draw_no_result(screen, content, person, intents);
  }
}

/// Addresses that open a dialog at once: a check-in from Home, feedback from the palette.
void follow_command(ScreenContext& screen, const Person& person, PersonState& state, Intents& intents) {
  if (screen.route.tab == "check-in") open_check_in(state.check_in, screen, person.id);
  else if (screen.route.tab == "give-feedback") open_feedback(state.feedback, screen, person.id);
  else return;
  intents.go = Route{Page::person, person.id, {}};
}

}  // namespace

Intents draw_person(ScreenContext& screen, Rect area, PersonState& state) {
  Intents intents;
  auto& ui = screen.ui;
  const Person* person = screen.view.find(Id<Person>(screen.route.record));
  if (!person) {
    ui::top_bar(ui, area, screen.tr("people.title"));
    const ui::EmptyOptions options{.text = screen.tr("common.person_removed"), .action = screen.tr("people.title")};
    if (ui::empty_state(ui, area.inset(kContentPadding, kContentTop), screen.tr("common.person_removed"), options)) intents.go = Route{Page::people, {}, {}};
    return intents;
  }
  follow_command(screen, *person, state, intents);
  const PersonView& shown = state.view.get(screen.view, person->id, [&] { return compute_person(screen.view, person->id); });
  if (ui.phone()) {
    bool went_back = false;
    Rect actions = ui::phone_header(ui, area, screen.tr("people.title"), screen.tr("action.back"), went_back, ui::FirstHeading::below);
    if (went_back) intents.go = Route{Page::people, {}, {}};
    draw_more(screen, actions.cut_right(kPhoneTarget).middle(kPhoneTarget).moved(12, 0), *person, shown, state, intents);
  } else {
    draw_top_bar(screen, area, *person, shown, state, intents);
  }
  {
    ui::ScrollArea scroll(ui, area, "person");
    Rect content = scroll.content().inset(ui.phone() ? kPhonePadding : kContentPadding, ui.phone() ? 0 : 24);
    draw_head(screen, content, *person, shown);
    if (ui.phone()) draw_phone_actions(screen, content, *person, state);
    content.skip(13);
    const Tab tab = tab_of(screen.route);
    draw_tabs(screen, content, *person, tab, intents);
    content.skip(ui.phone() ? 18 : 26);
    draw_tab(screen, content, *person, shown, tab, state, intents);
  }
  draw_change_terms(screen, followed_trend(screen.view, person->id, shown, state), state.change, intents);
  draw_rating_terms(screen, state, intents);
  draw_person_goal_terms(screen, shown.goal_terms, state.explains_goals, intents);
  draw_wellbeing_terms(screen, shown.wellbeing, state.explains_wellbeing);
  intents.add(draw_person_dialog(screen, state.dialog));
  intents.add(draw_check_in_dialog(screen, state.check_in));
  intents.add(draw_feedback_dialog(screen, state.feedback));
  return intents;
}

}  // namespace fullcircle
