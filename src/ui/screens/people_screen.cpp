#include "ui/screens/people_screen.h"

#include <array>

#include "ui/screens/goal_parts.h"
#include "ui/screens/screen_parts.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/choice.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/list.h"
#include "ui/widgets/menu.h"
#include "ui/widgets/rings.h"
#include "ui/widgets/scroll.h"
#include "ui/widgets/segmented.h"
#include "ui/widgets/shell.h"
#include "ui/widgets/states.h"
#include "ui/widgets/text_field.h"

namespace fullcircle {
namespace {

using namespace ui::metrics;

constexpr float kFilterWidth = 240, kBarWidth = 116, kBarNarrow = 72, kPeopleHead = 36;
constexpr float kStagesFrom = 1000, kManagersFrom = 720, kGoalsWide = 194, kGoalsNarrow = 148, kStageWidth = 256, kCheckInWidth = 148;

void draw_actions(ScreenContext& screen, Rect bar, PeopleState& state) {
  auto& ui = screen.ui;
  // Laid out from the right, drawn from the left: the keyboard follows the order of reading.
  const ui::ButtonOptions primary{.kind = ui::ButtonKind::primary, .icon = Icon::user_plus};
  const std::string_view add = screen.tr("people.add");
  const Rect add_place = bar.cut_right(ui::button_width(ui, add, primary)).middle(kControl);
  bar.cut_right(8);
  if (ui::button_right(ui, bar, screen.tr("people.import"), {.icon = Icon::file_input})) open_people_import(state.import, screen, {});
  if (ui::button(ui, add_place, add, primary)) open_new_person(state.dialog, screen);
}

constexpr float kUnitMost = 200;

/// The departments to choose from, and which of them is chosen (-1: all).
struct UnitChoice {
  std::vector<ui::Choice> choices;
  int chosen = -1;
  ui::SelectOptions options;
};

UnitChoice unit_choice(ScreenContext& screen, PeopleState& state) {
  UnitChoice choice;
  for (const auto unit : state.units.get(screen.view, [&] { return unit_names(screen.view, screen.text); })) {
    if (unit == state.question.unit) choice.chosen = static_cast<int>(choice.choices.size());
    choice.choices.push_back({.label = unit});
  }
  choice.options = {.placeholder = screen.tr("people.group_by_unit"), .none = screen.tr("people.all_units"), .as_button = true, .icon = Icon::group};
  return choice;
}

/// Cuts its place from the right end of the row; empty where there are no departments to tell apart.
Rect cut_unit_choice(ScreenContext& screen, Rect& row, PeopleState& state) {
  const UnitChoice choice = unit_choice(screen, state);
  if (choice.choices.size() < 2 && choice.chosen < 0) return {};
  const Rect place = row.cut_right(std::min(kUnitMost, ui::select_width(screen.ui, choice.choices, choice.chosen, choice.options))).middle(kSegmented);
  row.cut_right(12);
  return place;
}

/// Everybody, or one department.
void draw_unit_choice(ScreenContext& screen, const Rect& place, PeopleState& state) {
  UnitChoice choice = unit_choice(screen, state);
  if (!ui::select(screen.ui, place, screen.tr("people.group_by_unit"), choice.choices, choice.chosen, choice.options)) return;
  state.question.unit = choice.chosen < 0 ? std::string() : std::string(choice.choices[static_cast<std::size_t>(choice.chosen)].label);
}

void draw_tools(ScreenContext& screen, Rect row, PeopleState& state, const PeopleList& people) {
  auto& ui = screen.ui;
  const std::string count = screen.formats.integer(people.needing_attention()), former_count = screen.formats.integer(people.former());
  const std::array<ui::Segment, 4> all{{{screen.tr("people.tab_everyone")}, {screen.tr("people.tab_reports")}, {screen.tr("people.tab_attention"), count}, {screen.tr("people.tab_former"), former_count}}};
  const auto segments = std::span(all).first(people.former() > 0 || state.question.shown == PeopleShown::former ? 4 : 3);
  ui::FieldOptions filter;
  filter.placeholder = screen.tr("people.filter");
  filter.icon = Icon::list_filter;
  filter.small_text = true;
  if (!ui.phone()) {
    Rect right = row;
    const float chosen = ui::segmented_width(ui, segments);
    if (ui::segmented(ui, row, screen.tr("people.title"), segments, state.shown)) state.question.shown = static_cast<PeopleShown>(state.shown);
    const Rect unit = cut_unit_choice(screen, right, state);
    const float width = std::min(kFilterWidth, right.width - chosen - 16);
    if (width > 96) ui::search_field(ui, right.cut_right(width).middle(32), screen.tr("people.filter"), state.question.filter, filter);
    if (unit.width > 0) draw_unit_choice(screen, unit, state);
    return;
  }
  const float width = ui::segmented_width(ui, segments) + 4;
  ui::ScrollArea scroll(ui, row.grow(0, 2), "segments", {}, {.horizontal = true, .content_width = width});
  if (ui::segmented(ui, scroll.content().inset(2), screen.tr("people.title"), segments, state.shown)) state.question.shown = static_cast<PeopleShown>(state.shown);
}

std::vector<float> dashes(const PersonStage& stage) {
  std::vector<float> shares(kStageCount, 0);
  for (std::size_t i = 0; i < shares.size(); ++i)
    shares[i] = static_cast<int>(i) < stage.finished ? 1.0f : static_cast<int>(i) == stage.finished ? static_cast<float>(stage.within) : 0.0f;
  return shares;
}

void draw_goals_cell(ScreenContext& screen, Rect cell, const PersonRow& row) {
  auto& ui = screen.ui;
  if (row.goals.count == 0 || !row.goals.attainment) {
    ui.text(cell, ui::type::body, ui.c.ink3, screen.tr("common.empty_cell"));
    return;
  }
  const bool is_narrow = cell.width < kGoalsWide - 1;
  person_goals_bar(screen, cell.cut_left(is_narrow ? kBarNarrow : kBarWidth), row.person->name, row.goals);
  cell.cut_left(is_narrow ? 12 : 19);
  const bool is_behind = needs_attention(row.goals.outlook);
  const auto tone = goal_tone(row.goals.outlook);
  const float width = ui.text(cell, ui::type::body.figures(), is_behind ? ui::tone_text(ui.c, tone) : ui.c.ink2, screen.formats.percent(*row.goals.attainment));
  cell.cut_left(width + 12);
  if (is_behind) ui.paint_icon(cell.cut_left(16), goal_icon(row.goals.outlook), ui::tone_text(ui.c, tone), 14);
}

void draw_check_in_cell(ScreenContext& screen, const Rect& cell, const PersonRow& row) {
  auto& ui = screen.ui;
  if (!row.last_check_in) {
    ui.text(cell, ui::type::body, ui.c.ink3, screen.tr("common.empty_cell"));
  } else if (row.is_check_in_late) {
    ui::chip(ui, cell, screen.tr("people.days_since", {{"count", screen.view.today - *row.last_check_in}}), ui::Tone::warn, Icon::clock);
  } else {
    ui.text(cell, ui::type::body, ui.c.ink2, screen.formats.relative_day(*row.last_check_in));
  }
}

void draw_stage_cell(ScreenContext& screen, Rect cell, const PersonRow& row) {
  auto& ui = screen.ui;
  if (!row.stage.is_participant) {
    ui.text(cell, ui::type::body, ui.c.ink3, screen.tr("common.empty_cell"));
    return;
  }
  const std::string name = stage_name(screen, row.stage.current);
  cell.cut_left(ui::cycle_dashes(ui, cell, dashes(row.stage), name) + 10);
  ui.text(cell, ui::type::body, ui.c.ink2, name);
}

void draw_row_menu(ScreenContext& screen, const Rect& rect, const Person& person, PeopleState& state, Intents& intents) {
  const std::array<ui::MenuItem, 4> items{{{.label = screen.tr("action.edit"), .icon = Icon::pencil},
                                           {.label = screen.tr("person.start_check_in"), .icon = Icon::message_circle},
                                           {.label = screen.tr("palette.export_member_file"), .icon = Icon::file_down},
                                           {.label = screen.tr("action.remove"), .icon = Icon::trash_2, .separator_before = true, .danger = true}}};
  const std::string name = screen.tr("people.actions_for", {{"name", person.name}});
  const bool was_open = state.menu_of == person.id;
  if (ui::icon_button(screen.ui, rect, Icon::ellipsis, name, {.opens_menu = true, .open = was_open})) state.menu_of = was_open ? Id<Person>() : person.id;
  if (state.menu_of != person.id) return;
  bool is_open = true;
  const int chosen = ui::menu(screen.ui, rect, "person-menu", items, is_open, {.align = ui::Align::right, .name = name});
  if (!is_open) state.menu_of = {};
  switch (chosen) {
    case 0: open_person(state.dialog, screen, person); break;
    case 1: intents.go = Route{Page::person, person.id, "check-in"}; break;
    case 2: intents.tasks.push_back(ExportMemberFile{person.id}); break;
    case 3: state.asked_to_remove = person.id; break;
    default: break;
  }
}

/// The columns there is room for, by what they sort by. The last one has the row's menu at its right end.
struct Shape {
  std::vector<ui::Column> columns;
  std::vector<PeopleOrder> orders;
};

Shape shape_for(const ScreenContext& screen, float width) {
  Shape shape;
  const auto add = [&](PeopleOrder order, std::string_view title, float column_width) {
    shape.columns.push_back({screen.tr(title), column_width, ui::Align::left, true});
    shape.orders.push_back(order);
  };
  const bool is_wide = width >= kStagesFrom;
  add(PeopleOrder::name, "people.column_person", -1.93f);
  add(PeopleOrder::role, "people.column_role", -1.47f);
  if (width >= kManagersFrom) add(PeopleOrder::manager, "people.column_manager", -1.28f);
  add(PeopleOrder::goals, "people.column_goals", is_wide ? kGoalsWide : kGoalsNarrow);
  add(PeopleOrder::last_check_in, "people.column_last_check_in", is_wide ? -1.2f : kCheckInWidth);
  if (is_wide) add(PeopleOrder::stage, "people.column_stage", kStageWidth);
  return shape;
}

void draw_cell(ScreenContext& screen, ui::Table& table, std::size_t column, PeopleOrder order, const PersonRow& row) {
  switch (order) {
    case PeopleOrder::name: return table.person_cell(column, person_number(row.person->id), row.person->name, 32);
    case PeopleOrder::role: return table.text_cell(column, row.role);
    case PeopleOrder::unit: return table.text_cell(column, row.unit);
    case PeopleOrder::goals: return draw_goals_cell(screen, table.cell(column), row);
    case PeopleOrder::last_check_in: return draw_check_in_cell(screen, table.cell(column), row);
    case PeopleOrder::stage: return draw_stage_cell(screen, table.cell(column), row);
    case PeopleOrder::manager: break;
  }
  if (row.manager.empty()) return table.text_cell(column, {});
  ui::person_cell(screen.ui, table.cell(column), person_number(row.person->manager), row.manager);
}

std::uint64_t row_key(const PersonRow& row) { return person_number(row.person->id); }

void draw_table(ScreenContext& screen, Rect& content, PeopleState& state, const std::vector<PersonRow>& rows, const std::vector<std::size_t>& chosen,
                Intents& intents) {
  auto& ui = screen.ui;
  const Shape shape = shape_for(screen, content.width);
  const auto sorted = std::ranges::find(shape.orders, state.question.order);
  state.table.sort_column = sorted == shape.orders.end() ? -1 : static_cast<int>(sorted - shape.orders.begin());
  ui::Table table(ui, content, screen.tr("people.title"), shape.columns, state.table, chosen.size(),
                  {.head_height = kPeopleHead, .multi_select = true, .select_row = screen.tr("people.select_row"), .select_all = screen.tr("people.select_all")});
  if (table.sort_changed()) {
    state.question.order = shape.orders[static_cast<std::size_t>(state.table.sort_column)];
    state.question.is_descending = state.table.descending;
    ui.frame.redraw();
  }
  while (auto line = table.next([&](std::size_t i) { return row_key(rows[chosen[i]]); })) {
    const PersonRow& row = rows[chosen[line->index]];
    for (std::size_t column = 0; column + 1 < shape.orders.size(); ++column) draw_cell(screen, table, column, shape.orders[column], row);
    const std::size_t last = shape.orders.size() - 1;
    Rect stage = table.cell(last);
    // The open menu covers the row, which then is not pointed at any more: the button stays while the menu does.
    if (line->actions_shown() || state.menu_of == row.person->id) draw_row_menu(screen, stage.cut_right(32).middle(32), *row.person, state, intents);
    if (shape.orders[last] == PeopleOrder::stage) draw_stage_cell(screen, stage, row);
    else draw_check_in_cell(screen, stage, row);
    if (line->clicked) intents.go = Route{Page::person, row.person->id, {}};
  }
  if (const auto& range = table.range_wanted()) {
    state.table.selected.clear();
    for (std::size_t i = range->first; i <= range->last && i < chosen.size(); ++i) state.table.selected.insert(row_key(rows[chosen[i]]));
    ui.frame.redraw();
  }
}

void draw_phone_list(ScreenContext& screen, Rect& content, PeopleState& state, const std::vector<PersonRow>& rows, const std::vector<std::size_t>& chosen, Intents& intents) {
  auto& ui = screen.ui;
  const ui::Group list(ui, MirrorRole::list, content.with_height(kRowTask * static_cast<float>(chosen.size())), screen.tr("people.title"));
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    const PersonRow& row = rows[chosen[i]];
    const Rect place = content.cut_top(kRowTask);
    if (!ui.visible(place)) continue;
    auto& selected = state.table.selected;
    bool is_selected = selected.contains(row_key(row));
    ui::ListRow line(ui, place, person_number(row.person->id), row.person->name, {.clickable = !state.is_selecting, .selected = is_selected, .first = i == 0});
    Rect cells = line.rect();
    if (state.is_selecting) {
      if (ui::checkbox(ui, place, row.person->name, is_selected, {.key = "select", .hide_label = true, .wide = true})) {
        if (is_selected) selected.insert(row_key(row));
        else selected.erase(row_key(row));
      }
      cells.cut_left(36);
    }
    ui::avatar(ui, cells.cut_left(48), person_number(row.person->id), row.person->name, 36);
    ui.paint_icon(cells.cut_right(20), Icon::chevron_right, ui.c.ink3);
    if (row.goals.attainment) ui.text(cells.cut_right(52), ui::type::body.figures(), ui.c.ink2, screen.formats.percent(*row.goals.attainment), ui::Align::right);
    ui::two_lines(ui, cells, row.person->name, row.role);
    if (line.clicked()) intents.go = Route{Page::person, row.person->id, {}};
  }
  ui.reach(content.y);
}

/// Of those selected, who is still there.
std::vector<Id<Person>> selected_people(const std::vector<PersonRow>& rows, const PeopleState& state) {
  std::vector<Id<Person>> people;
  if (state.table.selected.empty()) return people;
  for (const PersonRow& row : rows)
    if (row.has_left == (state.question.shown == PeopleShown::former) && state.table.selected.contains(row_key(row))) people.push_back(row.person->id);
  return people;
}

void give_up_selection(PeopleState& state) {
  state.table.selected.clear();
  state.is_selecting = false;
}

void draw_content(ScreenContext& screen, Rect& content, PeopleState& state, const PeopleList& people, Intents& intents) {
  auto& ui = screen.ui;
  const auto& rows = people.rows();
  if (rows.empty()) {
    const ui::EmptyOptions options{.text = screen.tr("people.empty_how"), .action = screen.tr("people.import"), .icon = Icon::file_input};
    if (ui::empty_state(ui, content, screen.tr("people.empty"), options)) open_people_import(state.import, screen, {});
    return;
  }
  const auto selected = selected_people(rows, state);
  const Rect tools = content.cut_top(std::max(kSegmented, ui.phone() ? kPhoneTarget : 0));
  if (selected.empty()) {
    draw_tools(screen, tools, state, people);
  } else {
    auto done = draw_selection_bar(screen, tools, state.selection, selected, state.question.shown == PeopleShown::former);
    intents.add(std::move(done.intents));
    if (done.is_done) give_up_selection(state);
  }
  content.skip(12);
  if (ui.phone()) {
    ui::FieldOptions filter{.placeholder = screen.tr("people.filter")};
    ui::search_field(ui, content.cut_top(44), screen.tr("people.filter"), state.question.filter, filter);
    content.skip(8);
  }
  const auto& chosen = state.chosen.get(screen.view, state.question, [&] { return people.select(screen.view, screen.text, state.question); });
  if (chosen.empty()) {
    ui::empty_state(ui, content, screen.tr("people.filter_empty", {{"text", state.question.filter}}), {});
    return;
  }
  if (ui.phone())
    draw_phone_list(screen, content, state, rows, chosen, intents);
  else
    draw_table(screen, content, state, rows, chosen, intents);
}

void draw_removal(ScreenContext& screen, PeopleState& state, Intents& intents) {
  const Person* person = screen.view.find(state.asked_to_remove);
  if (!person) return;
  const std::string title = screen.tr("people.delete_title", {{"name", person->name}}), text = screen.tr("people.delete_body", {{"name", person->name}});
  const auto answer = ui::confirm(screen.ui, "remove", {.title = title, .text = text, .confirm = screen.tr("action.remove"), .cancel = screen.tr("action.cancel"), .danger = true});
  if (answer == ui::Dialog::Result::none) return;
  if (answer == ui::Dialog::Result::confirmed) {
    Edit edit("edit.person.delete");
    edit.erase(person->id);
    intents.edits.push_back(std::move(edit));
  }
  state.asked_to_remove = {};
}

}  // namespace

