#include <algorithm>
#include <cmath>

#include "app/reports/figure_charts.h"
#include "app/reports/svg_writer.h"

namespace fullcircle {
namespace {

constexpr double kWidth = 680, kGap = 8, kRowAxis = 44, kColumnAxis = 44, kHead = 30, kPadding = 12, kChip = 24, kStep = 29, kLeastCell = 120;
constexpr double kCellWidth = (kWidth - kRowAxis - 2 * kGap) / 3;
constexpr int kFewInBox = 6;  ///< more stand two beside each other

struct Chip {
  double x = 0, y = 0;
  int cell = 0;
};

/// Where everything stands: cells as high as the fullest needs them.
struct Board {
  std::array<int, 9> taken{};
  int across = 1;
  double chip = kCellWidth - 2 * kPadding, cell = kLeastCell;

  explicit Board(const NineBoxFigure& figure) {
    std::array<int, 9> counts{};
    for (const NineBoxChip& person : figure.people) {
      ++counts[static_cast<std::size_t>(person.cell)];
      if (person.moved_from) ++counts[static_cast<std::size_t>(*person.moved_from)];
    }
    const int most = std::ranges::max(counts);
    if (most > kFewInBox) across = 2, chip = (chip - kStep + kChip) / 2;
    cell = std::max(cell, kHead + kStep * ((most + across - 1) / across) + kPadding);
  }
  double left(int at) const { return kRowAxis + (at % 3) * (kCellWidth + kGap); }
  double top(int at) const { return (at / 3) * (cell + kGap); }
  Chip take(int at) {
    const int slot = taken[static_cast<std::size_t>(at)]++;
    return {left(at) + kPadding + (slot % across) * (chip + kStep - kChip), top(at) + kHead + kStep * (slot / across), at};
  }
};

std::string_view fill_of(int cell) {
  const int up = 2 - cell / 3, right = cell % 3;
  return up + right == 4 ? paper::kBand : up + right == 3 ? paper::kSoft : paper::kSubtle;
}

void draw_cells(SvgWriter& svg, const Board& board, const NineBoxFigure& figure) {
  for (int cell = 0; cell < 9; ++cell) {
    const auto at = static_cast<std::size_t>(cell);
    const double x = board.left(cell), y = board.top(cell);
    svg.shape("<rect x=\"%\" y=\"%\" width=\"%\" height=\"%\" rx=\"10\" fill=\"$\"/>", {x, y, kCellWidth, board.cell}, fill_of(cell));
    svg.text(x + kPadding, y + 20, "start", figure.cells[at], paper::kInk2).text(x + kCellWidth - kPadding, y + 20, "end", figure.counts[at]);
  }
}

void draw_axes(SvgWriter& svg, const Board& board, const NineBoxFigure& figure) {
  const double foot = 3 * board.cell + 2 * kGap;
  const auto upright = [&](double x, double y, const std::string& words, std::string_view colour, bool is_strong) {
    svg.shape("<g transform=\"rotate(-90 % %)\">", {x, y}).text(x, y, "middle", words, colour, is_strong).shape("</g>", {});
  };
  upright(12, foot / 2, figure.row_axis, paper::kInk2, true);
  for (std::size_t i = 0; i < 3; ++i) {
    const int cell = static_cast<int>(i);
    upright(32, board.top(3 * cell) + board.cell / 2, figure.rows[i], paper::kInk3, false);
    svg.text(board.left(cell) + kCellWidth / 2, foot + 20, "middle", figure.columns[i]);
  }
  svg.text(board.left(1) + kCellWidth / 2, foot + 38, "middle", figure.column_axis, paper::kInk2, true);
}

void draw_chip(SvgWriter& svg, const Board& board, const Chip& chip, const std::string& name, std::string_view look, std::string_view colour) {
  svg.shape("<rect x=\"%\" y=\"%\" width=\"%\" height=\"%\" rx=\"12\" ", {chip.x, chip.y, board.chip, kChip}).shape(look, {});
  svg.text(chip.x + board.chip / 2, chip.y + 16, "middle", fitted(name, board.chip - 16), colour);
}

/// Within a column along the right side of the names, to the box beside it out of the side, else out of the top or the foot.
void draw_arrow(SvgWriter& svg, const Board& board, const Chip& from, const Chip& to) {
  constexpr double kAside = 22, kBend = 0.06, kBarb = 2.6, kLength = 7;
  const double middle = board.chip / 2;
  double x1 = from.x + middle, y1 = from.y + kChip / 2, x2 = to.x + middle, y2 = to.y + kChip / 2;
  double bend_x = (x1 + x2) / 2, bend_y = (y1 + y2) / 2;
  if (std::abs(x2 - x1) < 8) {
    x1 += middle + 1;
    x2 += middle + 2;
    bend_x = x1 + kAside;
  } else if (from.cell / 3 == to.cell / 3) {
    const bool right = x2 > x1;
    x1 += right ? middle + 2 : -middle - 2;
    x2 += right ? -middle - 3 : middle + 3;
  } else {
    const bool up = y2 < y1;
    y1 += up ? -kChip / 2 - 2 : kChip / 2 + 2;
    y2 += up ? kChip / 2 + 3 : -kChip / 2 - 3;
    const double side = x2 > x1 ? kBend : -kBend;
    bend_x += (y2 - y1) * side;
    bend_y -= (x2 - x1) * side;
  }
  const double angle = std::atan2(y2 - bend_y, x2 - bend_x);
  const auto barb = [&](double turn, double (*part)(double)) { return part(angle + turn) * kLength; };
  svg.shape("<path d=\"M% %Q% % % %M% %L% %L% %\" fill=\"none\" stroke=\"$\" stroke-width=\"1.5\"/>",
            {x1, y1, bend_x, bend_y, x2, y2, x2 + barb(kBarb, std::cos), y2 + barb(kBarb, std::sin), x2, y2, x2 + barb(-kBarb, std::cos), y2 + barb(-kBarb, std::sin)},
            paper::kAccent);
}

}  // namespace

std::string nine_box_svg(const NineBoxFigure& figure) {
  Board board(figure);
  SvgWriter svg(kWidth, 3 * board.cell + 2 * kGap + kColumnAxis, figure.caption);
  draw_axes(svg, board, figure);
  draw_cells(svg, board, figure);
  std::vector<Chip> places;
  for (const NineBoxChip& person : figure.people) places.push_back(board.take(person.cell));
  std::vector<std::pair<Chip, Chip>> moves;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const NineBoxChip& person = figure.people[i];
    draw_chip(svg, board, places[i], person.name, person.moved_from ? "fill=\"#fff\" stroke=\"#2b56d3\" stroke-width=\"1.5\"/>" : "fill=\"#fff\" stroke=\"#d6d3cc\"/>", paper::kInk);
    if (!person.moved_from) continue;
    moves.emplace_back(board.take(*person.moved_from), places[i]);
    draw_chip(svg, board, moves.back().first, person.name, "fill=\"none\" stroke=\"#8f8b83\" stroke-dasharray=\"4 3\"/>", paper::kInk3);
  }
  for (const auto& [from, to] : moves) draw_arrow(svg, board, from, to);
  return svg.end();
}

}  // namespace fullcircle
