#include "app/reports/svg_writer.h"

#include <algorithm>
#include <cstdio>

#include "app/reports/html_writer.h"

namespace fullcircle {
namespace {

constexpr double kCharacter = 6, kWideCharacter = 11;
constexpr std::string_view kEllipsis = "…";

bool starts_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

}  // namespace

std::string coordinate(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.1f", value);
  return text.data();
}

double width_of(std::string_view text) {
  double width = 0;
  for (const char c : text)
    if (starts_character(c)) width += static_cast<unsigned char>(c) >= 0xE3 ? kWideCharacter : kCharacter;
  return width;
}

std::string fitted(std::string_view text, double width) {
  if (width_of(text) <= width) return std::string(text);
  for (bool is_whole = false; !text.empty() && (!is_whole || width_of(text) + kCharacter > width);) {
    is_whole = starts_character(text.back());
    text.remove_suffix(1);
  }
  return std::string(text).append(kEllipsis);
}

std::vector<std::string> broken(std::string_view text, double width) {
  std::vector<std::string> lines(1);
  const auto add = [&](std::string_view piece) {
    if (!lines.back().empty() && width_of(lines.back()) + width_of(piece) > width) lines.emplace_back();
    lines.back() += piece;
  };
  while (!text.empty()) {
    const auto word = std::min(text.find_first_of(" -"), text.size() - 1) + 1;
    if (width_of(text.substr(0, word)) <= width) {
      add(text.substr(0, word));
      text.remove_prefix(word);
      continue;
    }
    std::size_t letter = 1;
    while (letter < text.size() && !starts_character(text[letter])) ++letter;
    add(text.substr(0, letter));
    text.remove_prefix(letter);
  }
  return lines;
}

SvgWriter::SvgWriter(double width, double height, std::string_view label) {
  shape("<svg viewBox=\"0 0 % %\" font-size=\"11\" role=\"img\" aria-label=\"", {width, height});
  svg_ += escape_html(label) + "\">";
}

SvgWriter& SvgWriter::shape(std::string_view markup, std::initializer_list<double> numbers, std::string_view colour) {
  const double* number = numbers.begin();
  for (const char c : markup) {
    if (c == '%' && number != numbers.end()) svg_ += coordinate(*number++);
    else if (c == '$') svg_ += colour;
    else svg_ += c;
  }
  return *this;
}

SvgWriter& SvgWriter::line(double x1, double y1, double x2, double y2, std::string_view colour, std::string_view attributes) {
  shape("<path d=\"M% %L% %\" stroke=\"$\"", {x1, y1, x2, y2}, colour);
  svg_.append(attributes).append("/>");
  return *this;
}

SvgWriter& SvgWriter::text(double x, double y, std::string_view anchor, std::string_view words, std::string_view colour, bool is_strong) {
  shape("<text x=\"%\" y=\"%\" text-anchor=\"", {x, y});
  svg_.append(anchor).append("\" fill=\"").append(colour).append(is_strong ? "\" font-weight=\"600\">" : "\">");
  svg_ += escape_html(words) + "</text>";
  return *this;
}

std::string SvgWriter::end() {
  svg_ += "</svg>\n";
  return std::move(svg_);
}

}  // namespace fullcircle