Intents draw_people(ScreenContext& screen, Rect area, PeopleState& state) {
  Intents intents;
  auto& ui = screen.ui;
  const bool is_asked_to_import = screen.route.tab == "import";
  if (is_asked_to_import || !screen.app.people_table.empty()) open_people_import(state.import, screen, screen.app.people_table);
  if (!screen.app.people_table.empty()) intents.tasks.push_back(DismissTable{});
  const bool is_asked_to_add = screen.route.tab == "add";
  if (is_asked_to_add) open_new_person(state.dialog, screen);
  if (is_asked_to_import || is_asked_to_add) intents.go = Route{Page::people, {}, {}};
  const PeopleList& people = state.people.get(screen.view, [&] { return PeopleList(compute_people(screen.view)); });
  const auto& rows = people.rows();
  const std::string count = screen.formats.integer(std::ssize(rows) - people.former());
  if (ui.phone()) {
    bool went_back = false;
    Rect actions = ui::phone_header(ui, area, screen.tr("people.title"), {}, went_back);
    if (ui::icon_button_right(ui, actions, Icon::user_plus, screen.tr("people.add"))) open_new_person(state.dialog, screen);
    if (ui::icon_button_right(ui, actions, Icon::file_input, screen.tr("people.import"))) open_people_import(state.import, screen, {});
    if (ui::icon_button_right(ui, actions, Icon::list_checks, screen.tr("people.select"), {.toggled = state.is_selecting, .toggle = true})) {
      state.table.selected.clear();
      state.is_selecting = !state.is_selecting;
    }
  } else {
    draw_actions(screen, ui::top_bar(ui, area, screen.tr("people.title"), count), state);
  }
  {
    ui::ScrollArea scroll(ui, area, "people");
    Rect content = scroll.content().inset(ui.phone() ? kPhonePadding : kContentPadding, ui.phone() ? 8 : 20);
    draw_content(screen, content, state, people, intents);
  }
  intents.add(draw_person_dialog(screen, state.dialog));
  intents.add(draw_people_import(screen, state.import));
  draw_removal(screen, state, intents);
  auto done = draw_selection_dialogs(screen, state.selection, selected_people(rows, state));
  intents.add(std::move(done.intents));
  if (done.is_done) give_up_selection(state);
  return intents;
}

}  // namespace fullcircle
