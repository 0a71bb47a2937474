// Figures in a grid whose soft fills show which are strong and which are weak.
#pragma once

#include "ui/widgets/charts/figure.h"

namespace fullcircle::ui {

enum class HeatLevel : std::uint8_t { weak, middle, strong, hidden };
struct HeatCell {
  std::string_view text;
  HeatLevel level = HeatLevel::middle;
  std::string_view spoken{};  ///< what it is called as a button; empty: it opens nothing
};
/// Rows of cells, 36 each with the gap; `cells` row by row. `data`: a row for each row, maybe with more columns. Of the cells that open one
/// is in the order of Tab, and the arrows lead on. Cuts what it uses from the top of `area`. Out: the cell that was clicked.
std::optional<std::size_t> heat_grid(Ui& ui, Rect& area, const ChartData& data, std::span<const std::string_view> columns,
                std::span<const std::string_view> rows, std::span<const HeatCell> cells, float label_width = 150);

}  // namespace fullcircle::ui
