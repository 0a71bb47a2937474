#include "ui/widgets/table.h"

#include <algorithm>
#include <cmath>

#include "ui/widgets/avatar.h"

namespace fullcircle::ui {
namespace {

constexpr float kBoxGutter = 34, kBoxTarget = 24;   // left of the row, beyond its overhang
constexpr std::uint64_t kPassesHeld = 8;   // as many as the platform draws before the browser hears of them
constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

}  // namespace

struct Table::Kept {
  std::size_t wanted = kNowhere;     ///< the row the keys lead to; it gets the focus when it is drawn
  std::size_t focused = kNowhere;    ///< where the focused row was last seen: it is drawn even out of view
  std::size_t anchor = kNowhere;     ///< where the selection began
  std::size_t tab_stop = kNowhere;   ///< the first row in view while none has been focused
  std::uint64_t reached_row = 0;     ///< the row whose actions were shown last, and all that lay in it:
  std::vector<WidgetId> reached;     ///< they stay while one of them has the focus
  std::uint64_t held_until = 0;      ///< a frame: up to it they stay in any case
  std::size_t first_node = 0;        ///< of the row being drawn, among the nodes of the mirror
  std::vector<std::size_t> rows;     ///< to be drawn in this frame, in order
  std::vector<Rect> places;          ///< x and width of each column
};

Table::Table(Ui& ui, Rect& area, std::string_view name, std::span<const Column> columns, TableState& state, std::size_t row_count,
             const TableOptions& options)
    : ui_(ui), area_(area), columns_(columns), state_(state), options_(options), row_count_(row_count),
      row_height_(options.row_height > 0 ? options.row_height : ui.row_height()), id_(ui.make_id(name)) {
  kept_ = &ui.memory.state<Kept>(id_);
  const float head = options.head ? options.head_height : 0;
  rect_ = area.with_height(head + row_height_ * static_cast<float>(row_count));
  head_ = rect_.with_height(head);
  // The head sticks to the top of the view as long as rows are below it.
  head_.y = std::min(std::max(rect_.y, ui.clip().y), std::max(rect_.y, rect_.bottom() - head - row_height_));
  place_columns();
  ui.frame.mirror().open({.id = id_, .role = MirrorRole::table, .rect = rect_, .name = name, .tab_index = -1,
                          .count = static_cast<int>(row_count) + (options.head ? 1 : 0), .column_count = static_cast<int>(columns.size())});
  ui.push_id(name);
  if (options.head) draw_head();
  choose_rows();
  const Rect& clip = ui.clip();
  ui.push_clip({clip.x, head_.bottom(), clip.width, std::max(0.0f, clip.bottom() - head_.bottom())});
}

Table::~Table() {
  end_row();
  ui_.pop_clip();
  if (options_.last_line && row_count_ > 0) ui_.hairline(rect_.x, rect_.bottom() - 1, rect_.width);
  ui_.pop_id();
  ui_.frame.mirror().close();
  ui_.reach(rect_.bottom());
  area_.skip(rect_.height);
}

void Table::place_columns() {
  float fixed = options_.actions_width, weights = 0;
  for (const Column& column : columns_) (column.width >= 0 ? fixed : weights) += std::abs(column.width);
  fixed += options_.column_gap * static_cast<float>(columns_.size() - 1);
  const float left_over = std::max(0.0f, rect_.width - fixed);
  kept_->places.clear();
  Rect rest = rect_;
  for (const Column& column : columns_) {
    kept_->places.push_back(rest.cut_left(column.width >= 0 ? column.width : left_over * -column.width / weights));
    rest.cut_left(options_.column_gap);
  }
}

void Table::choose_rows() {
  const Rect& clip = ui_.clip();
  const float top = rect_.y + head_.height;
  const auto count = static_cast<float>(row_count_);
  const auto first = static_cast<std::size_t>(std::min(count, std::max(0.0f, std::floor((clip.y - top) / row_height_))));
  const auto last = static_cast<std::size_t>(std::min(count, std::max(0.0f, std::ceil((clip.bottom() - top) / row_height_) + 1)));
  std::vector<std::size_t>& rows = kept_->rows;
  rows.clear();
  const auto also = [&](bool before) {
    for (const std::size_t index : {std::min(kept_->focused, kept_->wanted), std::max(kept_->focused, kept_->wanted)})
      if (index < row_count_ && (before ? index < first : index >= std::max(first, last)) && (rows.empty() || rows.back() != index))
        rows.push_back(index);
  };
  also(true);
  for (std::size_t i = first; i < last; ++i) rows.push_back(i);
  also(false);
  kept_->tab_stop = first;
}

void Table::draw_head_cell(std::size_t column, const Rect& place) {
  const Column& head = columns_[column];
  const bool sorted = state_.sort_column == static_cast<int>(column);
  MirrorStates states = 0;
  if (sorted) states = state_.descending ? mirror_state::sorted_descending : mirror_state::sorted_ascending;
  Group cell(ui_, MirrorItem{.id = ui_.make_id("head cell"), .role = head.title.empty() ? MirrorRole::cell : MirrorRole::column_header, .rect = place, .states = states, .tab_index = -1,
                             .index = static_cast<int>(column) + 1});
  if (!head.sortable) {
    ui_.text(place, type::head, ui_.c.ink3, head.title, head.align);
    return;
  }
  const float arrow = sorted ? 18.0f : 0.0f;
  const float width = std::min(place.width, ui_.text_width(type::head, head.title) + arrow + 1);
  Rect words = place.with_width(width);
  if (head.align == Align::right) words.x = place.right() - width;
  const WidgetId id = ui_.make_id(head.title);
  const Behaviour done = ui_.behave(id, words.middle(24), MirrorRole::button, head.title);
  ui_.paint_text(words.with_width(width - arrow + 1), type::head, sorted || done.hovered ? ui_.c.ink : ui_.c.ink3, head.title);
  if (sorted) ui_.paint_icon({words.right() - 14, words.y, 14, words.height}, state_.descending ? Icon::arrow_down : Icon::arrow_up, ui_.c.ink, 12);
  if (done.focus_visible) ui_.focus_ring(words.middle(16), 2);
  if (!done.clicked) return;
  state_.descending = sorted && !state_.descending;
  state_.sort_column = static_cast<int>(column);
  sort_changed_ = true;
}

void Table::draw_head() {
  Group row(ui_, MirrorItem{.id = ui_.make_id("head"), .role = MirrorRole::row, .rect = head_, .tab_index = -1, .index = 1});
  if (options_.multi_select) {
    const bool all = !state_.selected.empty() && state_.selected.size() >= row_count_, some = !state_.selected.empty() && !all;
    bool clicked = false;
    draw_box(head_, options_.select_all, all, some, !state_.selected.empty(), 0, clicked);
    if (clicked) {
      selection_changed_ = true;
      if (all) state_.selected.clear();
      else if (row_count_ > 0) range_ = Range{0, row_count_ - 1};
    }
  }
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    Rect place = kept_->places[column];
    place.y = head_.y;
    place.height = head_.height - 1;
    draw_head_cell(column, place);
  }
  ui_.hairline(rect_.x, head_.bottom() - 1, rect_.width);
}

