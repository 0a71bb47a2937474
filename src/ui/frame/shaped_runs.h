// Text whose letters join, reorder or combine: Arabic, Hebrew, Devanagari, Thai, flags and families of emoji. Dear ImGui
// draws one character after the other from left to right, so a stretch of such text becomes one private character, and
// the browser draws the whole stretch as that character's picture.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace fullcircle {

class ShapedRuns {
 public:
  /// The private characters: U+E000 to U+F6FF. Above it lie the tabular digits of assets/fonts.
  static constexpr char32_t kFirst = 0xE000;
  static constexpr char32_t kLast = 0xF6FF;

  /// The text with each such stretch replaced by its character; the text itself, uncopied, when it has none.
  ///
  /// Right-to-left text is one stretch with the blanks inside it, or its words would stand in the wrong order; Indic text
  /// goes word by word, other scripts and emoji letter by letter, so that lines still break. When all private characters
  /// are taken, new stretches stay as they are: readable, though not joined.
  std::string_view encode(std::string_view text, std::string& buffer);

  /// How many bytes of the original text a beginning of encoded text stands for.
  std::size_t source_length(std::string_view encoded) const;

  /// The stretch behind a private character; empty for any other. Stays valid for good.
  std::string_view run(char32_t character) const;

 private:
  char32_t character_for(std::string_view stretch);

  std::deque<std::string> runs_;
  std::unordered_map<std::string_view, char32_t> characters_;
};

}  // namespace fullcircle
