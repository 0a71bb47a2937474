// Figures in a grid whose soft fills show which are strong and which are weak.
#pragma once

#include "ui/widgets/charts/figure.h"

namespace fullcircle::ui {

enum class HeatLevel : std::uint8_t { weak, middle, strong, hidden };
struct HeatCell {
  std::string_view text;
  HeatLevel level = HeatLevel::middle;
};
/// Rows of cells, 36 each with the gap; `cells` row by row. `data`: a row for each row, maybe with more columns. Out: the height used.
float heat_grid(Ui& ui, const Rect& rect, const ChartData& data, std::span<const std::string_view> columns,
                std::span<const std::string_view> rows, std::span<const HeatCell> cells, float label_width = 150);

}  // namespace fullcircle::ui
