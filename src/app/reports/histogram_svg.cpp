#include <algorithm>

#include "app/reports/figure_charts.h"
#include "app/reports/svg_writer.h"

namespace fullcircle {

std::string histogram_svg(const HistogramFigure& figure) {
  constexpr double kWidth = 300, kPlot = 88, kAxis = 20, kTop = 4, kMostUnit = 14, kBarWidth = 22, kBeyond = 3;
  SvgWriter svg(kWidth, kTop + kPlot + kAxis, figure.caption);
  const double slot = kWidth / static_cast<double>(std::max<std::size_t>(1, figure.columns.size()));
  const double unit = std::min(kMostUnit, kPlot / std::max(1.0, figure.maximum)), width = std::min(kBarWidth, slot * kBarWidth / 30), foot = kTop + kPlot;
  double x = (slot - width) / 2;
  for (const HistogramColumn& column : figure.columns) {
    const double height = column.value > 0 ? column.value * unit : 2;
    svg.shape("<rect x=\"%\" y=\"%\" width=\"%\" height=\"%\" rx=\"%\" fill=\"$\"/>", {x, foot - height, width, height, std::min(3.0, height / 2)},
              column.value > 0 ? paper::kAccent : paper::kTrack);
    if (column.mark && *column.mark != column.value) {
      const double y = foot - *column.mark * unit;
      svg.line(x - kBeyond, y, x + width + kBeyond, y, paper::kInk, " stroke-width=\"2\"");
    }
    svg.text(x + width / 2, foot + 14, "middle", column.label);
    x += slot;
  }
  return svg.end();
}

}  // namespace fullcircle
