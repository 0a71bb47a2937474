#include "ui/widgets/charts/nine_box.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/widgets/avatar.h"
#include "ui/widgets/dashes.h"

namespace fullcircle::ui {
namespace {

constexpr float kGap = 8, kRowAxis = 44, kValues = 28, kColumnAxis = 48, kChipWidth = 90, kChipHeight = 30, kChipGap = 6, kCellHead = 40;
/// On phones the cells are so narrow that every pixel goes to the names.
constexpr float kNarrowCell = 130;

struct Place {
  Rect chip;
  Rect ghost;
  bool has_ghost = false;
};

Colour cell_fill(const Colours& c, int cell) {
  const int up = 2 - cell / 3, right = cell % 3;
  return up + right == 4 ? c.band : up + right == 3 ? c.accent_soft : c.subtle;
}

float padding_of(float cell_width) { return cell_width < kNarrowCell ? 6.0f : 14.0f; }

int chips_across(float cell_width) {
  return std::max(1, static_cast<int>((cell_width - 2 * (padding_of(cell_width) - 1) + kChipGap) / (kChipWidth + kChipGap)));
}

/// Chips fill a cell row by row, two or more beside each other.
Rect chip_place(const Rect& cell, int slot) {
  const float edge = padding_of(cell.width) - 1;
  const float width = cell.width - 2 * edge;
  const int across = chips_across(cell.width);
  const float each = std::min(120.0f, (width - kChipGap * static_cast<float>(across - 1)) / static_cast<float>(across));
  return {cell.x + edge + static_cast<float>(slot % across) * (each + kChipGap),
          cell.y + kCellHead + static_cast<float>(slot / across) * (kChipHeight + kChipGap), each, kChipHeight};
}

/// Text turned by a quarter, from the foot up.
void paint_upright(Ui& ui, const Rect& rect, TextStyle style, Colour colour, std::string_view text) {
  ImDrawList& list = ui.draw();
  const float width = ui.text_width(style, text);
  const Point centre = rect.centre();
  const int first = list.VtxBuffer.Size;
  ui.paint_text({std::round(centre.x - width / 2), std::round(centre.y) - 10, width + 1, 20}, style, colour, text);
  for (int i = first; i < list.VtxBuffer.Size; ++i) {
    ImVec2& at = list.VtxBuffer[i].pos;
    at = {centre.x + (at.y - centre.y), centre.y - (at.x - centre.x)};
  }
}

void draw_arrow(Ui& ui, const Rect& from, const Rect& to) {
  const bool up = to.y < from.y;
  const Point a = from.centre(), b = to.centre();
  Point start{a.x, up ? from.y - 2 : from.bottom() + 2}, end{b.x, up ? to.bottom() + 3 : to.y - 3};
  if (std::abs(to.y - from.y) < 20) {
    const bool right = b.x > a.x;
    start = {right ? from.right() + 2 : from.x - 2, a.y};
    end = {right ? to.x - 3 : to.right() + 3, b.y};
  }
  // Bent to the side by a share of its length; a straight one where it goes straight up or down.
  const float side_step = std::abs(end.x - start.x) < 8 ? 0.0f : 0.12f;
  const Point bend{(start.x + end.x) / 2 - (end.y - start.y) * side_step * (end.x > start.x ? -0.5f : 0.5f),
                   (start.y + end.y) / 2 + (end.x - start.x) * side_step * (end.x > start.x ? -0.5f : 0.5f)};
  ImDrawList& list = ui.draw();
  list.PathLineTo({start.x, start.y});
  list.PathBezierQuadraticCurveTo({bend.x, bend.y}, {end.x, end.y}, 24);
  list.PathStroke(ui.c.accent, 0, 1.5f);
  const float angle = std::atan2(end.y - bend.y, end.x - bend.x);
  constexpr float kBarb = 2.6f, kLength = 7;   // half a turn less half a right angle
  list.PathLineTo({end.x + std::cos(angle + kBarb) * kLength, end.y + std::sin(angle + kBarb) * kLength});
  list.PathLineTo({end.x, end.y});
  list.PathLineTo({end.x + std::cos(angle - kBarb) * kLength, end.y + std::sin(angle - kBarb) * kLength});
  list.PathStroke(ui.c.accent, 0, 1.5f);
}

void paint_chip(Ui& ui, const Rect& place, const NineBoxPerson& person, bool moved, bool selected, const Behaviour& done) {
  ui.fill(place, done.hovered ? ui.c.hover : ui.c.sheet, kChipHeight / 2);
  ui.outline(place, moved || selected ? ui.c.accent : ui.c.line2, kChipHeight / 2, selected ? 2.0f : moved ? 1.5f : 1.0f);
  const bool is_narrow = place.width < kChipWidth;
  Rect inside = place.inset(is_narrow ? 4.0f : 5.0f, 0);
  avatar(ui, inside.cut_left(22), person.person, person.name, 22);
  inside.cut_left(is_narrow ? 4.0f : 8.0f);
  ui.paint_text(inside, type::body, ui.c.ink, person.name);
  if (done.focus_visible) ui.focus_ring(place, kChipHeight / 2);
}

void paint_ghost(Ui& ui, const Rect& place, std::string_view name) {
  dashed_outline(ui, place.inset(0.5f), kChipHeight / 2, ui.c.field, 1, 4, 3);
  ui.paint_text(place.inset(8, 0), type::body, ui.c.ink3, name, Align::centre);
}

/// Where Alt and an arrow move from this cell; the cell itself at the edge.
int neighbour(const KeyPress& press, int cell) {
  if (press.modifiers != key_modifier::alt) return cell;
  if (press.key == Key::left && cell % 3 > 0) return cell - 1;
  if (press.key == Key::right && cell % 3 < 2) return cell + 1;
  if (press.key == Key::up && cell >= 3) return cell - 3;
  if (press.key == Key::down && cell < 6) return cell + 3;
  return cell;
}

void draw_axes(Ui& ui, Rect rows, Rect columns, const NineBoxWords& words) {
  paint_upright(ui, rows.with_width(16), type::head, ui.c.ink2, words.row_axis);
  ui.say_text(rows.with_width(16), words.row_axis);
  for (std::size_t i = 0; i < 3; ++i) {
    const Rect place{rows.x + 20, rows.y + (rows.height + kGap) / 3 * static_cast<float>(i), 18, (rows.height - 2 * kGap) / 3};
    paint_upright(ui, place, type::caption, ui.c.ink3, words.rows[i]);
    ui.say_text(place, words.rows[i]);
    ui.text(columns.column(i, 3, kGap).with_height(20).moved(0, 8), type::caption, ui.c.ink3, words.columns[i], Align::centre);
  }
  ui.text(columns.with_height(20).moved(0, 28), type::head, ui.c.ink2, words.column_axis, Align::centre);
}

/// Everything of one frame that the parts of the drawing share.
struct Board {
  Ui& ui;
  Rect cells;                    ///< the area of the nine
  std::span<const NineBoxPerson> people;
  const NineBoxWords& words;
  std::vector<Place> places;

