#include "ui/screens/goal_editor.h"

#include <algorithm>

#include "app/queries/goal_tree.h"
#include "ui/screens/goal_fields.h"
#include "ui/screens/goal_smart.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/surface.h"

namespace fullcircle {
namespace {

constexpr double kWholeWeight = 100;

constexpr float kDialogWidth = 940, kAsideWidth = 264, kAsideGap = 32;

GoalEditorChoices compute_choices(ScreenContext& screen, const Goal& draft) {
  GoalEditorChoices choices;
  const ModelView& view = screen.view;
  choices.people = compute_person_choices(view, screen.text);
  for (const Unit& unit : view.table<Unit>().alive()) {
    choices.unit_ids.push_back(unit.id);
    choices.units.push_back({.label = unit.name, .icon = Icon::building_2});
  }
  for (const ReviewCycle& cycle : view.table<ReviewCycle>().alive()) {
    choices.cycle_ids.push_back(cycle.id);
    choices.cycles.push_back({.label = cycle.name});
  }
  for (const Goal* parent : possible_parents(view, draft)) {
    choices.parent_ids.push_back(parent->id);
    const Icon icon = parent->level == GoalLevel::organisation ? Icon::flag : parent->level == GoalLevel::unit ? Icon::building_2 : Icon::target;
    choices.parents.push_back({.label = parent->title, .caption = view.name_of(parent->owner), .icon = icon});
  }
  return choices;
}

/// What a new goal most often supports: the goal of the team that is open, or what the person's goal that is open supports.
Id<Goal> supported_goal(const ScreenContext& screen) {
  const Goal* open = screen.route.page == Page::goals ? screen.view.find(Id<Goal>(screen.route.record)) : nullptr;
  if (!open) return {};
  return open->level == GoalLevel::person ? open->parent : open->id;
}

/// What would be saved now.
Edit edit_of(const GoalEditorState& state) {
  Edit edit(state.is_new ? "edit.goal.create" : "edit.goal.change");
  if (state.is_new) edit.create(state.draft);
  else edit.update(state.before, state.draft);
  return edit;
}

bool has_changes(const GoalEditorState& state) {
  Edit edit;
  edit.update(state.before, state.draft);
  return std::ranges::any_of(edit.records(), [](const RecordEdit& record) { return !record.fields.empty(); });
}

/// A goal with figures of another kind keeps none of them, so that they do not come back unseen.
void drop_unused_figures(Goal& goal) {
  const bool is_range = goal.kind == GoalKind::range;
  const bool is_single = !is_range && goal.kind != GoalKind::milestones && goal.kind != GoalKind::yes_no;
  if (!is_range) goal.range_low = goal.range_high = goal.tolerance = std::nullopt;
  if (!is_single) goal.baseline = goal.target = std::nullopt;
  if (goal.kind != GoalKind::milestones) goal.milestones.clear();
  if (goal.kind != GoalKind::yes_no) goal.is_reached.reset();
  std::erase_if(goal.milestones, [](const Milestone& milestone) { return milestone.title.empty(); });
}

void close(GoalEditorState& state) { state = {}; }

void save(ScreenContext& screen, GoalEditorState& state, Intents& intents) {
  state.was_tried = true;
  if (state.draft.title.find_first_not_of(' ') == std::string::npos) return;
  drop_unused_figures(state.draft);
  if (state.is_new || has_changes(state)) intents.edits.push_back(edit_of(state));
  const bool keeps_tab = screen.route.page == Page::goals && screen.route.tab != "new";
  if (state.is_new) intents.go = Route{Page::goals, state.draft.id, keeps_tab ? screen.route.tab : std::string()};
  close(state);
}

void ask_discard(ScreenContext& screen, GoalEditorState& state) {
  const auto result = ui::confirm(screen.ui, "discard-goal", {.title = screen.tr("dialog.discard_title"), .text = screen.tr("dialog.discard_body"),
                                                              .confirm = screen.tr("dialog.discard"), .cancel = screen.tr("dialog.keep_editing"), .danger = true});
  if (result == ui::Dialog::Result::none) return;
  state.asks_discard = false;
  if (result == ui::Dialog::Result::confirmed) close(state);
}

/// The check stays in view while the form scrolls beside it.
void draw_aside(ScreenContext& screen, Rect aside, const Goal& goal) {
  aside.y = screen.ui.clip().y;
  screen.ui.fill(aside.with_height(screen.ui.clip().height - 4), screen.ui.c.subtle, ui::metrics::kRadiusSheet);
  Rect inside = aside.inset(18, 18);
  draw_smart_check(screen, inside, goal);
}

void draw_form(ScreenContext& screen, Rect body, GoalEditorState& state) {
  const GoalEditorChoices& choices = state.choices.get(screen.view, state.draft.id, [&] { return compute_choices(screen, state.draft); });
  const bool has_aside = body.width > 700;
  if (has_aside) {
    const Rect aside = body.cut_right(kAsideWidth);
    body.cut_right(kAsideGap);
    draw_aside(screen, aside, state.draft);
  }
  draw_goal_place(screen, body, state, choices);
  draw_goal_measure(screen, body, state.draft);
  follow_template(screen, state);
  draw_goal_plan(screen, body, state.draft, choices);
  draw_goal_notes(screen, body, state.draft);
  if (!has_aside) draw_smart_check(screen, body, state.draft);
}

}  // namespace

void open_new_goal(const ScreenContext& screen, GoalEditorState& state, Id<ReviewCycle> cycle) {
  state = {};
  state.is_open = state.is_new = true;
  state.templates = shipped_templates(screen.language.code());
  Goal& goal = state.draft;
  goal.id = Id<Goal>(screen.new_id());
  goal.owner = screen.view.me;
  if (const Person* owner = screen.view.find(goal.owner)) goal.unit = owner->unit;
  goal.cycle = cycle;
  goal.start_day = screen.view.today;
  goal.weight_percent = kWholeWeight;  // all alike until somebody weighs them: a goal of weight 0 would not count
  goal.parent = supported_goal(screen);
  state.before = goal;
}

void open_goal(const ScreenContext& screen, GoalEditorState& state, const Goal& goal) {
  state = {};
  state.is_open = true;
  state.templates = shipped_templates(screen.language.code());
  state.before = state.draft = goal;
}

Intents draw_goal_editor(ScreenContext& screen, GoalEditorState& state) {
  Intents intents;
  if (!state.is_open) return intents;
  ui::Dialog::Result result{};
  {
    ui::Dialog dialog(screen.ui, "goal-editor", form_dialog(screen, screen.tr(state.is_new ? "goal.new_title" : "goal.edit_title"), screen.tr("goal.save"), kDialogWidth));
    draw_form(screen, dialog.body(), state);
    result = dialog.result();
  }
  if (state.asks_discard) {
    ask_discard(screen, state);
    return intents;
  }
  if (result == ui::Dialog::Result::confirmed) save(screen, state, intents);
  if (result == ui::Dialog::Result::cancelled) {
    if (has_changes(state)) state.asks_discard = true;
    else close(state);
  }
  return intents;
}

}  // namespace fullcircle
