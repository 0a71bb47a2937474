#include "ui/screens/goal_fields.h"

#include <algorithm>

#include "ui/widgets/button.h"
#include "ui/widgets/form.h"
#include "ui/widgets/text_field.h"

namespace fullcircle {
namespace {

constexpr float kColumnGap = 16;

/// Fields side by side, one under the other on phones. Use `next()` for each column's area, then `finish()`.
class FieldRow {
 public:
  FieldRow(const ScreenContext& screen, Rect& area, std::size_t count)
      : area_(area), top_(area), bottom_(area.y), count_(count), is_stacked_(screen.ui.phone()) {}
  ~FieldRow() { area_.skip(bottom_ - area_.y); }
  FieldRow(const FieldRow&) = delete;
  FieldRow& operator=(const FieldRow&) = delete;

  /// Draws one field: `draw(column)` cuts it from the top of `column`.
  template <class Draw>
  void field(Draw&& draw) {
    Rect column = is_stacked_ ? top_ : top_.column(index_++, count_, kColumnGap);
    draw(column);
    if (is_stacked_) top_ = column;
    bottom_ = std::max(bottom_, column.y);
  }

 private:
  Rect& area_;
  Rect top_;
  float bottom_;
  std::size_t count_, index_ = 0;
  bool is_stacked_;
};

std::string_view label(const ScreenContext& screen, std::string_view field) { return screen.language.label_of<Goal>(field); }

void text_row(ScreenContext& screen, Rect& area, std::string_view field, std::string& value, std::string_view placeholder = {}) {
  const Rect place = ui::form_row(screen.ui, area, label(screen, field));
  ui::text_field(screen.ui, place, label(screen, field), value, {.placeholder = placeholder, .spell_check = true});
}

void figure_row(ScreenContext& screen, Rect& area, std::string_view field, std::optional<double>& value, std::string_view unit, double minimum = -1e15,
                double maximum = 1e15) {
  number_row(screen, area, label(screen, field), value, {.most_decimals = 4, .minimum = minimum, .maximum = maximum, .unit = unit});
}

void area_row(ScreenContext& screen, Rect& area, std::string_view name, std::string& value, std::string_view hint = {}) {
  const ui::FormRowOptions row{.hint = hint};
  const Rect field = ui::form_row_begin(screen.ui, area, name, row);
  const auto written = ui::text_area(screen.ui, field, name, value, {.field = {.hint = hint, .spell_check = true}, .least_lines = 2});
  ui::form_row_end(screen.ui, area, written.height, row);
}

/// A list of records to choose one from; the empty choice first.
template <class Entity>
void record_row(ScreenContext& screen, Rect& area, std::string_view name, const std::vector<Id<Entity>>& ids, const std::vector<ui::Choice>& choices,
                Id<Entity>& value, std::string_view none) {
  const auto found = std::ranges::find(ids, value);
  int chosen = found == ids.end() ? -1 : static_cast<int>(found - ids.begin());
  ui::SelectOptions options;
  options.placeholder = none;
  options.none = none;
  constexpr std::size_t kSearchFrom = 8;
  if (ids.size() >= kSearchFrom) options.search = screen.tr("action.search");
  options.nothing_found = screen.tr("common.nothing_found");
  if (ui::select(screen.ui, ui::form_row(screen.ui, area, name), name, choices, chosen, options))
    value = chosen < 0 ? Id<Entity>() : ids[static_cast<std::size_t>(chosen)];
}

void group_head(ScreenContext& screen, Rect& area, std::string_view key) {
  area.skip(8);
  screen.ui.hairline(area.x, area.y, area.width);
  area.skip(16);
  screen.ui.heading(area.cut_top(24), 3, ui::type::group, screen.ui.c.ink, screen.tr(key));
  area.skip(10);
}

void draw_template(ScreenContext& screen, Rect& area, GoalEditorState& state) {
  std::vector<ui::Choice> choices;
  for (const KpiTemplate& kpi : state.templates.kpis) choices.push_back({.label = kpi.metric, .caption = kpi.measure_unit});
  const ui::SelectOptions options{.placeholder = screen.tr("common.none"), .none = screen.tr("common.none")};
  if (!ui::select(screen.ui, ui::form_row(screen.ui, area, screen.tr("goal.template")), screen.tr("goal.template"), choices, state.kpi, options)) return;
  if (state.kpi < 0) return;
  const KpiTemplate& kpi = state.templates.kpis[static_cast<std::size_t>(state.kpi)];
  const Goal made = make_goal(kpi, state.draft.id, {});
  state.draft.kind = made.kind;
  state.draft.metric = made.metric;
  state.draft.measure_unit = made.measure_unit;
  state.draft.scope_note = made.scope_note;
  state.draft.source_note = made.source_note;
  state.written_title = state.draft.title;  // choosing a template is asking for its title
}

void draw_milestones(ScreenContext& screen, Rect& area, Goal& goal) {
  auto& ui = screen.ui;
  ui.text(area.cut_top(20), ui::type::control, ui.c.ink, screen.tr("goal.milestones"));
  area.skip(6);
  std::optional<std::size_t> removed;
  for (std::size_t i = 0; i < goal.milestones.size(); ++i) {
    const ui::IdScope scope(ui, i);
    Rect row = area.cut_top(ui.control_height());
    area.skip(8);
    if (ui::icon_button_right(ui, row, Icon::x, screen.tr("action.remove"))) removed = i;
    std::optional<double> weight = goal.milestones[i].weight;
    const Rect weight_place = row.cut_right(84);
    row.cut_right(8);
    ui::text_field(ui, row, screen.tr("goal.milestone_title"), goal.milestones[i].title, {.placeholder = screen.tr("goal.milestone_title")});
    const ui::NumberOptions options{.minimum = 0, .maximum = 1000};
    const auto typed = number_field(screen, weight_place, screen.tr("common.weight"), weight, options);
    if (typed.changed) goal.milestones[i].weight = weight.value_or(1);
    if (typed.wrong) area.skip(ui.paragraph(area, ui::type::caption, ui.c.bad, number_expected(screen, options)) + 8);
  }
  if (removed) goal.milestones.erase(goal.milestones.begin() + static_cast<std::ptrdiff_t>(*removed));
  Rect row = area.cut_top(ui::metrics::kControl);
  if (ui::button_left(ui, row, screen.tr("goal.milestone_add"), {.icon = Icon::plus})) goal.milestones.push_back({});
  area.skip(16);
}

void draw_range(ScreenContext& screen, Rect& area, Goal& goal) {
  FieldRow row(screen, area, 4);
  row.field([&](Rect& column) { figure_row(screen, column, "rangeLow", goal.range_low, goal.measure_unit); });
  row.field([&](Rect& column) { figure_row(screen, column, "rangeHigh", goal.range_high, goal.measure_unit); });
  row.field([&](Rect& column) { figure_row(screen, column, "tolerance", goal.tolerance, goal.measure_unit, 0); });
  row.field([&](Rect& column) { text_row(screen, column, "measureUnit", goal.measure_unit, screen.tr("goal.unit_example")); });
}

void draw_values(ScreenContext& screen, Rect& area, Goal& goal) {
  FieldRow row(screen, area, 3);
  const bool has_baseline = goal.kind == GoalKind::higher || goal.kind == GoalKind::lower;
  if (has_baseline) row.field([&](Rect& column) { figure_row(screen, column, "baseline", goal.baseline, goal.measure_unit); });
  row.field([&](Rect& column) { figure_row(screen, column, "target", goal.target, goal.measure_unit); });
  if (goal.kind == GoalKind::maintain) {
    row.field([&](Rect& column) {
      enum_field(screen, ui::form_row(screen.ui, column, label(screen, "direction")), label(screen, "direction"), goal.direction);
    });
  }
  row.field([&](Rect& column) { text_row(screen, column, "measureUnit", goal.measure_unit, screen.tr("goal.unit_example")); });
}

}  // namespace

void follow_template(const ScreenContext& screen, GoalEditorState& state) {
  if (state.kpi < 0 || state.draft.title != state.written_title) return;
  const KpiTemplate& kpi = state.templates.kpis[static_cast<std::size_t>(state.kpi)];
  const std::string shown = state.draft.target ? screen.formats.quantity(*state.draft.target, kpi.measure_unit) : "…";
  state.draft.title = state.written_title = make_goal(kpi, state.draft.id, shown).title;
}

void draw_goal_place(ScreenContext& screen, Rect& area, GoalEditorState& state, const GoalEditorChoices& choices) {
  auto& ui = screen.ui;
  Goal& goal = state.draft;
  if (state.is_new && !state.templates.kpis.empty()) draw_template(screen, area, state);
  const auto error = state.was_tried && goal.title.empty() ? screen.tr("goal.title_missing") : std::string_view();
  ui::text_field(ui, ui::form_row(ui, area, label(screen, "title"), {.error = error, .required = true}), label(screen, "title"), goal.title,
                 {.error = error, .required = true, .spell_check = true});
  {
    FieldRow row(screen, area, 2);
    row.field([&](Rect& column) { enum_field(screen, ui::form_row(ui, column, label(screen, "level")), label(screen, "level"), goal.level); });
    row.field([&](Rect& column) {
      person_field(screen, ui::form_row(ui, column, label(screen, "owner")), label(screen, "owner"), choices.people, goal.owner, screen.tr("common.nobody"));
    });
  }
  FieldRow row(screen, area, 2);
  row.field([&](Rect& column) {
    record_row(screen, column, label(screen, "parent"), choices.parent_ids, choices.parents, goal.parent, screen.tr("goal.parent_none"));
  });
  row.field([&](Rect& column) { record_row(screen, column, label(screen, "unit"), choices.unit_ids, choices.units, goal.unit, screen.tr("common.none")); });
}

void draw_goal_measure(ScreenContext& screen, Rect& area, Goal& goal) {
  group_head(screen, area, "goal.group_measure");
  {
    FieldRow row(screen, area, 2);
    row.field([&](Rect& column) { enum_field(screen, ui::form_row(screen.ui, column, label(screen, "kind")), label(screen, "kind"), goal.kind); });
    row.field([&](Rect& column) { text_row(screen, column, "metric", goal.metric); });
  }
  switch (goal.kind) {
    case GoalKind::milestones: return draw_milestones(screen, area, goal);
    case GoalKind::range: return draw_range(screen, area, goal);
    case GoalKind::yes_no: return;
    default: return draw_values(screen, area, goal);
  }
}

void draw_goal_plan(ScreenContext& screen, Rect& area, Goal& goal, const GoalEditorChoices& choices) {
  group_head(screen, area, "goal.group_plan");
  {
    FieldRow row(screen, area, 3);
    row.field([&](Rect& column) {
      std::optional<double> weight = goal.weight_percent;
      figure_row(screen, column, "weight", weight, "%", 0, 1000);
      goal.weight_percent = weight.value_or(0);
    });
    row.field([&](Rect& column) { day_row(screen, column, label(screen, "start"), goal.start_day); });
    row.field([&](Rect& column) { day_row(screen, column, label(screen, "due"), goal.due_day); });
  }
  area.skip(screen.ui.paragraph(area.moved(0, -8), ui::type::caption, screen.ui.c.ink3, screen.tr("goal.weight_hint")) + 4);
  record_row(screen, area, label(screen, "cycle"), choices.cycle_ids, choices.cycles, goal.cycle, screen.tr("goals.all_cycles"));
}

void draw_goal_notes(ScreenContext& screen, Rect& area, Goal& goal) {
  group_head(screen, area, "goal.group_notes");
  area_row(screen, area, label(screen, "scopeNote"), goal.scope_note);
  area_row(screen, area, label(screen, "sourceNote"), goal.source_note);
  area_row(screen, area, label(screen, "feasibilityNote"), goal.feasibility_note);
  area_row(screen, area, label(screen, "relevanceNote"), goal.relevance_note);
  area_row(screen, area, label(screen, "description"), goal.description);
}

}  // namespace fullcircle