  Rect cell(int index) const {
    const Rect row{cells.x, cells.y + (cells.height + kGap) / 3 * static_cast<float>(index / 3), cells.width, (cells.height - 2 * kGap) / 3};
    return ui.snap(row.column(static_cast<std::size_t>(index % 3), 3, kGap));
  }
};

void draw_cells(const Board& board) {
  for (int cell = 0; cell < 9; ++cell) {
    const Rect place = board.cell(cell);
    board.ui.fill(place, cell_fill(board.ui.c, cell), metrics::kRadiusChoice);
    Rect head = place.inset(padding_of(place.width) + (place.width < kNarrowCell ? 2.0f : 0.0f), 0).with_height(kCellHead);
    const auto index = static_cast<std::size_t>(cell);
    const float count_width = board.words.counts[index].empty() ? 0 : board.ui.text_width(type::caption.figures(), board.words.counts[index]) + 6;
    board.ui.text(head.cut_right(count_width), type::caption.figures(), board.ui.c.ink3, board.words.counts[index], Align::right);
    const TextStyle style = type::head.regular();
    const float height = board.ui.paragraph_height(head.width, style, board.words.cells[index], 2);
    board.ui.paragraph(head.middle(height), style, board.ui.c.ink2, board.words.cells[index], 2);
  }
}

/// People first, then the ghosts of those who left the cell.
void place_people(Board& board) {
  std::array<int, 9> used{};
  board.places.resize(board.people.size());
  const auto take = [&](int wanted) {
    const int cell = std::min(8, std::max(0, wanted));
    return chip_place(board.cell(cell), used[static_cast<std::size_t>(cell)]++);
  };
  for (std::size_t i = 0; i < board.people.size(); ++i) board.places[i].chip = take(board.people[i].cell);
  for (std::size_t i = 0; i < board.people.size(); ++i) {
    if (!board.people[i].moved_from) continue;
    board.places[i].ghost = take(*board.people[i].moved_from);
    board.places[i].has_ghost = true;
  }
}

/// A chip glides from where it was; under the pointer it follows.
Rect shown_place(Ui& ui, WidgetId id, const Rect& chip, const Rect& cells, const Point* dragged) {
  if (dragged != nullptr) return chip.moved(dragged->x, dragged->y);
  Rect place = chip;
  place.x = cells.x + ui.animate(widget_id("x", id), chip.x - cells.x, metrics::kPanelSeconds);
  place.y = cells.y + ui.animate(widget_id("y", id), chip.y - cells.y, metrics::kPanelSeconds);
  return place;
}

/// `drag` is one more than the index of the person under way, 0 for none.
void draw_person(Board& board, std::size_t index, bool selected, int& drag, NineBoxResult& result) {
  Ui& ui = board.ui;
  const NineBoxPerson& person = board.people[index];
  const Rect& chip = board.places[index].chip;
  const WidgetId id = widget_id(person.person, ui.peek_id("person"));
  const auto cell = static_cast<std::size_t>(std::min(8, std::max(0, person.cell)));
  const Behaviour done = ui.behave(MirrorItem{.id = id, .role = MirrorRole::button, .rect = chip, .name = person.name,
                                              .description = board.words.cells[cell], .states = mirror_state::drags, .keys = key_set::arrows});
  const Pointer& pointer = ui.frame.input().pointer;
  const Point moved{pointer.position.x - pointer.pressed_at.x, pointer.position.y - pointer.pressed_at.y};
  const bool dragged = done.pressed && std::hypot(moved.x, moved.y) > 5;
  if (dragged) {
    drag = static_cast<int>(index) + 1;
    ui.frame.set_cursor(Cursor::grabbing);
  }
  paint_chip(ui, shown_place(ui, id, chip, board.cells, dragged ? &moved : nullptr), person, person.moved_from.has_value(), selected, done);
  if (done.clicked && drag == 0) result.clicked = static_cast<int>(index);
  if (const KeyPress* press = ui.frame.key(id)) {
    const int to = neighbour(*press, person.cell);
    if (to != person.cell) result.dragged = static_cast<int>(index), result.to_cell = to;
  }
}

/// The pointer came up: over another cell it is a move.
void finish_drag(const Board& board, int& drag, NineBoxResult& result) {
  const Pointer& pointer = board.ui.frame.input().pointer;
  if (drag == 0 || pointer.down) return;
  const int index = std::exchange(drag, 0) - 1;
  if (index >= static_cast<int>(board.people.size())) return;
  for (int cell = 0; cell < 9; ++cell)
    if (board.cell(cell).contains(pointer.position) && board.people[static_cast<std::size_t>(index)].cell != cell)
      result.dragged = index, result.to_cell = cell;
}

}  // namespace

float nine_box_height(float width, std::span<const NineBoxPerson> people) {
  std::array<int, 9> used{};
  for (const NineBoxPerson& person : people) {
    ++used[static_cast<std::size_t>(person.cell)];
    if (person.moved_from) ++used[static_cast<std::size_t>(*person.moved_from)];
  }
  const int across = chips_across((width - kRowAxis - 2 * kGap) / 3);
  const int rows = (std::ranges::max(used) + across - 1) / across;
  const float cell = kCellHead + static_cast<float>(rows) * (kChipHeight + kChipGap) + 14;
  return 3 * cell + 2 * kGap + kColumnAxis;
}

NineBoxResult nine_box(Ui& ui, const Rect& rect, std::string_view name, std::span<const NineBoxPerson> people, const NineBoxWords& words,
                       const ChartData& data, int selected) {
  NineBoxResult result;
  IdScope scope(ui, name);
  Group group(ui, MirrorRole::region, rect, name);
  Board board{ui, rect, people, words, {}};
  Rect rows = board.cells.cut_left(kRowAxis);
  const Rect columns = board.cells.cut_bottom(kColumnAxis);
  Figure figure(ui, rect, "figure", data);
  figure.put_values_at(Rect{rect.x, columns.y, kRowAxis, kColumnAxis}.centred(kValues, kValues));
  rows.height = board.cells.height;
  draw_axes(ui, rows, columns, words);
  draw_cells(board);
  place_people(board);
  for (std::size_t i = 0; i < people.size(); ++i)
    if (board.places[i].has_ghost) paint_ghost(ui, board.places[i].ghost, people[i].name);
  int& drag = ui.memory.state<int>(ui.make_id("drag"));
  for (std::size_t i = 0; i < people.size(); ++i) draw_person(board, i, static_cast<int>(i) == selected, drag, result);
  for (std::size_t i = 0; drag == 0 && i < people.size(); ++i) figure.hint_row(board.places[i].chip, data, i + 1);
  finish_drag(board, drag, result);
  for (const Place& place : board.places)
    if (place.has_ghost) draw_arrow(ui, place.ghost, place.chip);
  return result;
}

}  // namespace fullcircle::ui