std::optional<std::size_t> Table::advance() {
  end_row();
  if (next_ >= kept_->rows.size()) return std::nullopt;
  return kept_->rows[next_++];
}

void Table::draw_row_shape(const Behaviour& done, bool current) {
  const bool lit = current || row_.selected || done.hovered || done.focus_visible;
  const bool hides_line = covers_next_line_ || lit || row_.index == 0;
  if (!hides_line) ui_.hairline(row_rect_.x, row_rect_.y - 1, row_rect_.width);
  covers_next_line_ = lit;
  if (!lit) return;
  const Rect shape{row_rect_.x - metrics::kRowOverhang, row_rect_.y - 1, row_rect_.width + 2 * metrics::kRowOverhang, row_height_ + 1};
  const bool chosen = current || row_.selected;
  ui_.fill(shape, chosen ? ui_.c.accent_soft : done.pressed ? ui_.c.press : ui_.c.hover, metrics::kRadiusControl);
  if (done.focus_visible) ui_.outline(shape, ui_.c.accent, metrics::kRadiusControl, 2);
}

void Table::take_keys(WidgetId row, std::size_t index, std::uint64_t key) {
  const KeyPress* press = ui_.frame.key(row);
  if (press == nullptr) return;
  const auto page = static_cast<std::size_t>(std::max(1.0f, (ui_.clip().height - head_.height) / row_height_ - 1));
  std::size_t target = index;
  switch (press->key) {
    case Key::down: target = index + 1; break;
    case Key::up: target = index > 0 ? index - 1 : 0; break;
    case Key::page_down: target = index + page; break;
    case Key::page_up: target = index > page ? index - page : 0; break;
    case Key::home: target = 0; break;
    case Key::end: target = row_count_ - 1; break;
    case Key::left: row_.fold_wanted = options_.tree; return;
    case Key::right: row_.unfold_wanted = options_.tree; return;
    case Key::space:
      if (press->modifiers & key_modifier::shift) return extend_to(index);
      return toggle(index, key);
    case Key::escape: state_.selected.clear(); kept_->anchor = kNowhere; selection_changed_ = true; return;
    default: return;
  }
  target = std::min(target, row_count_ - 1);
  if (options_.multi_select && press->modifiers & key_modifier::shift) {
    if (kept_->anchor == kNowhere) kept_->anchor = index;
    extend_to(target);
  }
  if (target != index) {
    kept_->wanted = target;
    ui_.frame.redraw();
  }
}

