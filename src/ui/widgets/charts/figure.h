// What every chart shares: it is a figure in the mirror with its values as a table, and it tells exact values on hover.
#pragma once

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

/// Opens the figure and, until the end of the block, holds its table. Tab reaches it; screen readers read the table.
class Figure {
 public:
  Figure(Ui& ui, const Rect& rect, std::string_view key, const ChartData& data);
  ~Figure();
  Figure(const Figure&) = delete;
  Figure& operator=(const Figure&) = delete;

  WidgetId id() const { return id_; }
  float appeared() const { return appeared_; }    ///< 0 to 1 while it draws itself in
  /// True while the pointer is near `place`; shows `text` there.
  bool hint(const Rect& place, std::string_view text);
  /// The same with the values of one row of the table; rows count from 1, after the heads.
  bool hint_row(const Rect& place, const ChartData& data, std::size_t row);

 private:
  Ui& ui_;
  WidgetId id_;
  Behaviour behaviour_;
  float appeared_;
};

}  // namespace fullcircle::ui
