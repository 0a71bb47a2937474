// The shapes of a printed chart: coordinates as SVG wants them, and text that knows about how wide it is.
#pragma once

#include <array>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace fullcircle {

/// The light theme on paper; the names are those of the theme.
namespace paper {
inline constexpr std::string_view kAccent = "#2b56d3", kField = "#8f8b83", kInk = "#1d1c1a", kInk2 = "#55534e", kInk3 = "#696660", kLine2 = "#d6d3cc", kSubtle = "#faf9f7",
                                  kSoft = "#ebf0fe", kBand = "#dde6fd", kTrack = "#eceae5", kGrid = "#efede9";
/// Rater groups, and other ordered parts: manager, peers, reports, others.
inline constexpr std::array<std::string_view, 4> kGroups = {"#1b2f73", "#2b56d3", "#6a87e0", "#8f8b83"};
}  // namespace paper

/// Whatever the language: "12.3".
std::string coordinate(double value);

/// Of letters 11 high, rather too much than too little.
double width_of(std::string_view text);
/// As much of it as is no wider, with an ellipsis where something is missing.
std::string fitted(std::string_view text, double width);
/// Broken at spaces and hyphens, and inside of a word only where that alone is wider.
std::vector<std::string> broken(std::string_view text, double width);

class SvgWriter {
 public:
  /// In: `label` says what the picture shows.
  SvgWriter(double width, double height, std::string_view label);

  /// Markup of the source, in which each '%' stands for the next of `numbers` and '$' for `colour`.
  SvgWriter& shape(std::string_view markup, std::initializer_list<double> numbers, std::string_view colour = {});
  SvgWriter& line(double x1, double y1, double x2, double y2, std::string_view colour, std::string_view attributes = {});
  /// `anchor`: start, middle or end. Escaped.
  SvgWriter& text(double x, double y, std::string_view anchor, std::string_view words, std::string_view colour = paper::kInk3, bool is_strong = false);

  std::string end();

 private:
  std::string svg_;
};

}  // namespace fullcircle
