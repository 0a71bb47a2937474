#include "ui/screens/goal_detail.h"

#include <algorithm>
#include <array>

#include "app/commands/goal_steps.h"
#include "app/reports/goal_report.h"
#include "ui/screens/goal_log.h"
#include "ui/screens/goal_parts.h"
#include "ui/screens/goal_forecast.h"
#include "ui/screens/goal_progress.h"
#include "ui/screens/goal_smart.h"
#include "ui/screens/goal_terms.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/link.h"
#include "ui/widgets/menu.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/shell.h"
#include "ui/widgets/surface.h"

namespace fullcircle {
namespace {

using namespace ui::metrics;
using rating::GoalOutlook;

constexpr ui::TextStyle kTitle{18, 26, ui::Weight::semibold};

struct StateChip {
  std::string_view key;
  ui::Tone tone;
  Icon icon;
};

StateChip chip_of(const Goal& goal, GoalOutlook outlook) {
  switch (goal.state) {
    case GoalState::draft: return {"enum.goal_state.draft", ui::Tone::neutral, Icon::pencil};
    case GoalState::proposed: return {"enum.goal_state.proposed", ui::Tone::accent, Icon::hourglass};
    case GoalState::dropped: return {"enum.goal_state.dropped", ui::Tone::neutral, Icon::ban};
    case GoalState::done: return {"outlook.done", ui::Tone::good, Icon::circle_check};
    case GoalState::agreed: break;
  }
  switch (outlook) {
    case GoalOutlook::Done: return {"outlook.done", ui::Tone::good, Icon::circle_check};
    case GoalOutlook::OnTrack: return {"outlook.on_track", ui::Tone::good, Icon::circle_check};
    case GoalOutlook::AtRisk: return {"outlook.at_risk", ui::Tone::warn, Icon::circle_alert};
    case GoalOutlook::OffTrack: return {"outlook.off_track", ui::Tone::bad, Icon::trending_down};
    case GoalOutlook::Missed: return {"outlook.missed", ui::Tone::bad, Icon::circle_x};
    case GoalOutlook::NotEnough: break;
  }
  return {"outlook.not_enough", ui::Tone::neutral, Icon::circle_dashed};
}

/// What the menu of a goal offers in its state.
struct MenuEntry {
  enum class Does : std::uint8_t { print, finish, reopen, drop, remove } does;
  std::string_view key;
  Icon icon;
};

std::vector<MenuEntry> menu_entries(const Goal& goal) {
  using Does = MenuEntry::Does;
  std::vector<MenuEntry> entries{{Does::print, "action.print", Icon::printer}};
  const bool is_closed = goal.state == GoalState::done || goal.state == GoalState::dropped;
  if (is_closed) {
    entries.push_back({Does::reopen, "goal.reopen", Icon::undo_2});
  } else {
    entries.push_back({Does::finish, "goal.mark_done", Icon::circle_check});
    entries.push_back({Does::drop, "goal.drop", Icon::ban});
  }
  entries.push_back({Does::remove, "action.delete", Icon::trash_2});
  return entries;
}

void print_goal(ScreenContext& screen, const Goal& goal, const GoalStatus& status, GoalDetailState& state, Intents& intents) {
  const std::string_view stands = screen.tr(chip_of(goal, status.outlook).key);
  const ForecastCheck check = status.forecast ? check_of(screen, goal, state) : ForecastCheck();
  intents.tasks.push_back(PrintDocument{goal_report_html(screen.view, goal, status, check, stands, screen.language, screen.formats)});
}

void draw_menu(ScreenContext& screen, const Rect& rect, const Goal& goal, const GoalStatus& status, GoalDetailState& state, Intents& intents) {
  const auto entries = menu_entries(goal);
  std::vector<ui::MenuItem> items;
  for (const MenuEntry& entry : entries) {
    const bool is_removal = entry.does == MenuEntry::Does::remove;
    items.push_back({.label = screen.tr(entry.key), .icon = entry.icon, .separator_before = is_removal, .danger = is_removal});
  }
  const int chosen = ui::more_menu(screen.ui, rect, screen.tr("action.more"), items);
  if (chosen < 0) return;
  switch (entries[static_cast<std::size_t>(chosen)].does) {
    case MenuEntry::Does::print: print_goal(screen, goal, status, state, intents); break;
    case MenuEntry::Does::finish: intents.edits.push_back(set_goal_state(goal, GoalState::done)); break;
    case MenuEntry::Does::drop: intents.edits.push_back(set_goal_state(goal, GoalState::dropped)); break;
    case MenuEntry::Does::reopen:
      intents.edits.push_back(set_goal_state(goal, agreement_of(screen.view, goal).is_complete() ? GoalState::agreed : GoalState::proposed));
      break;
    case MenuEntry::Does::remove: state.asks_delete = true; break;
  }
}

void draw_head(ScreenContext& screen, Rect& area, const Goal& goal, const GoalStatus& status, GoalDetailState& state, GoalEditorState& editor,
               Intents& intents) {
  auto& ui = screen.ui;
  Rect row = area.cut_top(kControl);
  row.width += 8;   // the cross itself, not the square around it, stands on the margin
  // On phones the page's header has the way back already.
  if (!ui.phone() && ui::icon_button_right(ui, row, Icon::x, screen.tr("action.close"))) intents.go = Route{Page::goals, {}, screen.route.tab};
  if (ui::icon_button_right(ui, row, Icon::pencil, screen.tr("action.edit"))) open_goal(screen, editor, goal);
  draw_menu(screen, row.cut_right(kControl), goal, status, state, intents);
  const StateChip chip = chip_of(goal, status.outlook);
  ui::chip(ui, row, screen.tr(chip.key), chip.tone, chip.icon);
  area.skip(8);
  area.skip(ui.long_heading(area, 2, kTitle, ui.c.ink, goal.title.empty() ? screen.tr("common.unnamed") : std::string_view(goal.title)) + 8);
}

void draw_facts(ScreenContext& screen, Rect& area, const Goal& goal, Intents& intents) {
  auto& ui = screen.ui;
  Rect row = area.cut_top(24);
  const std::string& name = screen.view.name_of(goal.owner);
  std::string facts;
  const auto add = [&](const std::string& text) { facts += (facts.empty() && name.empty() ? "" : "  ·  ") + text; };
  if (!name.empty()) {
    ui::avatar(ui, row.cut_left(28), person_number(goal.owner), name, 20);
    const ui::LinkOptions link{.colour = ui.c.ink2};
    const float width = ui::link_width(ui, name, link);
    if (ui::link(ui, row, name, link)) intents.go = Route{Page::person, goal.owner, "goals"};
    row.cut_left(std::min(row.width, width));
  }
  if (const Unit* unit = screen.view.find(goal.unit)) add(unit->name);
  if (goal.weight_percent > 0) add(screen.tr("common.percent_weight", {{"percent", screen.formats.quantity(goal.weight_percent, "%")}}));
  if (goal.due_day) add(screen.tr("common.due_day", {{"date", screen.formats.short_date(*goal.due_day)}}));
  ui.text(row, ui::type::body, ui.c.ink2, facts);
  if (const Goal* parent = screen.view.find(goal.parent)) {
    const ui::LinkOptions link{.style = ui::type::body, .icon = Icon::corner_down_left, .key = "parent"};
    if (ui::link(ui, area.cut_top(24), parent->title, link)) intents.go = Route{Page::goals, parent->id, screen.route.tab};
  }
  if (goal.description.empty()) return;
  area.skip(8);
  area.skip(ui.paragraph(area, ui::type::body, ui.c.ink2, goal.description));
}

/// Adding a value, proposing and agreeing: what is next for this goal.
void draw_steps(ScreenContext& screen, Rect& area, const Goal& goal, GoalDetailState& state, Intents& intents) {
  auto& ui = screen.ui;
  if (state.draft.is_open) {
    intents.add(draw_progress_form(screen, area, goal, state.draft));
    return;
  }
  const bool may_say_yes = may_agree(screen.view, goal, screen.view.me);
  const bool may_propose = goal.state == GoalState::draft && !may_say_yes;
  area.skip(16);
  const float height = ui.control_height();
  Rect row = area.cut_top(height);
  if (may_say_yes && ui::button_left(ui, row, screen.tr("goal.agree"), {.icon = Icon::check, .height = height}))
    intents.edits.push_back(agree_goal(screen.view, goal, screen.view.me));
  if (may_propose && ui::button_left(ui, row, screen.tr("goal.propose"), {.icon = Icon::arrow_right, .height = height}))
    intents.edits.push_back(propose_goal(screen.view, goal, screen.view.me));
  const std::string_view add = screen.tr(is_measured_in_numbers(goal) ? "goal.add_value" : "goal.add_comment");
  if (goal.state != GoalState::dropped && ui::button_left(ui, row, add, {.icon = Icon::plus, .height = height})) state.draft = {.is_open = true};
}

/// "Accepted by Mara · Agreed by David", or for whom it waits.
void draw_agreement(ScreenContext& screen, Rect& area, const Goal& goal) {
  auto& ui = screen.ui;
  if (goal.state == GoalState::dropped) return;
  const GoalAgreement agreement = agreement_of(screen.view, goal);
  const auto line = [&](Id<Person> person, bool has_agreed, std::string_view key) {
    if (!person) return;
    const std::string& name = screen.view.name_of(person);
    ui::icon_line(ui, area.cut_top(22), has_agreed ? Icon::circle_check : Icon::hourglass, screen.tr(has_agreed ? key : "goal.waits_for", {{"name", name}}),
                  has_agreed ? ui.c.ink2 : ui.c.warn, ui::type::caption, 14);
  };
  line(agreement.owner, agreement.has_owner_agreed, "goal.agreed_by_owner");
  line(agreement.manager, agreement.has_manager_agreed, "goal.agreed_by_manager");
}

void draw_rule(ScreenContext& screen, Rect& area) {
  area.skip(18);
  screen.ui.hairline(area.x, area.y, area.width);
  area.skip(16);
}

void ask_delete(ScreenContext& screen, const Goal& goal, GoalDetailState& state, Intents& intents) {
  if (!state.asks_delete) return;
  const int below = static_cast<int>(screen.view.goals_under(goal.id).size());
  const std::string text = screen.tr("goals.delete_body", {{"count", below}});
  const auto result = ui::confirm(screen.ui, "delete-goal", {.title = screen.tr("goals.delete_title"), .text = text, .confirm = screen.tr("action.delete"),
                                                             .cancel = screen.tr("action.cancel"), .danger = true});
  if (result == ui::Dialog::Result::none) return;
  state.asks_delete = false;
  if (result != ui::Dialog::Result::confirmed) return;
  intents.edits.push_back(delete_goal(screen.view, goal));
  intents.go = Route{Page::goals, {}, screen.route.tab};
}

}  // namespace

Intents draw_goal_detail(ScreenContext& screen, const Rect& area, const Goal& goal, GoalStatuses& statuses, GoalDetailState& state, GoalEditorState& editor) {
  Intents intents;
  auto& ui = screen.ui;
  if (state.shown != goal.id) {
    state = {};
    state.shown = goal.id;
  }
  const GoalStatus& status = statuses.of(screen.view, goal);
  const ui::Group region(ui, MirrorRole::complementary, area, goal.title);
  const ui::IdScope scope(ui, RecordId(goal.id).high);
  ui::ScrollArea scroll(ui, area, "detail", goal.title);
  const float side = ui.phone() ? kPhonePadding : kDetailPadding;
  Rect content = scroll.content().inset(side, ui.phone() ? 12 : 20);
  draw_head(screen, content, goal, status, state, editor, intents);
  draw_facts(screen, content, goal, intents);
  content.skip(20);
  draw_goal_figures(screen, content, goal, status);
  intents.add(draw_goal_marks(screen, content, goal));
  draw_goal_chart(screen, content, goal, status, state);
  draw_goal_terms_link(screen, content, status, state);
  draw_steps(screen, content, goal, state, intents);
  draw_rule(screen, content);
  draw_smart_check(screen, content, goal);
  content.skip(4);
  draw_agreement(screen, content, goal);
  draw_rule(screen, content);
  intents.add(draw_goal_log(screen, content, goal, state.is_log_open));
  ask_delete(screen, goal, state, intents);
  draw_goal_terms(screen, goal, status, state, intents);
  return intents;
}

}  // namespace fullcircle
