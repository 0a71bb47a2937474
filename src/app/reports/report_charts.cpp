#include "app/reports/report_charts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "app/reports/html_writer.h"
#include "app/reports/svg_writer.h"

namespace fullcircle {
namespace {

constexpr double kWidth = 460, kHeight = 330, kTopAndBottom = 34;
constexpr double kLineHeight = 13;
constexpr double kLeastNames = 64, kMostNames = 140, kNameGap = 14;
constexpr int kRings = 5;
constexpr double kBarWidth = 240, kBarHeight = 6, kBarStep = 9;
constexpr std::string_view kSelf = "#b97104";

struct Place {
  double x = 0, y = 0;
};

/// -1 at the left, 1 at the right, 0 over or under the middle.
int side_of(std::size_t axis, std::size_t count) {
  if (axis == 0 || 2 * axis == count) return 0;
  return 2 * axis < count ? 1 : -1;
}

/// Where the net lies between its names, which have as much room on each side as their longest word takes.
struct Net {
  double left = kLeastNames, right = kLeastNames, radius = 0;
  Place centre;

  explicit Net(const ResultPage& page) {
    constexpr double kReach = 0.866;  // sine of 60 degrees: how far six axes reach to the side
    for (std::size_t i = 0; i < page.rows.size(); ++i) {
      const int side = side_of(i, page.rows.size());
      double& room = side > 0 ? right : left;
      for (std::string_view rest = page.rows[i].name; side != 0 && !rest.empty();) {
        const auto word = std::min(rest.find_first_of(" -"), rest.size() - 1) + 1;
        room = std::clamp(width_of(rest.substr(0, word)), room, kMostNames);
        rest.remove_prefix(word);
      }
    }
    radius = std::min((kWidth - left - right - 2 * kNameGap) / 2 / kReach, kHeight / 2 - kTopAndBottom);
    const double rest = kWidth - left - right - 2 * (kNameGap + radius * kReach);
    centre = {left + kNameGap + radius * kReach + rest / 2, kHeight / 2};
  }

