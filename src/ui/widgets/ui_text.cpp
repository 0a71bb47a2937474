// Text: measuring, drawing on one line or many, and saying it in the mirror.
#include <imgui.h>

#include <array>
#include <cfloat>
#include <cmath>

#include "ui/widgets/text_layout.h"
#include "ui/widgets/ui.h"

namespace fullcircle::ui {
namespace {

constexpr std::string_view kEllipsis = "\xE2\x80\xA6";

/// Splits "**strong** and plain" into runs, without copying.
std::vector<Run> parse_marked(std::string_view marked, Colour strong) {
  std::vector<Run> runs;
  bool inside = false;
  while (!marked.empty()) {
    const std::size_t stars = marked.find("**");
    const std::string_view part = marked.substr(0, stars);
    if (!part.empty()) runs.push_back({part, inside, inside ? std::optional<Colour>(strong) : std::nullopt});
    if (stars == std::string_view::npos) break;
    marked.remove_prefix(stars + 2);
    inside = !inside;
  }
  return runs;
}

std::vector<StyledText> styled(std::span<const Run> runs, TextStyle style) {
  std::vector<StyledText> texts;
  texts.reserve(runs.size());
  for (const Run& run : runs) texts.push_back({run.text, run.strong ? style.semibold() : style});
  return texts;
}

/// The line box starts at `top`; the font's own height is centred in it, as CSS does.
void draw_line(ImDrawList& list, const Fonts& fonts, TextStyle style, float line_height, Point at, Colour colour, std::string_view text,
               std::string& buffer) {
  if (text.empty()) return;
  const float size = style.size;
  text = drawn_text(fonts, style, text, buffer);
  // ImGui cuts a position off to whole pixels; rounding it keeps the blanks between the pieces of a line even.
  const ImVec2 position(std::round(at.x), at.y + (line_height - size * Fonts::content_of_em) / 2);
  list.AddText(font_of(fonts, style.weight), size, position, colour, text.data(), text.data() + text.size());
}

float aligned(const Rect& rect, float width, Align align) {
  if (align == Align::left) return rect.x;
  return std::round(rect.x + (rect.width - width) * (align == Align::centre ? 0.5f : 1.0f));
}

}  // namespace

float Ui::text_width(TextStyle style, std::string_view text) const { return measure_text(theme.fonts, style, text); }

float Ui::paint_text(const Rect& rect, TextStyle style, Colour colour, std::string_view text, Align align, std::string_view whole) {
  reach(rect.bottom());
  if (text.empty()) return 0;
  float width = text_width(style, text);
  const bool cut = width > rect.width + 0.75f;
  if (!visible(rect.grow(16, 8))) return std::min(width, rect.width);
  const float line = line_height(style);
  const float top = rect.y + (rect.height - line) / 2;
  if (!cut) {
    draw_line(draw(), theme.fonts, style, line, {aligned(rect, width, align), top}, colour, text, memory.text_buffer);
    return width;
  }
  const float room = rect.width - text_width(style, kEllipsis);
  std::string_view part = text.substr(0, fitting_bytes(theme.fonts, style, text, room));
  while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
  const float part_width = text_width(style, part);
  draw_line(draw(), theme.fonts, style, line, {rect.x, top}, colour, part, memory.text_buffer);
  draw_line(draw(), theme.fonts, style, line, {rect.x + part_width, top}, colour, kEllipsis, memory.text_buffer);
  if (pointer_over(rect)) tooltip_at(widget_id(text, layer_), rect, whole.empty() ? text : whole, false);
  return rect.width;
}

float Ui::text(const Rect& rect, TextStyle style, Colour colour, std::string_view text, Align align) {
  if (text.empty()) return 0;
  const float width = paint_text(rect, style, colour, text, align);
  Rect place = rect.middle(line_height(style));
  place.x = aligned(rect, width, align);
  place.width = width;
  say(next_text_id(), place, MirrorRole::text, text);
  return width;
}

float Ui::heading(const Rect& rect, int level, TextStyle style, Colour colour, std::string_view text, Align align) {
  if (text.empty()) return 0;
  const float width = paint_text(rect, style, colour, text, align);
  say(next_text_id(), rect.middle(line_height(style)), MirrorRole::heading, text, level);
  return width;
}

float Ui::long_heading(const Rect& rect, int level, TextStyle style, Colour colour, std::string_view text, int max_lines) {
  if (text.empty()) return 0;
  const float height = paint_paragraph(rect, style, colour, text, max_lines);
  say(next_text_id(), rect.with_height(height), MirrorRole::heading, text, level);
  return height;
}

float Ui::paint_paragraph(const Rect& rect, TextStyle style, Colour colour, std::string_view text, int max_lines, Align align) {
  const StyledText run{text, style};
  TextLayout& layout = *memory.text_layout;
  layout.lay_out(theme.fonts, {&run, 1}, rect.width);
  const float line = line_height(style);
  const int lines = max_lines > 0 ? std::min(max_lines, layout.lines()) : layout.lines();
  const bool cut = lines < layout.lines();
  const Rect used = rect.with_height(static_cast<float>(lines) * line);
  reach(used.bottom());
  if (text.empty() || !visible(used.grow(16, 8))) return text.empty() ? 0 : used.height;
  for (const TextPiece& piece : layout.pieces()) {
    const auto index = static_cast<int>(piece.line);
    if (index >= lines) break;
    const Rect row{rect.x, rect.y + static_cast<float>(index) * line, rect.width, line};
    if (cut && index == lines - 1) {
      const auto begin = static_cast<std::size_t>(piece.text.data() - text.data());
      paint_text(row, style, colour, text.substr(begin), align, text);
      break;
    }
    const float x = align == Align::left ? rect.x + piece.x : aligned(rect, piece.width, align);
    draw_line(draw(), theme.fonts, style, line, {x, row.y}, colour, piece.text, memory.text_buffer);
  }
  return used.height;
}

float Ui::paragraph(const Rect& rect, TextStyle style, Colour colour, std::string_view text, int max_lines, Align align) {
  if (text.empty()) return 0;
  const float height = paint_paragraph(rect, style, colour, text, max_lines, align);
  say(next_text_id(), rect.with_height(height), MirrorRole::text, text);
  return height;
}

float Ui::paragraph_height(float width, TextStyle style, std::string_view text, int max_lines) const {
  if (text.empty()) return 0;
  const StyledText run{text, style};
  memory.text_layout->lay_out(theme.fonts, {&run, 1}, width);
  const int lines = memory.text_layout->lines();
  return static_cast<float>(max_lines > 0 ? std::min(max_lines, lines) : lines) * line_height(style);
}

float Ui::paint_rich(const Rect& rect, TextStyle style, Colour colour, std::span<const Run> runs, Align align) {
  const std::vector<StyledText> texts = styled(runs, style);
  TextLayout& layout = *memory.text_layout;
  layout.lay_out(theme.fonts, texts, rect.width);
  const float line = line_height(style);
  const float height = static_cast<float>(layout.lines()) * line;
  reach(rect.y + height);
  if (!visible(rect.with_height(height).grow(16, 8))) return height;
  for (const TextPiece& piece : layout.pieces()) {
    const Run& run = runs[piece.run];
    const float start = align == Align::left ? rect.x : aligned(rect, layout.line_width(piece.line), align);
    const Point at{start + piece.x, rect.y + static_cast<float>(piece.line) * line};
    draw_line(draw(), theme.fonts, texts[piece.run].style, line, at, run.colour.value_or(colour), piece.text, memory.text_buffer);
  }
  return height;
}

float Ui::rich(const Rect& rect, TextStyle style, Colour colour, std::span<const Run> runs, Align align) {
  const float height = paint_rich(rect, style, colour, runs, align);
  std::string& whole = memory.spoken_buffer;
  whole.clear();
  for (const Run& run : runs) whole += run.text;
  say(next_text_id(), rect.with_height(height), MirrorRole::text, whole);
  return height;
}

float Ui::rich(const Rect& rect, TextStyle style, Colour colour, std::string_view marked, Align align) {
  return rich(rect, style, colour, parse_marked(marked, c.ink), align);
}

float Ui::rich_height(float width, TextStyle style, std::string_view marked) const {
  const std::vector<StyledText> texts = styled(parse_marked(marked, c.ink), style);
  memory.text_layout->lay_out(theme.fonts, texts, width);
  return static_cast<float>(memory.text_layout->lines()) * line_height(style);
}

void Ui::paint_icon(const Rect& rect, Icon icon, Colour colour, float size) {
  if (icon == Icon::none || !visible(rect)) return;
  const auto point = static_cast<char32_t>(icon);
  // Lucide sits in the private area of the basic plane: always three bytes.
  const std::array<char, 3> utf8{static_cast<char>(0xE0 | (point >> 12)), static_cast<char>(0x80 | ((point >> 6) & 0x3F)),
                                 static_cast<char>(0x80 | (point & 0x3F))};
  const Point centre = rect.centre();
  const ImVec2 at(snap(centre.x - size / 2), snap(centre.y - size / 2));
  draw().AddText(theme.fonts.icons, size, at, colour, utf8.data(), utf8.data() + utf8.size());
}

}  // namespace fullcircle::ui
