// The charts of a development plan.
#include <algorithm>

#include "app/label_heights.h"
#include "app/reports/figure_charts.h"
#include "app/reports/svg_writer.h"

namespace fullcircle {
namespace {

constexpr double kWidth = 640;

}  // namespace

std::string slope_svg(const SlopeFigure& figure) {
  constexpr double kHeight = 200, kAxis = 24, kTop = 10, kFoot = kHeight - kAxis, kSide = 190, kLabel = 12, kApart = 14;
  constexpr std::array kColours = {paper::kAccent, paper::kGroups[0], paper::kInk2};  // as on the screen
  const double left = kSide, right = kWidth - kSide;
  const auto y_of = [&](double value) { return kFoot - kTop - (kFoot - 2 * kTop) * (value - figure.low) / (figure.high - figure.low); };
  std::vector<double> before, after;
  for (const SlopeFigureLine& line : figure.lines) {
    before.push_back(y_of(line.before));
    after.push_back(y_of(line.after));
  }
  const std::vector<double> before_labels = label_heights(before, kApart), after_labels = label_heights(after, kApart);
  SvgWriter svg(kWidth, std::max(kHeight, 1 + std::max(before_labels.back(), after_labels.back()) + kAxis), figure.caption);
  svg.line(left, 0, left, kFoot, paper::kLine2).line(right, 0, right, kFoot, paper::kLine2);
  svg.text(left, kHeight - 6, "middle", figure.before_head).text(right, kHeight - 6, "middle", figure.after_head);
  if (figure.target) {
    const double y = y_of(*figure.target);
    svg.line(left, y, right, y, paper::kInk2, " stroke-dasharray=\"3 3\"").text((left + right) / 2, y - 5, "middle", figure.target_label, paper::kInk2);
  }
  for (std::size_t i = 0; i < figure.lines.size(); ++i) {
    const SlopeFigureLine& line = figure.lines[i];
    const std::string_view colour = kColours[std::min(i, kColours.size() - 1)];
    svg.line(left, before[i], right, after[i], colour, " stroke-width=\"2\"");
    svg.shape("<circle cx=\"%\" cy=\"%\" r=\"4\" fill=\"#fff\" stroke=\"$\" stroke-width=\"2\"/>", {left, before[i]}, colour);
    svg.shape("<circle cx=\"%\" cy=\"%\" r=\"4\" fill=\"$\"/>", {right, after[i]}, colour);
    svg.text(left - kLabel, before_labels[i] + 4, "end", line.before_label, paper::kInk2);
    // On paper nothing can be pointed at: the name stands beside its line. The first column of the table has it.
    svg.text(right + kLabel, after_labels[i] + 4, "start", fitted(line.after_label + "  " + figure.table[i + 1][0], kSide - kLabel), colour, true);
  }
  return svg.end();
}

std::string mix_svg(const MixFigure& figure) {
  constexpr double kRow = 22, kBar = 12, kKey = 22, kMark = 8;
  double left = 0, right = 0;
  for (const MixFigure::Bar& bar : figure.bars) {
    left = std::max(left, width_of(bar.label) + 12);
    right = std::max(right, width_of(bar.text) + 12);
  }
  const double room = kWidth - left - right;
  SvgWriter svg(kWidth, kRow * static_cast<double>(figure.bars.size()) + kKey, figure.caption);
  double y = 0;
  for (const MixFigure::Bar& bar : figure.bars) {
    svg.text(0, y + 14, "start", bar.label, paper::kInk).text(kWidth, y + 14, "end", bar.text, paper::kInk2);
    svg.shape("<rect x=\"%\" y=\"%\" width=\"%\" height=\"%\" fill=\"$\"/>", {left, y + 4, room, kBar}, paper::kTrack);
    double x = left;
    for (std::size_t i = 0; i < bar.shares.size(); ++i) {
      const double width = room * bar.shares[i] / 100;
      if (width > 0) svg.shape("<rect x=\"%\" y=\"%\" width=\"%\" height=\"%\" fill=\"$\"/>", {x, y + 4, width, kBar}, paper::kGroups[i]);
      x += width;
    }
    y += kRow;
  }
  double x = left;
  for (std::size_t i = 0; i < figure.parts.size(); ++i) {
    svg.shape("<rect x=\"%\" y=\"%\" width=\"%\" height=\"%\" rx=\"2\" fill=\"$\"/>", {x, y + 6, kMark, kMark}, paper::kGroups[i]);
    svg.text(x + kMark + 5, y + 14, "start", figure.parts[i], paper::kInk2);
    x += kMark + 5 + width_of(figure.parts[i]) + 18;
  }
  return svg.end();
}

}  // namespace fullcircle
