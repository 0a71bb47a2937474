#include "ui/screens/plan_screen.h"

#include <algorithm>

#include "app/commands/plan_commands.h"
#include "app/queries/plan_figures.h"
#include "app/reports/outgoing.h"
#include "app/reports/plan_report.h"
#include "ui/screens/goal_parts.h"
#include "ui/screens/plan_aside.h"
#include "ui/screens/plan_dialogs.h"
#include "ui/screens/row_action.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/charts/gap_track.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/columns.h"
#include "ui/widgets/list.h"
#include "ui/widgets/menu.h"
#include "ui/widgets/progress_bar.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/section.h"
#include "ui/widgets/shell.h"
#include "ui/widgets/states.h"
#include "ui/widgets/text_field.h"

namespace fullcircle {
namespace {

using namespace ui::metrics;

constexpr float kAsideWidth = 300, kTrackWidth = 250, kTrackEnd = 8, kFocusHead = 77, kColumnHead = 30, kQuietPadding = 12;
constexpr std::initializer_list<float> kColumns = {-1, 118, 104, 72, 96};

// ---- one action

struct StateLook {
  std::string_view text;
  ui::Tone tone;
  Icon icon;
};
StateLook state_look(const ScreenContext& screen, ShownState state) {
  switch (state) {
    case ShownState::planned: return {screen.language.name_of(ActionState::planned), ui::Tone::neutral, Icon::circle};
    case ShownState::doing: return {screen.language.name_of(ActionState::doing), ui::Tone::accent, Icon::loader_circle};
    case ShownState::late: return {screen.tr("common.late"), ui::Tone::warn, Icon::clock};
    case ShownState::done: return {screen.language.name_of(ActionState::done), ui::Tone::good, Icon::check};
    case ShownState::dropped: return {screen.language.name_of(ActionState::dropped), ui::Tone::neutral, Icon::x};
  }
  return {};
}

std::string due_text(const ScreenContext& screen, const DevelopmentAction& action) {
  return action.due_day ? screen.formats.short_date(*action.due_day) : std::string(screen.tr("common.empty_cell"));
}

void draw_action_cells(ScreenContext& screen, const Rect& rect, const DevelopmentAction& action, ui::Colour ink) {
  auto& ui = screen.ui;
  const ui::Columns columns(rect, kColumns, 12);
  Rect title = columns[0];
  title.cut_left(36);
  ui::TextStyle style = ui::type::form;
  style.line = 18;   // two of them leave the row some air
  ui.paragraph(title.middle(ui.paragraph_height(title.width, style, action.title, 2)), style, ink, action.title, 2);
  Rect kind = columns[1];
  ui.fill(kind.cut_left(8).middle(8), kind_colour(screen, action.kind), 2);
  kind.cut_left(8);
  ui.text(kind, ui::type::body, ui.c.ink2, screen.language.name_of(action.kind));
  if (action.mentor)
    ui::person_cell(ui, columns[2], person_number(action.mentor), screen.view.name_of(action.mentor));
  else
    ui.text(columns[2], ui::type::body, ui.c.ink3, screen.tr("common.empty_cell"));
  ui.text(columns[3], ui::type::body, ui.c.ink2, due_text(screen, action));
  const StateLook look = state_look(screen, compute_shown_state(action, screen.view.today));
  ui::chip(ui, columns[4], look.text, look.tone, look.icon);
}

void draw_action_lines(ScreenContext& screen, Rect rect, const DevelopmentAction& action, ui::Colour ink) {
  auto& ui = screen.ui;
  rect.cut_left(36);
  const StateLook look = state_look(screen, compute_shown_state(action, screen.view.today));
  ui::chip_right(ui, rect, look.text, look.tone, look.icon, 8);
  const float title_height = ui.paragraph_height(rect.width, ui::type::phone_row, action.title, 2);
  Rect words = rect.middle(title_height + 20);
  ui.paragraph(words.cut_top(title_height), ui::type::phone_row, ink, action.title, 2);
  std::string caption = std::string(screen.language.name_of(action.kind)) + " · " + due_text(screen, action);
  if (action.mentor) caption += " · " + screen.view.name_of(action.mentor);
  ui.text(words, ui::type::caption, ui.c.ink2, caption);
}

/// On phones a long title takes two lines.
float action_height(const ui::Ui& ui) { return ui.phone() ? 72 : ui.row_height(); }

void draw_action(ScreenContext& screen, Rect& area, const DevelopmentPlan& plan, const DevelopmentAction& action, PlanState& state, Intents& intents) {
  auto& ui = screen.ui;
  const Rect place = area.cut_top(action_height(ui));
  if (!ui.visible(place)) return;
  ui::ListRow row(ui, place, action.id.high, action.title, {});
  const bool is_closed = action.state == ActionState::done || action.state == ActionState::dropped;
  const ui::Colour ink = is_closed ? ui.c.ink2 : ui.c.ink;
  bool is_done = action.state == ActionState::done;
  const ui::IdScope scope(ui, action.id.high);
  const bool was_checked = ui::checkbox(ui, row.rect().with_width(24), action.title, is_done, {.key = "done", .hide_label = true});
  if (ui.phone())
    draw_action_lines(screen, row.rect(), action, ink);
  else
    draw_action_cells(screen, row.rect(), action, ink);
  if (was_checked)
    intents.edits.push_back(check_plan_action(screen.view, action, is_done));
  else if (row.clicked())
    state.action_form = make_action_form(plan, action);
}

void draw_actions(ScreenContext& screen, Rect& area, const DevelopmentPlan& plan, const PlanFocus& focus, PlanState& state, Intents& intents) {
  if (focus.actions.empty()) return;
  const ui::Group list(screen.ui, MirrorRole::list, area.with_height(action_height(screen.ui) * static_cast<float>(focus.actions.size())), focus.title);
  for (const DevelopmentAction* action : focus.actions) draw_action(screen, area, plan, *action, state, intents);
}

// ---- one focus area

std::string score_text(const ScreenContext& screen, std::optional<double> score) {
  return score ? screen.formats.number(*score, kPlanScorePlaces) : std::string(screen.tr("common.empty_cell"));
}

std::optional<float> score_place(std::optional<double> score) { return score ? std::optional(static_cast<float>(*score)) : std::nullopt; }

void draw_track(ScreenContext& screen, const Rect& rect, const PlanView& shown, const PlanFocus& focus) {
  const FocusArea& area = *focus.area;
  const FocusScores scores = focus_scores(shown, static_cast<std::size_t>(&focus - shown.focus.data()));
  const RatingRules& rules = screen.view.rules(shown.plan->cycle);
  if (!scores.start && !scores.now && !area.target_score) return;
  const std::string start = score_text(screen, scores.start), now = score_text(screen, scores.now), target = score_text(screen, area.target_score);
  const std::string caption = screen.tr("plan.focus_chart", {{"title", focus.title}, {"start", start}, {"current", now}, {"target", target}});
  ui::ChartData data;
  data.caption = caption;
  data.rows = {{focus.title, std::string(screen.tr("terms.column_value"))},
               {std::string(screen.tr("plan.start_score")), start},
               {std::string(screen.tr("plan.current")), now},
               {std::string(screen.tr("plan.target_score")), target}};
  ui::GapTrack track;
  track.minimum = static_cast<float>(rules.scale_low);
  track.maximum = static_cast<float>(rules.scale_high);
  track.before = score_place(scores.start);
  track.now = score_place(scores.now);
  track.target = score_place(area.target_score);
  track.before_label = start;
  track.now_label = now;
  track.target_label = target;
  ui::gap_track(screen.ui, rect, track, data);
}

void draw_focus_menu(ScreenContext& screen, const Rect& rect, const Rect& head, const DevelopmentPlan& plan, const PlanFocus& focus, PlanState& state, Intents& intents) {
  const auto place = static_cast<std::size_t>(focus.area - plan.focus.data());
  const ui::MenuItem items[] = {{.label = screen.tr("plan.add_action"), .icon = Icon::plus},
                                {.label = screen.tr("action.edit"), .icon = Icon::pencil},
                                {.label = screen.tr("action.remove"), .icon = Icon::trash_2, .separator_before = true, .danger = true}};
  const std::string label = screen.tr("plan.focus_actions", {{"title", focus.title}});
  bool is_wanted = screen.ui.pointer_over(head) || screen.ui.phone();
  {
    const ui::IdScope scope(screen.ui, "focus");
    is_wanted |= screen.ui.frame.focused(ui::button_id(screen.ui, label)) || screen.ui.memory.state<bool>(screen.ui.peek_id("open"));
  }
  const int chosen = ui::more_menu(screen.ui, rect, label, items, "focus");
  if (!is_wanted) hide_action(screen, rect);
  switch (chosen) {
    case 0: state.action_form = make_action_form(screen, plan, static_cast<int>(place)); break;
    case 1: state.focus_form = FocusForm{place, *focus.area, false}; break;
    case 2: intents.edits.push_back(remove_focus(screen.view, plan, place)); break;
    default: break;
  }
}

void draw_focus_head(ScreenContext& screen, Rect& area, const PlanView& shown, const PlanFocus& focus, PlanState& state, Intents& intents) {
  auto& ui = screen.ui;
  Rect head = area.cut_top(kFocusHead);
  const Rect whole = head;
  const std::string title = focus.area ? focus.title : std::string(screen.tr("plan.no_focus"));
  if (focus.area && !ui.phone()) {
    head.cut_right(kTrackEnd);
    draw_track(screen, head.cut_right(kTrackWidth).middle(48), shown, focus);
    head.cut_right(24);
  }
  if (focus.area) draw_focus_menu(screen, head.cut_right(32).middle(32), whole, *shown.plan, focus, state, intents);
  Rect words = head.middle(focus.area && !focus.area->reason.empty() ? 46 : 24);
  ui.heading(words.cut_top(24), 2, ui::type::section, ui.c.ink, title);
  if (focus.area) ui.text(words, ui::type::body, ui.c.ink2, focus.area->reason);
  if (focus.area && ui.phone()) {
    draw_track(screen, area.cut_top(48), shown, focus);
    area.skip(6);
  }
}

void draw_column_heads(ScreenContext& screen, Rect& area) {
  auto& ui = screen.ui;
  const Rect head = area.cut_top(kColumnHead);
  const ui::Columns columns(head, kColumns, 12);
  constexpr std::string_view kKeys[] = {"plan.column_gap", "plan.column_kind", "plan.column_mentor", "plan.column_due", "plan.column_state"};
  for (std::size_t i = 0; i < std::size(kKeys); ++i) ui.text(columns[i], ui::type::head, ui.c.ink2, screen.tr(kKeys[i]));
  ui.hairline(area.x, area.y, area.width);
}

void draw_focus_list(ScreenContext& screen, Rect& area, const PlanView& shown, PlanState& state, Intents& intents) {
  auto& ui = screen.ui;
  const DevelopmentPlan& plan = *shown.plan;
  if (!ui.phone() && !shown.focus.empty()) draw_column_heads(screen, area);
  for (std::size_t i = 0; i < shown.focus.size(); ++i) {
    const ui::IdScope scope(ui, static_cast<std::uint64_t>(i));
    const PlanFocus& focus = shown.focus[i];
    draw_focus_head(screen, area, shown, focus, state, intents);
    draw_actions(screen, area, plan, focus, state, intents);
    ui.hairline(area.x, area.y, area.width);
    area.skip(16);
  }
  if (shown.total == 0) {
    float height = 0;
    ui::empty_state(ui, area, screen.tr("plan.empty"), {.text = screen.tr("plan.empty_how")}, &height);
    area.skip(height + 16);
  }
  Rect foot = area.cut_top(kControl);
  foot.x -= kQuietPadding;
  if (ui::button_left(ui, foot, screen.tr("plan.add_focus"), {.kind = ui::ButtonKind::quiet, .icon = Icon::plus})) state.focus_form = FocusForm{};
}

// ---- the texts

void draw_texts(ScreenContext& screen, Rect& area, const DevelopmentPlan& plan, PlanState& state, Intents& intents) {
  auto& ui = screen.ui;
  const std::string name = screen.view.name_of(plan.person);
  const std::string labels[] = {std::string(screen.tr("plan.strengths")), screen.tr("plan.ambitions", {{"name", name}}), std::string(screen.tr("plan.wellbeing"))};
  std::string DevelopmentPlan::* const fields[] = {&DevelopmentPlan::strengths, &DevelopmentPlan::ambitions, &DevelopmentPlan::wellbeing};
  for (std::size_t i = 0; i < 3; ++i) {
    area.skip(kSectionGap);
    ui.heading(area.cut_top(28), 2, ui::type::group, ui.c.ink, labels[i]);
    area.skip(4);
    DraftText& draft = state.texts[i];
    draft.follow(plan.*fields[i]);
    ui::TextAreaOptions options;
    options.field.spell_check = true;
    options.least_lines = 2;
    const auto typed = ui::text_area(ui, area, labels[i], draft.text, options);
    area.skip(typed.height);
    if (!typed.committed || !draft.is_changed()) continue;
    DevelopmentPlan after = plan;
    after.*fields[i] = draft.stored = draft.text;
    intents.edits.push_back(save_plan(plan, after));
  }
}

// ---- head and bar

std::string agreed_text(const ScreenContext& screen, const DevelopmentPlan& plan) {
  const std::string next = plan.next_look_day ? screen.formats.day_and_month(*plan.next_look_day) : std::string();
  if (!plan.agreed_day) return next.empty() ? std::string(screen.tr("plan.draft")) : screen.tr("plan.draft_next", {{"next", next}});
  const auto* person = screen.view.find(plan.person);
  const std::string with = person ? screen.view.name_of(person->manager) : std::string();
  const std::string date = screen.formats.day_and_month(*plan.agreed_day);
  if (next.empty()) return screen.tr("plan.agreed_with", {{"name", with}, {"date", date}});
  return screen.tr("plan.agreed_with_next", {{"name", with}, {"date", date}, {"next", next}});
}

/// On phones the title takes the whole width, and how far the plan is stands below it.
void draw_phone_head(ScreenContext& screen, Rect& area, const PlanView& shown, Intents& intents) {
  auto& ui = screen.ui;
  const DevelopmentPlan& plan = *shown.plan;
  const std::string& name = screen.view.name_of(plan.person);
  const std::string title = screen.tr("plan.title", {{"name", name}}), agreed = agreed_text(screen, plan);
  Rect words = area;
  ui::avatar(ui, words.cut_left(44).with_height(44), person_number(plan.person), name, 44);
  words.cut_left(14);
  const float top = words.y;
  const float title_height = ui.paragraph_height(words.width, ui::type::section, title, 2);
  ui.heading(words.with_height(title_height), 1, ui::type::section, ui.c.ink, title);
  words.skip(title_height + 2);
  words.skip(ui.paragraph(words, ui::type::body, ui.c.ink2, agreed, 2));
  area.skip(std::max(48.0f, words.y - top) + 12);
  const std::string done = screen.tr("plan.done_of", {{"done", shown.done}, {"total", shown.total}});
  const float share = shown.total > 0 ? static_cast<float>(shown.done) / static_cast<float>(shown.total) : 0;
  const std::string text = done + " " + std::string(screen.tr("plan.actions_done"));
  Rect line = area.cut_top(20);
  ui.text(line.cut_right(ui.text_width(ui::type::body, text) + 2), ui::type::body, ui.c.ink2, text, ui::Align::right);
  line.cut_right(12);
  ui::progress_bar(ui, line.middle(6), share, screen.tr("plan.actions_done"), {.value_text = done});
  if (!plan.agreed_day) {
    area.skip(8);
    Rect row = area.cut_top(kControlPhone);
    if (ui::button_left(ui, row, screen.tr("plan.agree"), {.icon = Icon::handshake, .height = kControlPhone})) intents.edits.push_back(agree_plan(screen.view, plan));
  }
  area.skip(8);
}

void draw_head(ScreenContext& screen, Rect& area, const PlanView& shown, Intents& intents) {
  auto& ui = screen.ui;
  if (ui.phone()) return draw_phone_head(screen, area, shown, intents);
  const DevelopmentPlan& plan = *shown.plan;
  const std::string& name = screen.view.name_of(plan.person);
  Rect head = area.cut_top(52);
  ui::avatar(ui, head.cut_left(44), person_number(plan.person), name, 44);
  head.cut_left(14);
  const std::string done = screen.tr("plan.done_of", {{"done", shown.done}, {"total", shown.total}});
  const std::string_view caption = screen.tr("plan.actions_done");
  const float width = std::max(84.0f, ui.text_width(ui::type::caption, caption) + 4);
  ui::stat(ui, head.cut_right(width).middle(ui::kStat), done, caption, {.align = ui::Align::right});
  head.cut_right(16);
  if (!plan.agreed_day && ui::button_right(ui, head, screen.tr("plan.agree"), {.icon = Icon::handshake}, 16)) intents.edits.push_back(agree_plan(screen.view, plan));
  Rect words = head.middle(48);
  ui.heading(words.cut_top(28), 1, ui::type::page_title, ui.c.ink, screen.tr("plan.title", {{"name", name}}));
  ui.text(words, ui::type::body, ui.c.ink2, agreed_text(screen, plan));
  area.skip(20);
}

void export_plan(ScreenContext& screen, Rect& bar, const PlanView& shown, Intents& intents) {
  const ui::MenuItem items[] = {{.label = screen.tr("plan.print"), .icon = Icon::printer}, {.label = screen.tr("plan.export_csv"), .icon = Icon::table}};
  const int chosen = ui::menu_button_right(screen.ui, bar, screen.tr("plan.export"), items, Icon::file_down);
  if (chosen == 0) {
    Outgoing page = write_plan(screen.view, *shown.plan, screen.language, screen.formats);
    intents.tasks.push_back(PrintDocument{std::move(page.bytes), std::move(page.edit)});
  }
  if (chosen == 1)
    intents.tasks.push_back(SaveFile{std::string(screen.tr("plan.file_name")) + ".csv", "text/csv", plan_csv(screen.view, shown, screen.language, screen.formats), "plan"});
}

/// Back to the list, and the name; out: where actions go.
Rect draw_bar(ScreenContext& screen, Rect& area, std::string_view name, ui::FirstHeading heading, Intents& intents) {
  bool went_back = false;
  int clicked = -1;
  const std::string_view parts[] = {screen.tr("plans.title"), name};
  const Rect bar = screen.ui.phone() ? ui::phone_header(screen.ui, area, name, screen.tr("plans.title"), went_back, heading)
                                     : ui::top_bar_path(screen.ui, area, parts, clicked, heading);
  if (went_back || clicked == 0) intents.go = Route{Page::plans, {}, {}};
  return bar;
}

void draw_none(ScreenContext& screen, Rect area, Id<Person> person, Intents& intents) {
  const auto* found = screen.view.find(person);
  draw_bar(screen, area, found ? std::string_view(found->name) : screen.tr("plans.title"), ui::FirstHeading::in_bar, intents);
  const Rect content = area.inset(screen.ui.phone() ? kPhonePadding : kContentPadding, kContentTop);
  if (!found) {
    ui::empty_state(screen.ui, content, screen.tr("plan.missing"), {});
    return;
  }
  const std::string title = screen.tr("plan.none_for", {{"name", found->name}});
  const ui::EmptyOptions options{.text = screen.tr("plan.empty_how"), .action = screen.tr("plan.start"), .icon = Icon::plus, .primary = true};
  if (!ui::empty_state(screen.ui, content, title, options)) return;
  const Id<DevelopmentPlan> id(screen.new_id());
  intents.edits.push_back(start_plan(screen.view, id, person));
  intents.go = Route{Page::plan, id, {}};
}

void draw_content(ScreenContext& screen, Rect content, const PlanView& shown, PlanState& state, Intents& intents) {
  draw_head(screen, content, shown, intents);
  if (content.width > kAsideWidth + 620) {
    Rect aside = content.cut_right(kAsideWidth);
    content.cut_right(48);
    draw_focus_list(screen, content, shown, state, intents);
    draw_texts(screen, content, *shown.plan, state, intents);
    draw_plan_aside(screen, aside, shown, state);
    return;
  }
  draw_focus_list(screen, content, shown, state, intents);
  content.skip(kSectionGap);
  draw_plan_aside(screen, content, shown, state);
  draw_texts(screen, content, *shown.plan, state, intents);
}

}  // namespace

Intents draw_plan(ScreenContext& screen, Rect area, PlanState& state) {
  Intents intents;
  auto& ui = screen.ui;
  const auto* plan = screen.view.find(Id<DevelopmentPlan>(screen.route.record));
  const Id<Person> person = plan ? plan->person : Id<Person>(screen.route.record);
  if (!plan) plan = current_plan(screen.view, person);
  if (!plan) {
    draw_none(screen, area, person, intents);
    return intents;
  }
  if (state.plan != plan->id) {
    state = {};
    state.plan = plan->id;
  }
  const PlanView& shown = state.view.get(screen.view, plan->id, [&] {
    PlanView view = compute_plan_view(screen.view, *plan);
    view.measures = compute_action_measures(screen.view, view);
    return view;
  });
  Rect bar = draw_bar(screen, area, screen.view.name_of(plan->person), ui::FirstHeading::below, intents);
  if (ui.phone()) {
    Rect foot = ui::phone_actions(ui, area);
    if (ui::button(ui, foot, screen.tr("plan.add_action"), {.kind = ui::ButtonKind::primary, .icon = Icon::plus, .height = kControlPhone}))
      state.action_form = make_action_form(screen, *plan, plan->focus.empty() ? -1 : 0);
  } else if (ui::button_right(ui, bar, screen.tr("plan.add_action"), {.kind = ui::ButtonKind::primary, .icon = Icon::plus})) {
    state.action_form = make_action_form(screen, *plan, plan->focus.empty() ? -1 : 0);
  }
  export_plan(screen, bar, shown, intents);
  {
    ui::ScrollArea scroll(ui, area, "plan");
    draw_content(screen, ui.phone() ? scroll.content().inset(kPhonePadding, 12) : scroll.content().inset(kContentPadding, 20), shown, state, intents);
  }
  intents.add(draw_plan_dialogs(screen, *plan, state));
  draw_plan_terms(screen, shown, state, intents);
  return intents;
}

}  // namespace fullcircle
