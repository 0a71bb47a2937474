// What a chart shows, before anybody draws it: the screen, the printed report and the table behind it take it from here.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fullcircle {

/// Rows of formatted cells, heads first.
using TextTable = std::vector<std::vector<std::string>>;

/// A line of what a figure is made of.
struct ValueLine {
  std::string label, value;
  bool strong = false;  ///< the result
};

struct HistogramColumn {
  std::string label;
  int value = 0;
  std::optional<double> mark;  ///< what it is compared with; drawn only where it differs
};

struct HistogramFigure {
  std::string caption;
  std::vector<HistogramColumn> columns;
  double maximum = 1;  ///< of the axis; the same for charts that stand side by side
  TextTable table;     ///< a row for each column
};

struct NineBoxChip {
  std::size_t person = 0;  ///< index of the query it comes from
  std::string name;
  int cell = 0;                   ///< 0 to 8, row by row from the upper left
  std::optional<int> moved_from;
};

struct NineBoxFigure {
  std::string caption;
  std::array<std::string, 9> cells, counts;   ///< names and how many are in each; empty for nobody
  std::array<std::string, 3> rows, columns;   ///< from above, from the left
  std::string row_axis, column_axis;
  std::vector<NineBoxChip> people;
  TextTable table;                            ///< a row for each of the people
};

struct FigurePoint {
  double x = 0, y = 0;
};

struct FigureTick {
  double at = 0;
  std::string label;
  bool strong = false;
};

struct FigureLine {
  std::vector<FigurePoint> points;
  std::string label;        ///< at its end
  bool highlighted = true;
  bool dots = false;        ///< at each point
  std::size_t source = 0;   ///< its place in the query
};

struct FigureForecast {
  FigurePoint from, to;
  double low = 0, high = 0; ///< the band at `to`
  std::string label, hint;  ///< at its end; exact values of the band
};

struct LineFigure {
  std::string caption;
  std::vector<FigureLine> lines;
  double x_low = 0, x_high = 1, y_low = 0, y_high = 1;
  std::vector<FigureTick> x_ticks, y_ticks;
  std::size_t places = 0;   ///< rows of the table, at 0, 1, … of x, also where no line has a point; 0: one for each point
  std::optional<FigureForecast> forecast;
  std::optional<double> target, today;
  std::string target_label;
  TextTable table;          ///< rows are the places of the lines from the left; of a forecast the last
};

struct SlopeFigureLine {
  double before = 0, after = 0;
  std::string before_label, after_label;
};

/// One line for each subject, from one time to another.
struct SlopeFigure {
  std::string caption, before_head, after_head;
  std::vector<SlopeFigureLine> lines;
  double low = 0, high = 1;
  std::optional<double> target;
  std::string target_label;
  TextTable table;          ///< a row for each line
};

/// How three ordered parts share a hundred, one bar under the other.
struct MixFigure {
  struct Bar {
    std::string label, text;  ///< "This plan", "57 · 29 · 14"
    std::array<int, 3> shares{};
  };
  std::string caption;
  std::array<std::string, 3> parts;
  std::vector<Bar> bars;
  TextTable table;          ///< a row for each part
};

struct ShareBar {
  std::string label;
  std::array<int, 3> parts{};
  std::string share;        ///< of the first part
  std::string note;         ///< instead of the bar, where all parts are none
};

/// Parts of a whole: one that is well, one at risk, one that is not.
struct ShareFigure {
  std::array<std::string, 3> parts;
  std::vector<ShareBar> bars;
  double most = 1;          ///< what the whole width stands for
};

enum class HeatLevel : std::uint8_t { weak, middle, strong, hidden };

struct HeatFigure {
  struct Cell {
    std::string text;
    HeatLevel level = HeatLevel::middle;
  };
  std::string caption;
  std::vector<std::string> columns, rows;
  std::vector<Cell> cells;  ///< row by row
  std::vector<std::size_t> sources;  ///< of each column, its place in the query
};

struct IntervalLine {
  std::string label, caption, shown;
  double value = 0, low = 0, high = 0;
};

struct IntervalFigure {
  std::string caption;
  std::vector<IntervalLine> lines;
  double low = 0, high = 1;
  std::vector<FigureTick> ticks;
  TextTable table;          ///< a row for each line
};

}  // namespace fullcircle
