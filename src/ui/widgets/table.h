// A table over rows the caller holds. Only the rows in view are drawn, so ten thousand are fine.
//
// It lies in the page's own ScrollArea: as high as all its rows, its head sticking to the top of the view.
// Keys: arrows, Home, End, Page Up and Down move between rows, Enter opens. With several to select: Space selects, Shift with any of
// these keys (or a click) selects all from where the selection began, Escape empties it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>

#include "ui/widgets/ui.h"

namespace fullcircle::ui {

struct Column {
  std::string_view title;
  float width = -1;            ///< pixels, or a negative weight over what is left
  Align align = Align::left;
  bool sortable = false;
};

/// Kept by the screen from frame to frame.
struct TableState {
  int sort_column = -1;
  bool descending = false;
  std::uint64_t focused_row = 0;                  ///< key of the row the Tab key comes back to
  std::unordered_set<std::uint64_t> selected;     ///< with TableOptions::multi_select
};

struct TableOptions {
  float row_height = 0;             ///< 0: 48, or 40 with the compact setting
  float head_height = metrics::kTableHead;
  float column_gap = 16;
  bool head = true;
  bool multi_select = false;        ///< a box left of each row, in the padding of the page: seen on hover, on focus and while something is selected
  std::string_view select_row{}, select_all{};   ///< names of those checkboxes
  bool clickable = true;            ///< rows open something
  float actions_width = 0;          ///< kept free at the right for what appears on hover and focus
  bool tree = false;                ///< rows fold; said to screen readers
  bool last_line = false;           ///< a hairline after the last row as well
};

/// One row while it is drawn.
struct TableRow {
  std::size_t index = 0;
  std::uint64_t key = 0;
  bool clicked = false;
  bool hovered = false;
  bool focused = false;
  bool selected = false;
  bool fold_wanted = false, unfold_wanted = false;   ///< with TableOptions::tree: Left or Right was pressed on the row
  bool actions_shown() const { return hovered || focused; }
};

class Table {
 public:
  /// Draws the head. `area` is cut at the top by all the table takes when it is finished.
  Table(Ui& ui, Rect& area, std::string_view name, std::span<const Column> columns, TableState& state, std::size_t row_count,
        const TableOptions& options = {});
  ~Table();
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;

  bool sort_changed() const { return sort_changed_; }
  bool selection_changed() const { return selection_changed_; }
  /// The rows from the first to the last of these, and no others, are to be selected: only the caller knows the keys of rows out of view.
  struct Range {
    std::size_t first = 0, last = 0;
  };
  const std::optional<Range>& range_wanted() const { return range_; }

  /// The rows in view, in order:
  ///   while (auto row = table.next([&](std::size_t i) { return people[i].number; })) { … table.cell(0) … }
  template <class KeyOf>
  std::optional<TableRow> next(KeyOf&& key_of) {
    const auto index = advance();
    if (!index) return std::nullopt;
    return begin_row(*index, key_of(*index), false);
  }
  /// The same for a row that is the chosen one (its detail is open): pass a function that says so.
  template <class KeyOf, class IsCurrent>
  std::optional<TableRow> next(KeyOf&& key_of, IsCurrent&& is_current) {
    const auto index = advance();
    if (!index) return std::nullopt;
    return begin_row(*index, key_of(*index), is_current(*index));
  }

  /// Opens the cell of this column in the mirror and gives its rectangle; go through the columns in order.
  Rect cell(std::size_t column);
  /// A cell of one text: ink medium in the first column, ink2 in others; an en dash in ink3 when empty.
  void text_cell(std::size_t column, std::string_view text, std::optional<Colour> colour = {});
  /// As text_cell, figures in a column: tabular.
  void figure_cell(std::size_t column, std::string_view text, std::optional<Colour> colour = {});
  /// Avatar and name; `caption` follows quieter.
  void person_cell(std::size_t column, std::uint64_t person, std::string_view name, float size, std::string_view caption = {});
  /// The first cell of a tree: indent, fold arrow, icon. Out: the fold arrow was clicked; `rest` is what is left for the title.
  bool tree_cell(std::size_t column, int level, bool has_children, bool expanded, std::string_view fold_name, Icon icon, Rect& rest);
  /// Where row actions go, inside the row's right end.
  Rect actions() const;

 private:
  struct Kept;   ///< what the table itself keeps from frame to frame

  std::optional<std::size_t> advance();
  TableRow begin_row(std::size_t index, std::uint64_t key, bool current);
  void end_cell();
  void end_row();
  void place_columns();
  void choose_rows();
  void draw_head();
  void draw_head_cell(std::size_t column, const Rect& place);
  void draw_row_shape(const Behaviour& done, bool current);
  void take_keys(WidgetId row, std::size_t index, std::uint64_t key);
  void draw_box(const Rect& row, std::string_view name, bool selected, bool is_mixed, bool is_shown, int tab_index, bool& clicked);
  void toggle(std::size_t index, std::uint64_t key);
  void extend_to(std::size_t index);

  Ui& ui_;
  Rect& area_;
  Rect rect_;                        ///< the whole table
  Rect head_;                        ///< where the head stands now: at its place or stuck to the top of the view
  std::span<const Column> columns_;
  TableState& state_;
  TableOptions options_;
  std::size_t row_count_;
  float row_height_;
  WidgetId id_;
  Kept* kept_ = nullptr;
  std::size_t next_ = 0;             ///< position in the rows chosen to be drawn
  Rect row_rect_;
  TableRow row_;
  bool in_row_ = false, in_cell_ = false;
  bool covers_next_line_ = false;    ///< the row before is lit and hides the hairline below it
  std::optional<Range> range_;
  bool sort_changed_ = false, selection_changed_ = false;
};

}  // namespace fullcircle::ui
