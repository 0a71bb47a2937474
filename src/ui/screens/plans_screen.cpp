#include "ui/screens/plans_screen.h"

#include <algorithm>
#include <array>

#include "app/commands/plan_commands.h"
#include "ui/screens/goal_parts.h"
#include "ui/screens/list_order.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/form.h"
#include "ui/widgets/list.h"
#include "ui/widgets/progress_bar.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/shell.h"
#include "ui/widgets/states.h"
#include "ui/widgets/text_field.h"

namespace fullcircle {
namespace {

using namespace ui::metrics;

std::string focus_text(const ScreenContext& screen, const PlanRow& row) { return row.focus.empty() ? std::string() : screen.formats.list(row.focus); }

std::string done_text(const ScreenContext& screen, const PlanRow& row) {
  return screen.tr("plan.done_of", {{"done", row.done}, {"total", row.total}});
}

std::string next_look_text(const ScreenContext& screen, const PlanRow& row) {
  return row.plan->next_look_day ? screen.formats.relative_day(*row.plan->next_look_day) : std::string();
}

void draw_done_cell(ScreenContext& screen, Rect cell, const PlanRow& row) {
  auto& ui = screen.ui;
  const std::string text = done_text(screen, row);
  ui.text(cell.cut_left(58), ui::type::body.figures(), ui.c.ink2, text);
  const float share = row.total > 0 ? static_cast<float>(row.done) / static_cast<float>(row.total) : 0;
  ui::progress_bar(ui, cell.with_width(std::min(cell.width, 90.0f)), share, screen.tr("plans.column_done"), {.value_text = text});
}

void draw_late(ScreenContext& screen, const Rect& cell, const PlanRow& row) {
  if (row.late > 0)
    ui::chip(screen.ui, cell, screen.tr("plans.late", {{"count", row.late}}), ui::Tone::warn, Icon::clock);
  else
    screen.ui.text(cell, ui::type::body, screen.ui.c.ink3, screen.tr("common.empty_cell"));
}

void draw_table(ScreenContext& screen, Rect& area, const std::vector<PlanRow>& rows, PlansState& state, Intents& intents) {
  auto& ui = screen.ui;
  const std::array<ui::Column, 5> columns{{{.title = screen.tr("plans.column_person"), .width = -2.4f, .sortable = true},
                                           {.title = screen.tr("plans.column_focus"), .width = -2.6f, .sortable = true},
                                           {.title = screen.tr("plans.column_done"), .width = 170, .sortable = true},
                                           {.title = screen.tr("plans.column_late"), .width = 120, .sortable = true},
                                           {.title = screen.tr("plans.column_next_look"), .width = 130, .sortable = true}}};
  ui::Table table(ui, area, screen.tr("plans.title"), columns, state.table, rows.size(), {.last_line = true});
  while (auto row = table.next([&](std::size_t i) { return rows[i].plan->id.high; })) {
    const PlanRow& plan = rows[row->index];
    table.person_cell(0, person_number(plan.person->id), plan.person->name, 28, screen.view.role_of(plan.person->id));
    table.text_cell(1, focus_text(screen, plan));
    draw_done_cell(screen, table.cell(2), plan);
    draw_late(screen, table.cell(3), plan);
    table.text_cell(4, next_look_text(screen, plan));
    if (row->clicked) intents.go = Route{Page::plan, plan.plan->id, {}};
  }
}

void draw_rows(ScreenContext& screen, Rect& area, const std::vector<PlanRow>& rows, Intents& intents) {
  auto& ui = screen.ui;
  const ui::Group list(ui, MirrorRole::list, area.with_height(72 * static_cast<float>(rows.size())), screen.tr("plans.title"));
  bool first = true;
  for (const PlanRow& plan : rows) {
    const Rect place = area.cut_top(72);
    ui.reach(place.bottom());
    if (!ui.visible(place)) continue;
    const std::string& name = plan.person->name;
    ui::ListRow row(ui, place, plan.plan->id.high, name, {.first = first});
    first = false;
    Rect rest = row.rect();
    ui::avatar(ui, rest.cut_left(48), person_number(plan.person->id), name, 36);
    ui.paint_icon(rest.cut_right(20), Icon::chevron_right, ui.c.ink3);
    rest = rest.middle(50);
    Rect head = rest.cut_top(24);
    if (plan.late > 0)
      ui::chip_right(ui, head, screen.tr("plans.late", {{"count", plan.late}}), ui::Tone::warn, Icon::clock, 8);
    ui.text(head, ui::type::row, ui.c.ink, name);
    const std::string focus = focus_text(screen, plan);
    ui.text(rest, ui::type::body, ui.c.ink2, focus.empty() ? done_text(screen, plan) : done_text(screen, plan) + " · " + focus);
    if (row.clicked()) intents.go = Route{Page::plan, plan.plan->id, {}};
  }
}

std::vector<PlanRow> arrange(ScreenContext& screen, const std::vector<PlanRow>& all, const PlansState::Question& question) {
  std::vector<PlanRow> rows;
  for (const PlanRow& row : all) {
    const std::string text = row.person->name + " " + screen.view.role_of(row.person->id) + " " + focus_text(screen, row);
    if (matches_words(screen.text.search_key(text), question.filter)) rows.push_back(row);
  }
  const bool descending = question.descending;
  switch (question.sort_column) {
    case 0: sort_by_name(rows, screen.text, descending, [](const PlanRow& row) { return std::string_view(row.person->name); }); break;
    case 1: {
      std::vector<std::pair<std::string, PlanRow>> named;
      for (const PlanRow& row : rows) named.emplace_back(focus_text(screen, row), row);
      sort_by_name(named, screen.text, descending, [](const auto& one) { return std::string_view(one.first); });
      std::ranges::transform(named, rows.begin(), [](auto& one) { return std::move(one.second); });
      break;
    }
    case 2:
      sort_by_value(rows, descending, [](const PlanRow& row) { return row.total > 0 ? std::optional(static_cast<double>(row.done) / row.total) : std::nullopt; });
      break;
    case 3: sort_by_value(rows, descending, [](const PlanRow& row) { return std::optional(row.late); }); break;
    case 4:
      sort_by_value(rows, descending, [](const PlanRow& row) { return row.plan->next_look_day ? std::optional(row.plan->next_look_day->number) : std::nullopt; });
      break;
    default: break;
  }
  return rows;
}

void draw_tools(ScreenContext& screen, Rect& area, std::size_t count, PlansState& state) {
  auto& ui = screen.ui;
  constexpr float kFilterWidth = 260;
  Rect row = area.cut_top(ui.control_height());
  const Rect field = ui.phone() ? row : row.cut_left(kFilterWidth);
  ui::search_field(ui, field, screen.tr("plans.filter"), state.filter, {.placeholder = screen.tr("plans.filter"), .small_text = !ui.phone()});
  row.cut_left(16);
  if (!ui.phone()) ui.text(row, ui::type::caption, ui.c.ink3, screen.tr("plans.count", {{"count", static_cast<int>(count)}}));
  area.skip(12);
}

PersonChoices choices_without_plan(ScreenContext& screen) {
  const auto without = people_without_plan(screen.view);
  const PersonChoices all = compute_person_choices(screen.view, screen.text);
  PersonChoices left;
  for (std::size_t i = 0; i < all.ids.size(); ++i) {
    if (std::ranges::find(without, all.ids[i]) == without.end()) continue;
    left.ids.push_back(all.ids[i]);
    left.choices.push_back(all.choices[i]);
  }
  return left;
}

Intents draw_new_plan(ScreenContext& screen, PlansState& state) {
  Intents intents;
  auto& ui = screen.ui;
  const auto& people = state.people.get(screen.view, [&] { return choices_without_plan(screen); });
  ui::Dialog dialog(ui, "new-plan", {.title = screen.tr("plans.new"), .confirm = screen.tr("plan.start"), .cancel = screen.tr("action.cancel"),
                                     .close = screen.tr("action.close"), .confirm_disabled = !*state.new_plan});
  Rect body = dialog.body();
  if (people.ids.empty())
    ui.text(body.cut_top(24), ui::type::body, ui.c.ink2, screen.tr("plans.everybody_has"));
  else
    person_field(screen, ui::form_row(ui, body, screen.tr("plans.for")), screen.tr("plans.for"), people, *state.new_plan);
  const auto result = dialog.result();
  if (result == ui::Dialog::Result::confirmed && *state.new_plan) {
    const Id<DevelopmentPlan> id(screen.new_id());
    intents.edits.push_back(start_plan(screen.view, id, *state.new_plan));
    intents.go = Route{Page::plan, id, {}};
  }
  if (result != ui::Dialog::Result::none) state.new_plan.reset();
  return intents;
}

}  // namespace

Intents draw_plans(ScreenContext& screen, Rect area, PlansState& state) {
  Intents intents;
  auto& ui = screen.ui;
  bool went_back = false;
  Rect bar = ui.phone() ? ui::phone_header(ui, area, screen.tr("plans.title"), screen.tr("nav.more"), went_back) : ui::top_bar(ui, area, screen.tr("plans.title"));
  if (went_back) intents.go = Route{Page::home, {}, {}};
  if (ui::button_right(ui, bar, screen.tr("plans.new"), {.kind = ui::ButtonKind::primary, .icon = Icon::plus})) state.new_plan = Id<Person>();
  {
    ui::ScrollArea scroll(ui, area, "plans");
    Rect content = ui.phone() ? scroll.content().inset(kPhonePadding, 8) : scroll.content().inset(kContentPadding, kContentTop);
    const auto& all = state.all.get(screen.view, [&] { return compute_plan_rows(screen.view); });
    if (all.empty()) {
      ui::empty_state(ui, content, screen.tr("plans.empty"), {.text = screen.tr("plans.empty_how")});
    } else {
      const PlansState::Question question{screen.text.search_key(state.filter), state.table.sort_column, state.table.descending};
      const auto& rows = state.rows.get(screen.view, question, [&] { return arrange(screen, all, question); });
      draw_tools(screen, content, rows.size(), state);
      if (rows.empty())
        ui.text(content.cut_top(40), ui::type::form, ui.c.ink2, screen.tr("common.nothing_found"));
      else if (ui.phone())
        draw_rows(screen, content, rows, intents);
      else
        draw_table(screen, content, rows, state, intents);
    }
  }
  if (state.new_plan) intents.add(draw_new_plan(screen, state));
  return intents;
}

}  // namespace fullcircle
