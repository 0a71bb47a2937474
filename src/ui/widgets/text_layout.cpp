#include "ui/widgets/text_layout.h"

#include <imgui.h>

#include <cfloat>
#include <cmath>

namespace fullcircle::ui {
namespace {

bool is_wide_script(char32_t character) {
  return (character >= 0x2E80 && character <= 0x9FFF) || (character >= 0xAC00 && character <= 0xD7A3) ||
         (character >= 0xF900 && character <= 0xFAFF) || (character >= 0xFF00 && character <= 0xFFEF) ||
         (character >= 0x20000 && character <= 0x3FFFF);
}

/// Punctuation that never begins a line. Source: JIS X 4051, cl-02, cl-05 to cl-07, the signs in common use.
bool stays_with_previous(char32_t character) {
  constexpr std::u32string_view signs = U"、。，．：；？！）」』】》〉〕”’…—%,.;:?!)]}";
  return signs.find(character) != std::u32string_view::npos;
}

/// Punctuation that never ends a line (cl-01).
bool stays_with_next(char32_t character) {
  constexpr std::u32string_view signs = U"（「『【《〈〔“‘([{";
  return signs.find(character) != std::u32string_view::npos;
}

bool may_break_between(char32_t before, char32_t after) {
  if (before == 0 || stays_with_previous(after) || stays_with_next(before)) return false;
  if (is_wide_script(before) || is_wide_script(after)) return true;
  return (before == U'-' || before == 0x2010 || before == U'/') && after != U' ' && !(after >= U'0' && after <= U'9');
}

/// Rewrites digits to the tabular ones.
std::string_view with_tabular_digits(std::string_view text, std::string& buffer) {
  buffer.clear();
  for (const char byte : text) {
    if (byte >= '0' && byte <= '9') {
      buffer.append("\xEF\x9C", 2);                       // U+F730 to U+F739, see assets/fonts/make_fonts.py
      buffer.push_back(static_cast<char>(0xB0 + (byte - '0')));
    } else {
      buffer.push_back(byte);
    }
  }
  return buffer;
}

}  // namespace

char32_t next_character(std::string_view text, std::size_t& position) {
  unsigned int character = 0;
  const char* end = text.data() + text.size();
  const int bytes = [&] {
    const auto lead = static_cast<unsigned char>(text[position]);
    const int length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (lead < 0x80) {
      character = lead;
    } else if (text.data() + position + length > end || lead < 0xC2) {
      character = 0xFFFD;
      return 1;
    } else {
      character = lead & (0xFFu >> (length + 1));
      for (int i = 1; i < length; ++i) character = character << 6 | (static_cast<unsigned char>(text[position + i]) & 0x3Fu);
    }
    return length;
  }();
  position += static_cast<std::size_t>(bytes);
  return character;
}

ImFont* font_of(const Fonts& fonts, Weight weight) {
  return weight == Weight::regular ? fonts.regular : weight == Weight::medium ? fonts.medium : fonts.semibold;
}

std::string_view drawn_text(const Fonts& fonts, TextStyle style, std::string_view text, std::string& buffer) {
  if (style.tabular) text = with_tabular_digits(text, buffer);
  if (fonts.shaped_runs == nullptr) return text;
  std::string shaped;
  const std::string_view encoded = fonts.shaped_runs->encode(text, shaped);
  if (encoded.data() == text.data()) return text;
  buffer = std::move(shaped);
  return buffer;
}

float measure_text(const Fonts& fonts, TextStyle style, std::string_view text) {
  if (text.empty()) return 0;
  std::string buffer;
  const std::string_view drawn = drawn_text(fonts, style, text, buffer);
  return font_of(fonts, style.weight)
      ->CalcTextSizeA(style.size, FLT_MAX, 0, drawn.data(), drawn.data() + drawn.size()).x;
}

std::size_t fitting_bytes(const Fonts& fonts, TextStyle style, std::string_view text, float width) {
  if (width <= 0) return 0;
  std::string buffer;
  const std::string_view drawn = fonts.shaped_runs != nullptr ? fonts.shaped_runs->encode(text, buffer) : text;
  const char* rest = drawn.data();
  // Dear ImGui stops at a character that ends exactly at the limit; here it still fits.
  font_of(fonts, style.weight)
      ->CalcTextSizeA(style.size, std::nextafter(width, FLT_MAX), 0, drawn.data(), drawn.data() + drawn.size(), &rest);
  const auto bytes = static_cast<std::size_t>(rest - drawn.data());
  return drawn.data() == text.data() ? bytes : fonts.shaped_runs->source_length(drawn.substr(0, bytes));
}

float TextLayout::line_width(std::uint32_t line) const {
  float width = 0;
  for (const TextPiece& piece : pieces_)
    if (piece.line == line) width = std::max(width, piece.x + piece.width);
  return width;
}

void TextLayout::add_piece(const TextPiece& piece) {
  if (!pieces_.empty()) {
    TextPiece& last = pieces_.back();
    // Neighbours on a line are drawn in one go, with the blanks that stood between them.
    if (last.run == piece.run && last.line == piece.line && last.text.data() <= piece.text.data()) {
      const auto length = static_cast<std::size_t>(piece.text.data() + piece.text.size() - last.text.data());
      last.text = {last.text.data(), length};
      last.width = piece.x + piece.width - last.x;
      return;
    }
  }
  pieces_.push_back(piece);
}

void TextLayout::add_long_word(const Fonts& fonts, std::span<const StyledText> runs) {
  for (const TextPiece& whole : chunk_) {
    std::string_view rest = whole.text;
    const TextStyle style = runs[whole.run].style;
    while (!rest.empty()) {
      std::size_t bytes = fitting_bytes(fonts, style, rest, width_ - x_);
      if (bytes == 0 && x_ > 0) {
        x_ = 0;
        ++line_;
        continue;
      }
      if (bytes == 0) next_character(rest, bytes);   // narrower than one character: it sticks out
      const std::string_view part = rest.substr(0, bytes);
      const float width = measure_text(fonts, style, part);
      add_piece({part, whole.run, static_cast<std::uint32_t>(line_), x_, width});
      x_ += width;
      rest.remove_prefix(bytes);
    }
  }
  chunk_.clear();
}

void TextLayout::add_chunk(const Fonts& fonts, std::span<const StyledText> runs) {
  if (chunk_.empty()) return;
  float width = 0;
  for (TextPiece& piece : chunk_) width += piece.width = measure_text(fonts, runs[piece.run].style, piece.text);
  if (x_ + width > width_ + 0.5f && x_ > 0) {
    x_ = 0;
    ++line_;
  }
  if (width > width_ + 0.5f) return add_long_word(fonts, runs);
  for (TextPiece& piece : chunk_) {
    piece.line = static_cast<std::uint32_t>(line_);
    piece.x = x_;
    x_ += piece.width;
    add_piece(piece);
  }
  chunk_.clear();
}

void TextLayout::lay_out(const Fonts& fonts, std::span<const StyledText> runs, float width) {
  pieces_.clear();
  chunk_.clear();
  width_ = width;
  x_ = 0;
  line_ = 0;
  char32_t before = 0;
  for (std::uint32_t run = 0; run < runs.size(); ++run) {
    const std::string_view text = runs[run].text;
    std::size_t position = 0;
    std::size_t begin = 0;
    const auto close = [&](std::size_t end) {
      if (end > begin) chunk_.push_back({text.substr(begin, end - begin), run});
      begin = end;
    };
    while (position < text.size()) {
      const std::size_t at = position;
      const char32_t character = next_character(text, position);
      if (character == U' ' || character == U'\n') {
        close(at);
        add_chunk(fonts, runs);
        begin = position;
        if (character == U'\n') {
          x_ = 0;
          ++line_;
        } else if (x_ > 0) {
          x_ += measure_text(fonts, runs[run].style, " ");
        }
      } else if (may_break_between(before, character)) {
        close(at);
        add_chunk(fonts, runs);
      }
      before = character;
    }
    close(text.size());
  }
  add_chunk(fonts, runs);
}

}  // namespace fullcircle::ui
