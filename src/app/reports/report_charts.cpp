#include "app/reports/report_charts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <numbers>

#include "app/reports/html_writer.h"

namespace fullcircle {
namespace {

constexpr double kWidth = 460, kHeight = 330, kRadius = 115;
constexpr int kRings = 5;
constexpr double kBarWidth = 240, kBarHeight = 6, kBarStep = 9;
constexpr const char* kSelf = "#b97104";
constexpr std::array kGroups = {"#1b2f73", "#2b56d3", "#6a87e0", "#8f8b83"};

/// Coordinates as SVG wants them, whatever the language: "12.3".
std::string coordinate(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.1f", value);
  return text.data();
}

struct Place {
  double x = 0, y = 0;
};

Place on_axis(double radius, std::size_t axis, std::size_t count) {
  const double angle = -std::numbers::pi / 2 + 2 * std::numbers::pi * static_cast<double>(axis) / static_cast<double>(count);
  return {kWidth / 2 + std::cos(angle) * radius, kHeight / 2 + std::sin(angle) * radius};
}

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
const char* colour_of(const ResultPage& page, std::size_t column) {
  const auto is_other = [](const std::string& key) { return key != "manager" && key != "peer"; };
  const std::string& key = page.columns[column].key;
  if (!is_other(key)) return key == "manager" ? kGroups[0] : kGroups[1];
  for (std::size_t before = 0; before < column; ++before)
    if (is_other(page.columns[before].key)) return kGroups[3];
  return kGroups[2];
}

template <class FigureOf>
std::vector<Place> outline_of(const ResultPage& page, FigureOf&& figure_of) {
  std::vector<Place> places;
  for (std::size_t i = 0; i < page.rows.size(); ++i)
    if (const rating::Figure figure = figure_of(page.rows[i])) places.push_back(on_axis(kRadius * share_of(page, *figure), i, page.rows.size()));
  return places;
}

std::string net_svg(std::size_t count) {
  std::string svg;
  for (int ring = 1; ring <= kRings; ++ring) {
    std::vector<Place> corners;
    for (std::size_t i = 0; i < count; ++i) corners.push_back(on_axis(kRadius * ring / kRings, i, count));
    svg += "<polygon points=\"" + points(corners) + "\" fill=\"none\" stroke=\"#d6d3cc\"/>";
  }
  return svg;
}

std::string label_svg(const ResultPage& page, std::size_t i) {
  const Place end = on_axis(kRadius + 14, i, page.rows.size());
  const double side = end.x - kWidth / 2;
  const char* anchor = std::abs(side) < 4 ? "middle" : side > 0 ? "start" : "end";
  return "<text x=\"" + coordinate(end.x) + "\" y=\"" + coordinate(end.y + 4) + "\" text-anchor=\"" + anchor + "\">" + escape_html(page.rows[i].name) + "</text>";
}

std::string bar(double y, double width, const char* colour, bool is_hollow) {
  const std::string shape = "<rect x=\"0.5\" y=\"" + coordinate(y + 0.5) + "\" width=\"" + coordinate(std::max(kBarHeight, width)) + "\" height=\"" +
                            coordinate(kBarHeight) + "\" rx=\"3\" ";
  return shape + (is_hollow ? std::string("fill=\"none\" stroke=\"") + colour + "\"/>" : std::string("fill=\"") + colour + "\"/>");
}

}  // namespace

std::string radar_svg(const ResultPage& page, const std::string& label) {
  if (page.rows.size() < 3) return {};
  std::string svg = "<svg viewBox=\"0 0 " + coordinate(kWidth) + " " + coordinate(kHeight) + "\" role=\"img\" aria-label=\"" + escape_html(label) + "\">";
  svg += net_svg(page.rows.size());
  const auto others = outline_of(page, [](const ResultRow& row) { return row.others; });
  const auto self = outline_of(page, [](const ResultRow& row) { return row.self; });
  svg += "<polygon points=\"" + points(others) + "\" fill=\"#2b56d3\" fill-opacity=\"0.12\" stroke=\"#2b56d3\" stroke-width=\"2\"/>";
  svg += "<polygon points=\"" + points(self) + "\" fill=\"none\" stroke=\"#b97104\" stroke-width=\"2\" stroke-dasharray=\"5 3\"/>";
  for (std::size_t i = 0; i < page.rows.size(); ++i) svg += label_svg(page, i);
  return svg + "</svg>\n";
}

std::string key_svg(const ResultPage& page, std::string_view column) {
  const bool is_self = column == "self";
  const char* colour = is_self ? kSelf : kGroups[1];
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
