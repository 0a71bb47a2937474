// What every chart shares: it is a figure in the mirror with its values as a table, and it tells exact values on hover.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/widgets/ui.h"

namespace fullcircle::ui {

/// The table behind a chart: the first row holds the heads, all strings formatted.
struct ChartData {
  std::string_view caption;                       ///< what the figure shows, in one sentence
  std::vector<std::vector<std::string>> rows;
};

/// What every chart calls its table and copying it, and what stands where a figure is hidden or missing.
struct ChartWords {
  std::string values, copy, hidden, none;
};
/// To be said once a frame, before any chart is drawn.
void set_chart_words(Ui& ui, ChartWords words);
/// The table somebody asked to copy since the last call, to be written as CSV; none mostly.
std::vector<std::vector<std::string>> take_copied_table(Ui& ui);

/// Opens the figure and, until the end of the block, holds its table. Tab reaches it; screen readers read the table.
/// Left and Right show the exact values one by one; Enter, or the button in the corner, all of them, to be copied as CSV.
class Figure {
 public:
  Figure(Ui& ui, const Rect& rect, std::string_view key, const ChartData& data);
  ~Figure();
  Figure(const Figure&) = delete;
  Figure& operator=(const Figure&) = delete;

  WidgetId id() const { return id_; }
  /// Where the button to the values goes, for charts whose upper right corner is taken.
  void put_values_at(const Rect& place) { values_place_ = place; }
  float appeared() const { return appeared_; }    ///< 0 to 1 while it draws itself in
  /// True while the pointer is near `place`; shows `text` there.
  bool hint(const Rect& place, std::string_view text);
  /// True for the row of the table that the keyboard has come to.
  bool is_at(std::size_t row) const { return row == row_ && row > 0; }
  /// The same with the values of one row of the table, also when the keyboard has come to it; rows count from 1, after the heads.
  /// `words` say them in another way; without any the values themselves, in their order.
  bool hint_row(const Rect& place, const ChartData& data, std::size_t row, std::string_view words = {});

 private:
  void step(const ChartData& data);
  void draw_values(const ChartData& data);

  Ui& ui_;
  Rect rect_;
  const ChartData& data_;
  WidgetId id_;
  Behaviour behaviour_;
  float appeared_;
  std::size_t row_ = 0;   ///< 0: none
  std::optional<Rect> values_place_;
};

}  // namespace fullcircle::ui
