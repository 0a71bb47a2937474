#include "ui/screens/goals_screen.h"

#include <algorithm>
#include <array>

#include "ui/screens/goal_table.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/form.h"
#include "ui/widgets/progress_bar.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/shell.h"
#include "ui/widgets/states.h"
#include "ui/widgets/text_field.h"

namespace fullcircle {
namespace {

using namespace ui::metrics;

/// Below this width the detail takes the place of the list instead of standing beside it.
constexpr float kBesideFrom = 900;
constexpr std::array<std::string_view, 3> kTabs{"", "list", "by-person"};

GoalArrangement arrangement_of(std::string_view tab) {
  for (std::size_t i = 1; i < kTabs.size(); ++i)
    if (tab == kTabs[i]) return static_cast<GoalArrangement>(i);
  return GoalArrangement::tree;
}

Id<ReviewCycle> shown_cycle(const ScreenContext& screen, const GoalsState& state) {
  if (state.cycle) return *state.cycle;
  const ReviewCycle* current = screen.view.current_cycle();
  return current ? current->id : Id<ReviewCycle>();
}

const std::vector<GoalRow>& rows_of(ScreenContext& screen, GoalsState& state, GoalArrangement arrangement) {
  state.filter.cycle = shown_cycle(screen, state);
  const GoalQuestion question{arrangement, state.filter, state.order, state.table.descending, state.folded};
  return state.rows.get(screen.view, question, [&] {
    return arrange_goals(screen.view, state.statuses, question, [&](std::string_view text) { return screen.text.search_key(text); });
  });
}

void draw_cycle_select(ScreenContext& screen, Rect& bar, GoalsState& state) {
  std::vector<Id<ReviewCycle>> ids{Id<ReviewCycle>()};
  std::vector<ui::Choice> choices{{.label = screen.tr("goals.all_cycles")}};
  for (const ReviewCycle& cycle : screen.view.table<ReviewCycle>().alive()) {
    ids.push_back(cycle.id);
    choices.push_back({.label = cycle.name});
  }
  if (ids.size() == 1) return;
  int chosen = static_cast<int>(std::ranges::find(ids, shown_cycle(screen, state)) - ids.begin());
  const ui::SelectOptions options{.as_button = true};
  const float width = std::min(200.0f, ui::select_width(screen.ui, choices, chosen, options));
  const Rect place = bar.cut_right(width).middle(kControl);
  bar.cut_right(8);
  if (ui::select(screen.ui, place, screen.language.label_of<Goal>("cycle"), choices, chosen, options) && chosen >= 0)
    state.cycle = ids[static_cast<std::size_t>(chosen)];
}

void draw_filter(ScreenContext& screen, const Rect& anchor, GoalsState& state) {
  auto& ui = screen.ui;
  ui::Popover popover(ui, anchor, "filter", state.is_filter_open,
                      {.width = 300, .align = ui::Align::right, .name = screen.tr("goals.filter"), .opener = ui::button_id(ui, screen.tr("goals.filter"))});
  Rect body = popover.body();
  GoalFilter& filter = state.filter;
  ui::search_field(ui, body.cut_top(kControl), screen.tr("goals.filter_text"), filter.text, {.placeholder = screen.tr("goals.filter_text")});
  body.skip(16);
  const PersonChoices& people = state.people.get(screen.view, [&] { return compute_person_choices(screen.view, screen.text); });
  const std::string_view person = screen.tr("goals.filter_person");
  person_field(screen, ui::form_row(ui, body, person), person, people, filter.owner, screen.tr("common.all"));
  if (screen.view.me) {
    bool is_mine = filter.owner == screen.view.me;
    if (ui::checkbox(ui, body.cut_top(28), screen.tr("goals.filter_mine"), is_mine)) filter.owner = is_mine ? screen.view.me : Id<Person>();
  }
  ui::checkbox(ui, body.cut_top(28), screen.tr("goals.filter_attention"), filter.needs_attention);
  ui::checkbox(ui, body.cut_top(28), screen.tr("goals.filter_dropped"), filter.with_dropped);
  if (!filter.narrows() && !filter.with_dropped) return;
  body.skip(8);
  if (ui::button(ui, body.cut_top(kControl), screen.tr("action.clear"))) filter = {};
}

void draw_toolbar(ScreenContext& screen, Rect& area, GoalsState& state, GoalArrangement arrangement, Intents& intents) {
  auto& ui = screen.ui;
  Rect row = area.cut_top(kSegmented);
  const ui::ButtonOptions button{.icon = Icon::list_filter, .toggled = state.filter.narrows(), .toggle = true, .opens_menu = true,
                                 .open = state.is_filter_open};
  const float button_width = ui::button_width(ui, screen.tr("goals.filter"), button);
  const Rect anchor{row.right() - button_width, row.y, button_width, row.height};
  if (ui::button_right(ui, row, screen.tr("goals.filter"), button, 20)) state.is_filter_open = !state.is_filter_open;
  const std::array<ui::Segment, 3> segments{{{screen.tr("goals.tab_tree")}, {screen.tr("goals.tab_list")}, {screen.tr("goals.tab_by_person")}}};
  int chosen = static_cast<int>(arrangement);
  if (ui::segmented(ui, row, screen.tr("goals.title"), segments, chosen))
    intents.go = Route{Page::goals, screen.route.record, std::string(kTabs[static_cast<std::size_t>(chosen)])};
  if (row.width > ui::segmented_width(ui, segments) + ui.text_width(ui::type::caption, screen.tr("home.forecast_at_due")) + 48)
    ui::reference_legend_right(ui, row, screen.tr("home.forecast_at_due"));
  if (state.is_filter_open) draw_filter(screen, anchor, state);
  area.skip(ui.phone() ? 12 : 10);
}

void draw_empty(ScreenContext& screen, Rect area, GoalsState& state) {
  area.skip(24);
  if (state.filter.narrows()) {
    if (ui::empty_state(screen.ui, area, screen.tr("goals.filter_empty"), {.action = screen.tr("action.clear")})) state.filter = {};
    return;
  }
  const ReviewCycle* cycle = screen.view.find(state.filter.cycle);
  const std::string title = cycle ? screen.tr("goals.empty", {{"cycle", cycle->name}}) : std::string(screen.tr("goals.empty_any"));
  if (ui::empty_state(screen.ui, area, title, {.text = screen.tr("goals.empty_how"), .action = screen.tr("goals.new"), .icon = Icon::plus}))
    open_new_goal(screen, state.editor, state.filter.cycle);
}

/// A goal that was opened from elsewhere, or has just been written, is brought into view once: unfolded and scrolled to.
void reveal_open_goal(ScreenContext& screen, const ui::ScrollArea& scroll, const Rect& table, GoalsState& state, const std::vector<GoalRow>& rows) {
  if (state.revealed == screen.route.record) return;
  const Goal* goal = screen.view.find(Id<Goal>(screen.route.record));
  const auto row = std::ranges::find_if(rows, [&](const GoalRow& each) { return each.goal == goal; });
  if (goal && row == rows.end()) {
    std::size_t unfolded = state.folded.erase(goal->owner);
    // A ring of goals that support each other has no top: no more steps than goals are folded.
    std::size_t steps = state.folded.size();
    for (const Goal* at = screen.view.find(goal->parent); at && steps-- > 0; at = screen.view.find(at->parent)) unfolded += state.folded.erase(at->id);
    if (unfolded > 0) {
      screen.ui.frame.redraw();
      return;
    }
  }
  state.revealed = screen.route.record;
  if (!goal || row == rows.end()) return;
  const Rect place = goal_row_place(screen, table, static_cast<std::size_t>(row - rows.begin()));
  const Rect& view = scroll.viewport();
  if (place.y >= view.y + kTableHead && place.bottom() <= view.bottom()) return;
  screen.ui.frame.scroll_to(scroll.id(), {0, std::max(0.0f, place.y - scroll.content().y - view.height / 2)});
}

void draw_list(ScreenContext& screen, const Rect& area, GoalsState& state, Intents& intents) {
  auto& ui = screen.ui;
  const GoalArrangement arrangement = arrangement_of(screen.route.tab);
  ui::ScrollArea scroll(ui, area, "goals", screen.tr("goals.title"));
  Rect content = scroll.content().inset(ui.phone() ? kPhonePadding : kContentPadding, ui.phone() ? 12 : 20);
  if (!ui.phone() && area.width < kContentPadding * 2 + 700) content.width += 12;  // beside the panel the design keeps 28 at the right
  draw_toolbar(screen, content, state, arrangement, intents);
  const auto& rows = rows_of(screen, state, arrangement);
  if (rows.empty()) {
    draw_empty(screen, content, state);
    return;
  }
  reveal_open_goal(screen, scroll, content, state, rows);
  intents.add(draw_goal_table(screen, content, state, arrangement, rows));
}

/// The detail in place of the list, with a way back.
void draw_detail_page(ScreenContext& screen, Rect area, const Goal& goal, GoalsState& state, Intents& intents) {
  auto& ui = screen.ui;
  bool went_back = false;
  if (ui.phone()) {
    ui::phone_header(ui, area, screen.tr("goals.title"), screen.tr("action.back"), went_back);
  } else {
    const std::array<std::string_view, 2> parts{screen.tr("goals.title"), goal.title};
    int clicked = -1;
    ui::top_bar_path(ui, area, parts, clicked);
    went_back = clicked == 0;
  }
  if (went_back) intents.go = Route{Page::goals, {}, screen.route.tab};
  intents.add(draw_goal_detail(screen, area, goal, state.statuses, state.detail, state.editor));
}

/// A tree begins with the goals of the organisation, the units and the people directly under them; what supports those is one click away.
void fold_to_begin_with(const ScreenContext& screen, GoalsState& state) {
  const Workspace* workspace = screen.view.workspace();
  if (!workspace || state.folded_for == workspace->id) return;
  state.folded_for = workspace->id;
  for (const Goal& goal : screen.view.table<Goal>().alive())
    if (goal.level == GoalLevel::person && screen.view.find(goal.parent) && !screen.view.goals_under(goal.id).empty()) state.folded.insert(goal.id);
}

bool new_goal_button(ScreenContext& screen, Rect& bar) {
  return ui::button_right(screen.ui, bar, screen.tr("goals.new"), {.kind = ui::ButtonKind::primary, .icon = Icon::plus});
}

}  // namespace

Intents draw_goals(ScreenContext& screen, Rect area, GoalsState& state) {
  Intents intents;
  auto& ui = screen.ui;
  fold_to_begin_with(screen, state);
  const Goal* goal = screen.view.find(Id<Goal>(screen.route.record));
  if (screen.route.tab == "new") {
    open_new_goal(screen, state.editor, shown_cycle(screen, state));
    intents.go = Route{Page::goals, screen.route.record, {}};
  }
  const bool is_beside = area.width >= kBesideFrom;
  if (goal && !is_beside) {
    draw_detail_page(screen, area, *goal, state, intents);
  } else {
    Rect bar;
    if (ui.phone()) {
      bool went_back = false;
      bar = ui::phone_header(ui, area, screen.tr("goals.title"), {}, went_back);
    } else {
      bar = ui::top_bar(ui, area, screen.tr("goals.title"));
    }
    if (new_goal_button(screen, bar)) open_new_goal(screen, state.editor, shown_cycle(screen, state));
    if (!ui.phone()) draw_cycle_select(screen, bar, state);
    const Rect panel = goal ? ui::detail_panel(ui, area) : Rect{};
    draw_list(screen, area, state, intents);
    if (goal) intents.add(draw_goal_detail(screen, panel, *goal, state.statuses, state.detail, state.editor));
  }
  intents.add(draw_goal_editor(screen, state.editor));
  return intents;
}

}  // namespace fullcircle