  Place on_axis(double share, std::size_t axis, std::size_t count, double beyond = 0) const {
    const double angle = -std::numbers::pi / 2 + 2 * std::numbers::pi * static_cast<double>(axis) / static_cast<double>(count);
    return {centre.x + std::cos(angle) * (radius * share + beyond), centre.y + std::sin(angle) * (radius * share + beyond)};
  }
};

std::string points(const std::vector<Place>& places) {
  std::string text;
  for (const Place& place : places) text += (text.empty() ? "" : " ") + coordinate(place.x) + "," + coordinate(place.y);
  return text;
}

/// One ring more than the scale has steps below it, so that the lowest rating is not the centre.
double share_of(const ResultPage& page, double value) {
  const double width = page.rules.scale_high - page.rules.scale_low, step = width / (kRings - 1);
  return std::clamp((value - page.rules.scale_low + step) / (width + step), 0.0, 1.0);
}

/// As on the screen: manager and peers have their own blue, the first other group the third, any further one is grey.
std::string_view colour_of(const ResultPage& page, std::size_t column) {
  const auto is_other = [](const std::string& key) { return key != "manager" && key != "peer"; };
  const std::string& key = page.columns[column].key;
  if (!is_other(key)) return key == "manager" ? paper::kGroups[0] : paper::kGroups[1];
  for (std::size_t before = 0; before < column; ++before)
    if (is_other(page.columns[before].key)) return paper::kGroups[3];
  return paper::kGroups[2];
}

std::vector<Place> outline_of(const ResultPage& page, const Net& net, rating::Figure ResultRow::* figure) {
  std::vector<Place> places;
  for (std::size_t i = 0; i < page.rows.size(); ++i)
    if (page.rows[i].*figure) places.push_back(net.on_axis(share_of(page, *(page.rows[i].*figure)), i, page.rows.size()));
  return places;
}

std::string net_svg(const Net& net, std::size_t count) {
  std::string svg;
  for (int ring = 1; ring <= kRings; ++ring) {
    std::vector<Place> corners;
    for (std::size_t i = 0; i < count; ++i) corners.push_back(net.on_axis(static_cast<double>(ring) / kRings, i, count));
    svg += "<polygon points=\"" + points(corners) + "\" fill=\"none\" stroke=\"" + (ring == kRings ? "#d6d3cc" : "#e8e6e1") + "\"/>";
  }
  for (std::size_t i = 0; i < count; ++i) svg += "<polyline points=\"" + points({net.centre, net.on_axis(1, i, count)}) + "\" stroke=\"#e8e6e1\"/>";
  return svg;
}

/// Closed only where no value is missing between its ends.
std::string outline_svg(const std::vector<Place>& places, std::size_t count, std::string_view look) {
  const std::string shape = places.size() == count ? "polygon" : "polyline";
  return "<" + shape + " points=\"" + points(places) + "\" " + std::string(look) + "/>";
}

std::string dots_svg(const std::vector<Place>& places, std::string_view look) {
  std::string svg;
  for (const Place& place : places) svg += "<circle cx=\"" + coordinate(place.x) + "\" cy=\"" + coordinate(place.y) + "\" " + std::string(look) + "/>";
  return svg;
}

std::string text_svg(const Place& place, std::string_view anchor, std::string_view text) {
  return "<text x=\"" + coordinate(place.x) + "\" y=\"" + coordinate(place.y) + "\" text-anchor=\"" + std::string(anchor) + "\">" + escape_html(text) + "</text>";
}

/// The net has five rings: they carry every other figure of a scale of five points.
std::string scale_svg(const Net& net, const std::vector<std::string>& scale) {
  std::string svg;
  for (std::size_t i = 0; i < scale.size() && scale.size() == kRings; i += 2)
    svg += text_svg({net.centre.x - 6, net.centre.y - net.radius * static_cast<double>(i + 1) / kRings + 11}, "end", scale[i]);
  return "<g fill=\"#8f8b83\">" + svg + "</g>";
}

std::string label_svg(const ResultPage& page, const Net& net, std::size_t i) {
  const int side = side_of(i, page.rows.size());
  const Place end = net.on_axis(1, i, page.rows.size(), side == 0 ? 10 : kNameGap);
  const double room = side == 0 ? kWidth : side > 0 ? kWidth - end.x : end.x;
  const auto lines = broken(page.rows[i].name, room);
  const double height = kLineHeight * static_cast<double>(lines.size() - 1);
  // Over the net the last line stands at its top, under it the first, beside it the middle of them all.
  double y = side != 0 ? end.y + 4 - height / 2 : end.y < net.centre.y ? end.y - height : end.y + 8;
  std::string svg;
  for (const std::string& line : lines) {
    svg += text_svg({end.x, y}, side == 0 ? "middle" : side > 0 ? "start" : "end", line);
    y += kLineHeight;
  }
  return svg;
}

std::string bar(double y, double width, std::string_view colour, bool is_hollow) {
  std::string shape = "<rect x=\"0.5\" y=\"" + coordinate(y + 0.5) + "\" width=\"" + coordinate(std::max(kBarHeight, width)) + "\" height=\"" +
                            coordinate(kBarHeight) + "\" rx=\"3\" ";
  return shape.append(is_hollow ? "fill=\"none\" stroke=\"" : "fill=\"").append(colour).append("\"/>");
}

}  // namespace

std::string radar_svg(const ResultPage& page, const ResultWords& words, const std::string& label) {
  if (!has_radar(page)) return {};
  const Net net(page);
  const std::size_t count = page.rows.size();
  const auto others = outline_of(page, net, &ResultRow::others), self = outline_of(page, net, &ResultRow::self);
  std::string svg = "<svg viewBox=\"0 0 " + coordinate(kWidth) + " " + coordinate(kHeight) + "\" font-size=\"11\" role=\"img\" aria-label=\"" + escape_html(label) + "\">";
  svg += net_svg(net, count);
  svg += outline_svg(others, count, "fill=\"#2b56d3\" fill-opacity=\"0.12\" stroke=\"#2b56d3\" stroke-width=\"2\"");
  svg += outline_svg(self, count, "fill=\"none\" stroke=\"#b97104\" stroke-width=\"2\" stroke-dasharray=\"5 3\"");
  svg += dots_svg(others, "r=\"3.5\" fill=\"#2b56d3\" stroke=\"#fff\"");
  svg += dots_svg(self, "r=\"3.2\" fill=\"#fff\" stroke=\"#b97104\" stroke-width=\"1.75\"");
  svg += scale_svg(net, words.scale_points());
  for (std::size_t i = 0; i < count; ++i) svg += label_svg(page, net, i);
  return svg + "</svg>\n";
}

std::string key_svg(const ResultPage& page, std::string_view column) {
  const bool is_self = column == "self";
  std::string_view colour = is_self ? kSelf : paper::kGroups[1];
  for (std::size_t i = 0; i < page.columns.size(); ++i)
    if (page.columns[i].key == column) colour = colour_of(page, i);
  return "<svg class=\"key\" viewBox=\"0 0 12 7\" aria-hidden=\"true\">" + bar(0, 11, colour, is_self) + "</svg>";
}

std::string bars_svg(const ResultPage& page, const ResultRow& row, const ResultWords& words) {
  const double width = page.rules.scale_high - page.rules.scale_low;
  const auto length = [&](double value) { return kBarWidth * std::clamp((value - page.rules.scale_low) / width, 0.0, 1.0); };
  const double height = kBarStep * static_cast<double>(page.columns.size() + 1);
  std::string svg = "<svg class=\"bars\" viewBox=\"0 0 " + coordinate(kBarWidth + 1) + " " + coordinate(height) + "\" role=\"img\" aria-label=\"" +
                    escape_html(words.row_values(row)) + "\">";
  if (row.self) svg += bar(0, length(*row.self), kSelf, true);
  for (std::size_t i = 0; i < row.columns.size(); ++i)
    if (row.columns[i]) svg += bar(kBarStep * static_cast<double>(i + 1), length(*row.columns[i]), colour_of(page, i), false);
  return svg + "</svg>";
}

}  // namespace fullcircle
