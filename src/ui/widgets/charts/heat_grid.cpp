#include "ui/widgets/charts/heat_grid.h"

namespace fullcircle::ui {
namespace {

void draw_cell(Ui& ui, const Rect& place, const HeatCell& cell) {
  if (cell.level == HeatLevel::hidden) {
    ui.outline(place, ui.c.line, metrics::kRadiusChip);
    const float words = 4 + ui.text_width(type::caption, cell.text) + 1;
    const bool is_narrow = 12 + words > place.width - 4;  // the sign alone; a note below says what it means
    Rect inside = place.centred(12 + (is_narrow ? 0 : words), place.height);
    ui.paint_icon(inside.cut_left(12), Icon::shield_check, ui.c.ink3, 12);
    inside.cut_left(4);
    if (!is_narrow) ui.paint_text(inside, type::caption, ui.c.ink3, cell.text);
    return;
  }
  const bool weak = cell.level == HeatLevel::weak;
  ui.fill(place, weak ? ui.c.warn_soft : cell.level == HeatLevel::strong ? ui.c.band : ui.c.accent_soft, metrics::kRadiusChip);
  ui.paint_text(place, weak ? type::body.semibold().figures() : type::body.figures(), weak ? ui.c.warn : ui.c.ink, cell.text, Align::centre);
}

/// Where an arrow leads from a cell: to the next one that opens, or nowhere.
std::size_t step(std::span<const HeatCell> cells, std::size_t from, std::size_t columns, Key key) {
  const std::size_t row = from / columns, column = from % columns, rows = cells.size() / columns;
  const bool is_across = key == Key::left || key == Key::right, is_back = key == Key::left || key == Key::up;
  const std::size_t count = is_across ? columns : rows, at = is_across ? column : row;
  for (std::size_t i = at; is_back ? i-- > 0 : ++i < count;) {
    const std::size_t to = is_across ? row * columns + i : i * columns + column;
    if (!cells[to].spoken.empty()) return to;
  }
  return from;
}

/// The cells that open: buttons of which the last one used is in the order of Tab.
class CellButtons {
 public:
  CellButtons(Ui& ui, std::span<const HeatCell> cells, std::size_t columns) : ui_(ui), cells_(cells), columns_(columns), at_(ui.memory.state<std::size_t>(ui.make_id("at"))) {
    if (at_ >= cells.size() || cells[at_].spoken.empty())
      for (at_ = 0; at_ < cells.size() && cells[at_].spoken.empty();) ++at_;
  }
  /// Out: clicked.
  bool draw(const Rect& place, std::size_t cell) {
    if (cells_[cell].spoken.empty()) return false;
    const WidgetId id = id_of(cell);
    const Behaviour done = ui_.behave(MirrorItem{.id = id, .role = MirrorRole::button, .rect = place, .name = cells_[cell].spoken, .keys = key_set::arrows, .tab_index = cell == at_ ? 0 : -1});
    if (done.hovered || done.pressed) ui_.outline(place, ui_.c.accent, metrics::kRadiusChip);
    if (done.focus_visible) ui_.focus_ring(place, metrics::kRadiusChip);
    if (done.focused) at_ = cell;
    if (const KeyPress* press = ui_.frame.key(id)) {
      const std::size_t to = step(cells_, cell, columns_, press->key);
      if (to != cell) ui_.set_focus(id_of(to));
      at_ = to;
    }
    return done.clicked;
  }

 private:
  WidgetId id_of(std::size_t cell) const { return widget_id(static_cast<std::uint64_t>(cell + 1), ui_.peek_id("cell")); }

  Ui& ui_;
  std::span<const HeatCell> cells_;
  std::size_t columns_;
  std::size_t& at_;
};

}  // namespace

std::optional<std::size_t> heat_grid(Ui& ui, Rect& area, const ChartData& data, std::span<const std::string_view> columns,
                std::span<const std::string_view> rows, std::span<const HeatCell> cells, float label_width) {
  constexpr float kRow = 36, kGap = 3, kHead = 32, kValues = 28;
  const Rect whole = area.cut_top(kHead + kRow * static_cast<float>(rows.size()));
  Figure figure(ui, whole, "heat grid", data);
  figure.put_values_at(whole.with_height(kHead).with_width(kValues).middle(kValues));  // over the labels nothing stands
  CellButtons buttons(ui, cells, columns.size());
  std::optional<std::size_t> opened;
  Rect head = whole.with_height(kHead);
  head.cut_left(label_width);
  for (std::size_t i = 0; i < columns.size(); ++i) ui.paint_text(head.column(i, columns.size(), kGap), type::head, ui.c.ink3, columns[i], Align::centre);
  for (std::size_t r = 0; r < rows.size(); ++r) {
    Rect line{whole.x, whole.y + kHead + kRow * static_cast<float>(r), whole.width, kRow - kGap};
    const Rect whole_line = line;
    ui.paint_text(line.cut_left(label_width), type::body, ui.c.ink2, rows[r]);
    for (std::size_t i = 0; i < columns.size() && r * columns.size() + i < cells.size(); ++i) {
      const Rect place = ui.snap(line.column(i, columns.size(), kGap));
      const HeatCell& cell = cells[r * columns.size() + i];
      draw_cell(ui, place, cell);
      if (buttons.draw(place, r * columns.size() + i)) opened = r * columns.size() + i;
      if (ui.pointer_over(place)) figure.hint(place, std::string(rows[r]).append(" · ").append(columns[i]).append("   ").append(cell.text));
    }
    if (!figure.is_at(r + 1)) continue;
    ui.outline(whole_line.grow(2, 1), ui.c.accent, metrics::kRadiusChip);
    figure.hint_row(whole_line, data, r + 1);
  }
  return opened;
}

}  // namespace fullcircle::ui
