// Charts with a row for each subject: words at the left, shapes beside them.
#include <algorithm>

#include "app/reports/figure_charts.h"
#include "app/reports/svg_writer.h"

namespace fullcircle {
namespace {

constexpr double kWidth = 640;
/// Soft fill, outline and text of what is well, at risk and off track.
struct Tone {
  std::string_view fill, outline, text;
};
constexpr std::array<Tone, 3> kTones = {{{paper::kAccent, paper::kAccent, "#fff"}, {"#fcf1db", "#b97104", "#8a5600"}, {"#fceae8", "#d0463c", "#ae2f27"}}};

void draw_box(SvgWriter& svg, double x, double y, double width, double height, const Tone& tone) {
  svg.shape("<rect x=\"%\" y=\"%\" width=\"%\" height=\"%\" rx=\"5\" fill=\"$\"", {x, y, width, height}, tone.fill).shape(" stroke=\"$\"/>", {}, tone.outline);
}

}  // namespace

std::string share_svg(const ShareFigure& figure, const std::string& label) {
  constexpr double kRow = 34, kBar = 24, kKey = 24, kGap = 2, kMostLabel = 220;
  double left = 60, share = 0;
  for (const ShareBar& bar : figure.bars) {
    left = std::max(left, width_of(bar.label) + 12);
    share = std::max(share, width_of(bar.share) + 12);
  }
  left = std::min(left, kMostLabel);
  const double room = kWidth - left - share - 3 * kGap;
  SvgWriter svg(kWidth, kRow * static_cast<double>(figure.bars.size()) + kKey, label);
  double y = 0;
  for (const ShareBar& bar : figure.bars) {
    const double text = y + 20;
    svg.text(0, text, "start", fitted(bar.label, left - 12), paper::kInk).text(kWidth, text, "end", bar.share, paper::kInk2).text(left, text, "start", bar.note);
    double x = left + 0.5;
    for (std::size_t i = 0; i < kTones.size(); ++i) {
      if (bar.parts[i] == 0) continue;
      const std::string count = std::to_string(bar.parts[i]);
      const double width = std::max(10.0, room * bar.parts[i] / figure.most);
      draw_box(svg, x, y + 4, width, kBar, kTones[i]);
      if (width_of(count) + 4 < width) svg.text(x + width / 2, text, "middle", count, kTones[i].text, true);
      x += width + kGap;
    }
    y += kRow;
  }
  double x = left + 0.5;
  for (std::size_t i = 0; i < kTones.size(); ++i) {
    draw_box(svg, x, y + 8, 11, 11, kTones[i]);
    svg.text(x + 18, y + 18, "start", figure.parts[i], paper::kInk2);
    x += width_of(figure.parts[i]) + 40;
  }
  return svg.end();
}

std::string heat_svg(const HeatFigure& figure) {
  constexpr double kLabel = 150, kRow = 30, kHead = 22, kGap = 3;
  constexpr std::array<Tone, 4> kLevels = {{{"#fcf1db", "none", "#8a5600"}, {paper::kSoft, "none", paper::kInk}, {paper::kBand, "none", paper::kInk}, {"none", "#e8e6e1", paper::kInk3}}};
  const double width = (kWidth - kLabel) / static_cast<double>(std::max<std::size_t>(1, figure.columns.size()));
  SvgWriter svg(kWidth, kHead + kRow * static_cast<double>(figure.rows.size()), figure.caption);
  for (std::size_t c = 0; c < figure.columns.size(); ++c) svg.text(kLabel + width * (static_cast<double>(c) + 0.5), 14, "middle", fitted(figure.columns[c], width - kGap));
  for (std::size_t r = 0; r < figure.rows.size(); ++r) {
    const double y = kHead + kRow * static_cast<double>(r);
    svg.text(0, y + 18, "start", fitted(figure.rows[r], kLabel - 8), paper::kInk2);
    for (std::size_t c = 0; c < figure.columns.size(); ++c) {
      const HeatFigure::Cell& cell = figure.cells[r * figure.columns.size() + c];
      const Tone& tone = kLevels[static_cast<std::size_t>(cell.level)];
      const double x = kLabel + width * static_cast<double>(c);
      draw_box(svg, x, y, width - kGap, kRow - kGap, tone);
      svg.text(x + (width - kGap) / 2, y + 18, "middle", cell.text, tone.text, cell.level == HeatLevel::weak);
    }
  }
  return svg.end();
}

std::string interval_svg(const IntervalFigure& figure) {
  constexpr double kLabel = 230, kValue = 60, kRow = 40, kLine = 14, kAxis = 22;
  std::vector<std::vector<std::string>> names;
  double foot = 0;
  for (const IntervalLine& line : figure.lines) {
    names.push_back(broken(line.label, kLabel - 12));
    foot += kRow + kLine * static_cast<double>(names.back().size() - 1);
  }
  const double room = kWidth - kLabel - kValue;
  const auto x_of = [&](double value) { return kLabel + room * (value - figure.low) / std::max(1e-9, figure.high - figure.low); };
  SvgWriter svg(kWidth, foot + kAxis, figure.caption);
  for (const FigureTick& tick : figure.ticks) {
    const double x = x_of(tick.at);
    svg.line(x, 0, x, foot, tick.at == 0 ? paper::kLine2 : paper::kGrid, tick.at == 0 ? " stroke-width=\"2\"" : "").text(x, foot + 16, "middle", tick.label);
  }
  double top = 0;
  for (std::size_t i = 0; i < figure.lines.size(); ++i) {
    const IntervalLine& line = figure.lines[i];
    const double height = kRow + kLine * static_cast<double>(names[i].size() - 1), y = top + height / 2;
    const bool is_clear = line.low > 0 || line.high < 0;
    const std::string_view colour = is_clear ? paper::kAccent : paper::kField;
    const double left = x_of(line.low), right = x_of(line.high);
    double words = top + 17;
    for (const std::string& part : names[i]) {
      svg.text(0, words, "start", part, paper::kInk);
      words += kLine;
    }
    svg.text(0, words + 1, "start", fitted(line.caption, kLabel - 12));
    svg.shape("<path d=\"M% %L% %M% %v8M% %v8\" stroke=\"$\" stroke-width=\"2\"/>", {left, y, right, y, left, y - 4, right, y - 4}, colour);
    svg.shape("<circle cx=\"%\" cy=\"%\" r=\"4.5\" fill=\"", {x_of(line.value), y}).shape(is_clear ? "$\"/>" : "#fff\" stroke=\"$\" stroke-width=\"1.5\"/>", {}, colour);
    svg.text(kWidth, y + 4, "end", line.shown, is_clear ? paper::kInk : paper::kInk2, is_clear);
    top += height;
  }
  return svg.end();
}

}  // namespace fullcircle