void Table::toggle(std::size_t index, std::uint64_t key) {
  if (!state_.selected.erase(key)) state_.selected.insert(key);
  kept_->anchor = index;
  selection_changed_ = true;
}

void Table::extend_to(std::size_t index) {
  const std::size_t from = kept_->anchor < row_count_ ? kept_->anchor : index;
  kept_->anchor = from;
  range_ = Range{std::min(from, index), std::max(from, index)};
  selection_changed_ = true;
  ui_.frame.redraw();
}

void Table::draw_box(const Rect& row, std::string_view name, bool selected, bool is_mixed, bool is_shown, int tab_index, bool& clicked) {
  const Rect place = Rect{row.x - kBoxGutter, row.y, kBoxTarget, row.height}.middle(kBoxTarget);
  const Group cell(ui_, MirrorItem{.id = ui_.make_id("box cell"), .role = MirrorRole::cell, .rect = place, .tab_index = -1});
  MirrorStates states = is_mixed ? mirror_state::mixed : selected ? mirror_state::checked : 0;
  const Behaviour done = ui_.behave(MirrorItem{.id = ui_.make_id("box"), .role = MirrorRole::checkbox, .rect = place, .name = name, .states = states, .tab_index = tab_index});
  clicked = done.clicked;
  if (!is_shown && !done.hovered && !done.focused) return;
  const Rect box = ui_.snap(place.centred(metrics::kCheckbox, metrics::kCheckbox));
  if (selected || is_mixed) {
    ui_.fill(box, done.hovered ? ui_.c.accent_hover : ui_.c.accent_fill, metrics::kRadiusCheckbox);
    ui_.paint_icon(box, is_mixed ? Icon::minus : Icon::check, ui_.c.on_fill, metrics::kCheckbox - 4);
  } else {
    ui_.fill(box, done.hovered ? ui_.c.hover : ui_.c.sheet, metrics::kRadiusCheckbox);
    ui_.outline(box, ui_.c.field, metrics::kRadiusCheckbox);
  }
  if (done.focus_visible) ui_.focus_ring(box, metrics::kRadiusCheckbox);
}

TableRow Table::begin_row(std::size_t index, std::uint64_t key, bool current) {
  row_rect_ = Rect{rect_.x, rect_.y + head_.height + row_height_ * static_cast<float>(index), rect_.width, row_height_};
  row_ = {.index = index, .key = key, .selected = state_.selected.contains(key)};
  ui_.push_id(key);
  const WidgetId id = ui_.make_id("row");
  const bool reachable = options_.clickable && (state_.focused_row == key || (state_.focused_row == 0 && index == kept_->tab_stop));
  MirrorStates states = options_.clickable ? mirror_state::clickable | mirror_state::focusable : 0;
  if (row_.selected) states |= mirror_state::selected;
  if (current) states |= mirror_state::current;
  const KeySet keys = options_.clickable ? key_set::vertical | key_set::ends | key_set::pages |
                                               (options_.tree ? key_set::horizontal : KeySet{0}) |
                                               (options_.multi_select ? key_set::of(Key::space) : KeySet{0}) |
                                               (options_.multi_select && !state_.selected.empty() ? key_set::of(Key::escape) : KeySet{0})
                                         : KeySet{0};
  ui_.frame.mirror().open({.id = id, .role = MirrorRole::row, .rect = row_rect_, .states = states, .keys = keys,
                           .tab_index = reachable ? 0 : -1, .index = static_cast<int>(index) + (options_.head ? 2 : 1)});
  in_row_ = true;
  kept_->first_node = ui_.frame.mirror().nodes().size();
  Behaviour done = ui_.behaviour_of(id);
  if (!options_.clickable) done.clicked = done.hovered = done.pressed = false;
  if (done.focused) {
    state_.focused_row = key;
    kept_->focused = index;
  }
  if (kept_->wanted == index) {
    ui_.set_focus(id);
    ui_.frame.reveal(id);
    kept_->wanted = kNowhere;
    kept_->focused = index;
    state_.focused_row = key;
  }
  const std::uint8_t held = ui_.frame.input().pointer.modifiers;
  if (options_.multi_select && done.clicked && held != 0 && !done.focus_visible) {  // a click that selects opens nothing
    done.clicked = false;
    if (held & key_modifier::shift) extend_to(index);
    else toggle(index, key);
    row_.selected = state_.selected.contains(key);
  }
  row_.clicked = done.clicked;
  row_.hovered = done.hovered;
  // A menu that closes gives the focus back to its button, which must be there to take it when the browser hears of it.
  if (!ui_.memory.layers_before.empty()) kept_->held_until = ui_.memory.frame_number + kPassesHeld;
  const bool is_held = ui_.memory.frame_number <= kept_->held_until;
  row_.focused = done.focus_visible || (kept_->reached_row == key && (is_held || std::ranges::contains(kept_->reached, ui_.frame.input().focused)));
  draw_row_shape(done, current);
  take_keys(id, index, key);
  return row_;
}

