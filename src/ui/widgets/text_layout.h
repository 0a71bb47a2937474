// Where the pieces of a wrapped text stand. Words break at blanks and hyphens, Chinese and Japanese between any two signs.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "ui/theme/theme.h"

namespace fullcircle::ui {

/// A stretch of text in one style on one line.
struct TextPiece {
  std::string_view text;
  std::uint32_t run = 0;
  std::uint32_t line = 0;
  float x = 0;
  float width = 0;
};

struct StyledText {
  std::string_view text;
  TextStyle style;
};

class TextLayout {
 public:
  /// Replaces what was laid out before; keeps its memory.
  void lay_out(const Fonts& fonts, std::span<const StyledText> runs, float width);

  std::span<const TextPiece> pieces() const { return pieces_; }
  int lines() const { return line_ + 1; }
  float line_width(std::uint32_t line) const;

 private:
  void add_chunk(const Fonts& fonts, std::span<const StyledText> runs);
  void add_long_word(const Fonts& fonts, std::span<const StyledText> runs);
  void add_piece(const TextPiece& piece);

  std::vector<TextPiece> pieces_;
  std::vector<TextPiece> chunk_;   ///< what may not be broken, gathered over runs
  float width_ = 0;
  float x_ = 0;
  int line_ = 0;
};

/// Widths and drawing of one stretch; tabular styles take their digits from the font's own code points.
float measure_text(const Fonts& fonts, TextStyle style, std::string_view text);
/// How many bytes of `text` fit into `width`, never half a character.
std::size_t fitting_bytes(const Fonts& fonts, TextStyle style, std::string_view text, float width);
ImFont* font_of(const Fonts& fonts, Weight weight);

/// Reads one character of UTF-8 at `position` and moves past it; a wrong byte reads as U+FFFD.
char32_t next_character(std::string_view text, std::size_t& position);

/// Text as the fonts draw it: tabular digits where the style asks, joined scripts as pictures. `buffer` may hold the result.
std::string_view drawn_text(const Fonts& fonts, TextStyle style, std::string_view text, std::string& buffer);

}  // namespace fullcircle::ui
