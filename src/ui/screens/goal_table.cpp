#include "ui/screens/goal_table.h"

#include <algorithm>
#include <cmath>

#include "ui/screens/goal_parts.h"
#include "ui/widgets/avatar.h"

namespace fullcircle {
namespace {

using namespace ui::metrics;

constexpr float kBarRoomy = 120, kBarTight = 108, kOwnerWidth = 130, kWeightWidth = 46, kAvatar = 22;
constexpr float kGapRoomy = 16, kGapTight = 11;
constexpr int kOneYear = 366;
constexpr float kOwnersFrom = 840, kWeightsFrom = 560, kRoomyFrom = 760;
constexpr float kFigureRoomy = 108, kFigureTight = 84;
constexpr float kPhoneRow = 76, kPhoneCaption = 20, kPhoneCaptionGap = 2;

enum class GoalColumn : std::uint8_t { title, owner, weight, progress, due };

/// The columns there is room for, in order.
struct TableShape {
  std::vector<GoalColumn> kinds;
  std::vector<ui::Column> columns;
  bool has_owner_names = false;
  float bar_width = kBarRoomy, gap = kGapRoomy;
  bool is_by_person = false;   ///< the owner stands above and need not be repeated
};

TableShape shape_for(const ScreenContext& screen, float width, GoalArrangement arrangement) {
  TableShape shape;
  const bool is_list = arrangement == GoalArrangement::list, is_tight = width < kRoomyFrom;
  if (is_tight) shape.bar_width = kBarTight, shape.gap = kGapTight;
  const auto add = [&](GoalColumn kind, ui::Column column) {
    column.sortable = is_list && !column.title.empty();
    shape.kinds.push_back(kind);
    shape.columns.push_back(column);
  };
  shape.has_owner_names = is_list && width >= kOwnersFrom;
  add(GoalColumn::title, {.title = screen.tr("goals.column_goal")});
  if (arrangement != GoalArrangement::by_person)
    add(GoalColumn::owner, shape.has_owner_names ? ui::Column{.title = screen.tr("goals.column_owner"), .width = kOwnerWidth} : ui::Column{.width = kAvatar});
  const std::string_view weight = screen.tr("goals.column_weight");
  const float weight_width = std::max(kWeightWidth, std::ceil(screen.ui.text_width(ui::type::head, weight)) + 2);
  if (width >= kWeightsFrom) add(GoalColumn::weight, {.title = weight, .width = weight_width});
  add(GoalColumn::progress, {.title = screen.tr("goals.column_progress"), .width = shape.bar_width + 12 + (is_tight ? kFigureTight : kFigureRoomy)});
  const std::string longest_date = screen.formats.short_date(screen.view.today + kOneYear);
  add(GoalColumn::due, {.title = screen.tr("goals.column_due"), .width = std::ceil(screen.ui.text_width(ui::type::body, longest_date)) + 4, .align = ui::Align::right});
  return shape;
}

GoalOrder order_of(GoalColumn column) {
  switch (column) {
    case GoalColumn::title: return GoalOrder::title;
    case GoalColumn::owner: return GoalOrder::owner;
    case GoalColumn::weight: return GoalOrder::weight;
    case GoalColumn::progress: return GoalOrder::progress;
    case GoalColumn::due: return GoalOrder::due;
  }
  return GoalOrder::due;
}

Icon level_icon(GoalLevel level) {
  if (level == GoalLevel::organisation) return Icon::flag;
  return level == GoalLevel::unit ? Icon::building_2 : Icon{};
}

std::string person_name(const ScreenContext& screen, Id<Person> person) {
  const std::string& name = screen.view.name_of(person);
  return name.empty() ? std::string(screen.tr("common.nobody")) : name;
}

/// One row while it is drawn, and what it needs.
struct RowDrawing {
  ScreenContext& screen;
  GoalsState& state;
  ui::Table& table;
  const TableShape& shape;
  const GoalRow& row;
};

bool draw_title(const RowDrawing& at, bool is_tree) {
  auto& ui = at.screen.ui;
  const std::string title = at.row.goal ? at.row.goal->title : person_name(at.screen, at.row.person);
  Rect rest;
  bool folds = false;
  if (is_tree) {
    const Icon icon = at.row.goal ? level_icon(at.row.goal->level) : Icon{};
    folds = at.table.tree_cell(0, at.row.level, at.row.has_children, !at.row.is_folded, at.screen.tr("goals.below", {{"title", title}}), icon, rest);
  } else {
    rest = at.table.cell(0);
  }
  if (!at.row.goal) {
    ui::avatar(ui, rest.cut_left(30), person_number(at.row.person), title, 22);
    const float used = ui.text(rest, ui::type::row.semibold(), ui.c.ink, title);
    rest.cut_left(used + 10);
    ui.text(rest, ui::type::body, ui.c.ink3, at.screen.tr("goals.count", {{"count", at.row.goal_count}}));
    return folds;
  }
  const bool is_top = at.row.goal->level == GoalLevel::organisation;
  const bool is_quiet = at.row.is_context || at.row.goal->state == GoalState::dropped;
  const std::string_view shown = title.empty() ? at.screen.tr("common.unnamed") : std::string_view(title);
  ui::TextStyle style = is_top ? ui::type::row.semibold() : ui::type::control;
  style.line = 18;   // two of them leave the row some air
  const Rect lines = rest.middle(ui.paragraph_height(rest.width, style, shown, 2));
  ui.paragraph(lines, style, is_quiet ? ui.c.ink3 : ui.c.ink, shown, 2);
  return folds;
}

void draw_owner(const RowDrawing& at, std::size_t column) {
  const std::string name = at.screen.view.name_of(at.row.person);
  if (at.shape.has_owner_names && !name.empty()) {
    at.table.person_cell(column, person_number(at.row.person), name, 20);
    return;
  }
  const Rect place = at.table.cell(column);
  if (name.empty()) return;
  ui::avatar(at.screen.ui, place, person_number(at.row.person), name, 22);
  at.screen.ui.say_text(place, name);
}

/// Not counted yet or any more: its state says more than its progress.
bool is_unsettled(const Goal& goal) { return goal.state == GoalState::draft || goal.state == GoalState::proposed || goal.state == GoalState::dropped; }

std::string weight_text(const ScreenContext& screen, double percent) { return percent > 0 ? screen.formats.quantity(percent, "%") : std::string(); }

void draw_progress(const RowDrawing& at, std::size_t column) {
  auto& screen = at.screen;
  auto& ui = screen.ui;
  Rect place = at.table.cell(column);
  const Rect all = place;
  const Rect bar = place.cut_left(at.shape.bar_width);
  place.cut_left(12);
  if (!at.row.goal) {
    const auto totals = compute_person_goals(screen.view, at.row.person, at.state.filter.cycle);
    if (totals.count == 0) return;
    person_goals_bar(screen, bar, person_name(screen, at.row.person), totals);
    const std::string share = totals.attainment ? screen.formats.percent(*totals.attainment) : std::string(screen.tr("common.empty_cell"));
    ui.text(place, ui::type::body.figures(), ui.c.ink2, share);
    return;
  }
  const Goal& goal = *at.row.goal;
  if (is_unsettled(goal)) {
    ui.text(all, ui::type::body, ui.c.ink3, screen.language.name_of(goal.state));
    return;
  }
  const GoalStatus& status = at.state.statuses.of(screen.view, goal);
  goal_bar(screen, bar, goal, status);
  const ui::Tone tone = goal_tone(status.outlook);
  const Icon icon = goal_icon(status.outlook);
  const bool is_plain = tone == ui::Tone::accent || tone == ui::Tone::good;
  const ui::Colour colour = is_plain ? ui.c.ink2 : ui::tone_text(ui.c, tone);
  const float used = ui.text(place, is_plain ? ui::type::body : ui::type::control, colour, goal_value_text(screen, goal, status));
  if (icon == Icon::none) return;
  place.cut_left(used + 10);
  ui.paint_icon(place.cut_left(14), icon, ui::tone_text(ui.c, tone), 14);
}

/// Out: the fold arrow was clicked.
bool draw_cells(const RowDrawing& at, bool is_tree) {
  bool folds = false;
  for (std::size_t column = 0; column < at.shape.kinds.size(); ++column) switch (at.shape.kinds[column]) {
      case GoalColumn::title: folds = draw_title(at, is_tree); break;
      case GoalColumn::owner: draw_owner(at, column); break;
      case GoalColumn::weight:
        // What the organisation wants to reach is weighed against nothing.
        if (at.row.goal && at.row.goal->level == GoalLevel::organisation) break;
        if (const auto text = weight_text(at.screen, at.row.goal ? at.row.goal->weight_percent : at.row.weight_sum_percent); !text.empty())
          at.table.figure_cell(column, text);
        break;
      case GoalColumn::progress: draw_progress(at, column); break;
      case GoalColumn::due:
        if (at.row.goal) at.table.text_cell(column, at.row.goal->due_day ? at.screen.formats.short_date(*at.row.goal->due_day) : std::string());
        break;
    }
  return folds;
}

/// Title and value over the bar, one column.
bool draw_phone_cell(const RowDrawing& at, bool is_tree) {
  auto& ui = at.screen.ui;
  Rect rest;
  bool folds = false;
  const Goal* goal = at.row.goal;
  const std::string title = goal ? goal->title : person_name(at.screen, at.row.person);
  if (is_tree)
    folds = at.table.tree_cell(0, std::min(at.row.level, 2), at.row.has_children, !at.row.is_folded, at.screen.tr("goals.below", {{"title", title}}), {}, rest);
  else
    rest = at.table.cell(0);
  if (!goal) {
    rest = rest.middle(44);
    Rect line = rest.cut_top(24);
    ui::avatar(ui, line.cut_left(30), person_number(at.row.person), title, 22);
    ui.text(line, {15, 20, ui::Weight::semibold}, ui.c.ink, title);
    ui.text(rest, ui::type::body, ui.c.ink3, at.screen.tr("goals.count", {{"count", at.row.goal_count}}));
    return folds;
  }
  const GoalStatus& status = at.state.statuses.of(at.screen.view, *goal);
  const std::string value = is_unsettled(*goal) ? std::string(at.screen.language.name_of(goal->state)) : goal_value_text(at.screen, *goal, status);
  const ui::Tone tone = goal_tone(status.outlook);
  const ui::Colour colour = tone == ui::Tone::accent ? ui.c.ink2 : ui::tone_text(ui.c, tone);
  const ui::TextStyle style = goal->level == GoalLevel::organisation ? ui::type::phone_row.semibold() : ui::type::phone_row;
  const float value_width = ui.text_width(ui::type::body, value) + 8;
  const float title_height = std::max(ui.line_height(style), ui.paragraph_height(rest.width - value_width, style, title, 2));
  rest = rest.middle(title_height + kPhoneCaptionGap + kPhoneCaption);
  Rect line = rest.cut_top(title_height);
  rest.cut_top(kPhoneCaptionGap);
  ui.text(line.cut_right(value_width).with_height(ui.line_height(style)), ui::type::body, colour, value, ui::Align::right);
  ui.paragraph(line, style, at.row.is_context ? ui.c.ink3 : ui.c.ink, title, 2);
  const std::string due = goal->due_day ? at.screen.formats.short_date(*goal->due_day) : std::string(at.screen.tr("common.empty_cell"));
  const std::string caption = at.shape.is_by_person ? due : at.screen.view.name_of(at.row.person);
  const float caption_width = std::min(rest.width / 2, ui.text_width(ui::type::body, caption) + 12);
  ui.text(rest.cut_left(caption_width), ui::type::body, ui.c.ink2, caption);
  goal_bar(at.screen, rest, *goal, status);
  return folds;
}

void set_folded(ScreenContext& screen, GoalsState& state, const GoalRow& row, bool is_folded) {
  if (is_folded) state.folded.insert(row.key());
  else state.folded.erase(row.key());
  screen.ui.frame.redraw();
}

/// The sorted column by what it orders: columns come and go with the width.
int sort_column(const TableShape& shape, GoalOrder order) {
  const auto found = std::ranges::find(shape.kinds, order, order_of);
  return found == shape.kinds.end() ? -1 : static_cast<int>(found - shape.kinds.begin());
}

}  // namespace

Rect goal_row_place(const ScreenContext& screen, const Rect& area, std::size_t index) {
  const float height = screen.ui.phone() ? kPhoneRow : kRowTree, head = screen.ui.phone() ? 0 : kTableHead;
  return {area.x, area.y + head + height * static_cast<float>(index), area.width, height};
}

Intents draw_goal_table(ScreenContext& screen, Rect& area, GoalsState& state, GoalArrangement arrangement, const std::vector<GoalRow>& rows) {
  Intents intents;
  const bool is_phone = screen.ui.phone(), is_tree = arrangement != GoalArrangement::list;
  TableShape shape = shape_for(screen, area.width, arrangement);
  if (is_phone) {
    const ui::Column column{.title = screen.tr("goals.column_goal")};
    shape = {.kinds = {GoalColumn::title}, .columns = {column}, .is_by_person = arrangement == GoalArrangement::by_person};
  }
  state.table.sort_column = is_tree ? -1 : sort_column(shape, state.order);
  ui::Table table(screen.ui, area, screen.tr("goals.title"), shape.columns, state.table, rows.size(),
                  {.row_height = is_phone ? kPhoneRow : kRowTree, .column_gap = shape.gap, .head = !is_phone, .tree = is_tree, .last_line = !is_phone});
  if (table.sort_changed()) {
    state.order = order_of(shape.kinds[static_cast<std::size_t>(state.table.sort_column)]);
    screen.ui.frame.redraw();
  }
  const auto key_of = [&](std::size_t index) { return rows[index].key().high; };
  const auto is_open = [&](std::size_t index) { return rows[index].goal && RecordId(rows[index].goal->id) == screen.route.record; };
  while (const auto drawn = table.next(key_of, is_open)) {
    const GoalRow& row = rows[drawn->index];
    const RowDrawing at{screen, state, table, shape, row};
    const bool is_toggled = is_phone ? draw_phone_cell(at, is_tree) : draw_cells(at, is_tree);
    if (row.has_children && (is_toggled || (drawn->fold_wanted && !row.is_folded) || (drawn->unfold_wanted && row.is_folded)))
      set_folded(screen, state, row, !row.is_folded);
    if (!drawn->clicked) continue;
    if (row.goal) intents.go = Route{Page::goals, row.goal->id, screen.route.tab};
    else if (row.person) intents.go = Route{Page::person, row.person, "goals"};
  }
  return intents;
}

}  // namespace fullcircle