void Table::end_cell() {
  if (!in_cell_) return;
  ui_.frame.mirror().close();
  in_cell_ = false;
}

void Table::end_row() {
  if (!in_row_) return;
  end_cell();
  if (options_.multi_select) {  // after the cells, so that the row is called by what stands in it
    bool clicked = false;
    draw_box(row_rect_, options_.select_row, row_.selected, false, !state_.selected.empty() || row_.hovered || row_.focused, -1, clicked);
    if (clicked) toggle(row_.index, row_.key);
  }
  if (row_.focused) {
    kept_->reached_row = row_.key;
    kept_->reached.clear();
    const auto& nodes = ui_.frame.mirror().nodes();
    for (std::size_t i = kept_->first_node; i < nodes.size(); ++i) kept_->reached.push_back(nodes[i].id);
  }
  ui_.frame.mirror().close();
  ui_.pop_id();
  in_row_ = false;
}

Rect Table::cell(std::size_t column) {
  end_cell();
  Rect place = kept_->places[column];
  place.y = row_rect_.y;
  place.height = row_height_;
  ui_.frame.mirror().open({.id = ui_.make_id("cell"), .role = MirrorRole::cell, .rect = place, .tab_index = -1,
                           .index = static_cast<int>(column) + 1});
  in_cell_ = true;
  return place;
}

void Table::text_cell(std::size_t column, std::string_view text, std::optional<Colour> colour) {
  const Rect place = cell(column);
  const bool first = column == 0;
  if (text.empty())
    ui_.text(place, type::body, ui_.c.ink3, "\xE2\x80\x93", columns_[column].align);
  else
    ui_.text(place, first ? type::row : type::body, colour.value_or(first ? ui_.c.ink : ui_.c.ink2), text, columns_[column].align);
}

void Table::figure_cell(std::size_t column, std::string_view text, std::optional<Colour> colour) {
  const Rect place = cell(column);
  if (text.empty())
    ui_.text(place, type::body, ui_.c.ink3, "\xE2\x80\x93", columns_[column].align);
  else
    ui_.text(place, type::body.figures(), colour.value_or(ui_.c.ink2), text, columns_[column].align);
}

void Table::person_cell(std::size_t column, std::uint64_t person, std::string_view name, float size, std::string_view caption) {
  Rect place = cell(column);
  const bool first = column == 0;
  const float used = fullcircle::ui::person_cell(ui_, place, person, name, size, first ? type::row : type::body, first ? ui_.c.ink : ui_.c.ink2);
  if (caption.empty()) return;
  place.cut_left(used + 8);
  constexpr float kLeastCaption = 48;  // less shows two letters and an ellipsis
  if (place.width >= std::min(kLeastCaption, ui_.text_width(type::body, caption))) ui_.text(place, type::body, ui_.c.ink3, caption);
}

bool Table::tree_cell(std::size_t column, int level, bool has_children, bool expanded, std::string_view fold_name, Icon icon, Rect& rest) {
  rest = cell(column);
  rest.cut_left(metrics::kTreeIndent * static_cast<float>(level));
  const Rect arrow = rest.cut_left(16);
  rest.cut_left(8);
  bool folded = false;
  if (has_children) {
    const WidgetId id = ui_.make_id("fold");
    const Behaviour done = ui_.behave(id, arrow.middle(24).grow(4, 0), MirrorRole::button, fold_name,
                                      expanded ? mirror_state::expanded : mirror_state::collapsed);
    ui_.paint_icon(arrow, expanded ? Icon::chevron_down : Icon::chevron_right, done.hovered ? ui_.c.ink : ui_.c.ink3);
    if (done.focus_visible) ui_.focus_ring(arrow.middle(16), 4);
    folded = done.clicked;
  }
  if (icon != Icon::none) {
    ui_.paint_icon(rest.cut_left(16), icon, level == 0 ? ui_.c.accent : ui_.c.ink3);
    rest.cut_left(8);
  }
  return folded;
}

Rect Table::actions() const {
  Rect place = row_rect_;
  place.x = place.right() - options_.actions_width;
  place.width = options_.actions_width;
  return place;
}

}  // namespace fullcircle::ui
