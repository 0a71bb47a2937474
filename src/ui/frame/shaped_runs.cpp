#include "ui/frame/shaped_runs.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace fullcircle {
namespace {

enum class Shaping { none, right_to_left, word, cluster };

struct Block {
  char32_t first, last;
  Shaping shaping;
};

/// Blocks of Unicode 16 whose letters change with their neighbours. Source: Scripts.txt and ArabicShaping.txt, by block.
constexpr std::array kBlocks{
    Block{0x0590, 0x08FF, Shaping::right_to_left},  // Hebrew, Arabic, Syriac, Thaana, NKo, Samaritan, Mandaic
    Block{0x0900, 0x0DFF, Shaping::word},           // Devanagari to Sinhala
    Block{0x0E00, 0x0EFF, Shaping::cluster},        // Thai, Lao
    Block{0x0F00, 0x109F, Shaping::cluster},        // Tibetan, Myanmar
    Block{0x1780, 0x17FF, Shaping::cluster},        // Khmer
    Block{0x1800, 0x18AF, Shaping::word},           // Mongolian
    Block{0x1F1E6, 0x1F1FF, Shaping::cluster},      // flags
    Block{0x1F300, 0x1FAFF, Shaping::cluster},      // emoji
    Block{0xFB1D, 0xFDFF, Shaping::right_to_left},  // presentation forms
    Block{0xFE70, 0xFEFE, Shaping::right_to_left},
    Block{0x10800, 0x10FFF, Shaping::right_to_left},
    Block{0x1E800, 0x1EFFF, Shaping::right_to_left},
};

Shaping shaping_of(char32_t character) {
  if (character < 0x0590) return Shaping::none;
  for (const Block& block : kBlocks)
    if (character >= block.first && character <= block.last) return block.shaping;
  return Shaping::none;
}

/// A letter and what follows it are drawn together: marks, joiners, skin tones, tags, the second half of a flag.
bool extends_cluster(char32_t character) {
  return (character >= 0x0300 && character <= 0x036F) || (character >= 0x1AB0 && character <= 0x1AFF) ||
         (character >= 0x20D0 && character <= 0x20FF) || character == 0x200D || (character >= 0xFE00 && character <= 0xFE0F) ||
         (character >= 0x1F3FB && character <= 0x1F3FF) || (character >= 0xE0020 && character <= 0xE007F) ||
         character == 0x0E31 || (character >= 0x0E34 && character <= 0x0E3A) || (character >= 0x0E47 && character <= 0x0E4E) ||
         character == 0x0EB1 || (character >= 0x0EB4 && character <= 0x0EBC) || (character >= 0x0EC8 && character <= 0x0ECE) ||
         (character >= 0x0F71 && character <= 0x0F84) || (character >= 0x0F8D && character <= 0x0FBC) ||
         (character >= 0x102B && character <= 0x103E) || (character >= 0x1056 && character <= 0x1060) ||
         (character >= 0x17B4 && character <= 0x17D3);
}

bool is_flag_half(char32_t character) { return character >= 0x1F1E6 && character <= 0x1F1FF; }

/// Well-formed UTF-8 only; a stray byte is passed on as itself.
char32_t next(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const unsigned lead = byte(at);
  const std::size_t length = lead < 0xC2 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 1;
  char32_t character = length == 1 ? lead : lead & (0xFFu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return ++at, lead;
    character = character << 6 | (byte(at + i) & 0x3F);
  }
  at += length;
  return character;
}

char32_t peek(std::string_view text, std::size_t at) { return at < text.size() ? next(text, at) : 0; }

void append_utf8(std::string& text, char32_t character) {  // private characters: always three bytes
  text.push_back(static_cast<char>(0xE0 | character >> 12));
  text.push_back(static_cast<char>(0x80 | (character >> 6 & 0x3F)));
  text.push_back(static_cast<char>(0x80 | (character & 0x3F)));
}

std::size_t end_of_cluster(std::string_view text, std::size_t at) {
  const bool flag = is_flag_half(next(text, at));
  if (flag && is_flag_half(peek(text, at))) next(text, at);
  while (at < text.size()) {
    std::size_t after = at;
    const char32_t character = next(text, after);
    if (!extends_cluster(character)) break;
    at = after;
    if (character == 0x200D && at < text.size()) next(text, at);
  }
  return at;
}

/// From the first letter to the last of the same kind. Blanks and signs between right-to-left letters are inside, and so
/// are numbers after them (UAX #9, W2 and W7: a number continues the run it follows).
std::size_t end_of_stretch(std::string_view text, std::size_t at, Shaping shaping) {
  std::size_t end = at;
  while (at < text.size()) {
    const char32_t character = next(text, at);
    if (character == U'\n') break;
    const Shaping its = shaping_of(character);
    const bool digit = shaping == Shaping::right_to_left && character >= U'0' && character <= U'9';
    if (its == shaping || (its == Shaping::none && extends_cluster(character)) || character == 0x200C || digit) end = at;
    else if (shaping == Shaping::word || its != Shaping::none || character >= U'A') break;
  }
  return end;
}

/// No byte below U+0300 in UTF-8 starts any of this: nearly all text is known to need nothing after one look.
bool may_need_shaping(std::string_view text) {
  return std::ranges::any_of(text, [](char byte) { return static_cast<unsigned char>(byte) >= 0xCC; });
}

}  // namespace

std::string_view ShapedRuns::encode(std::string_view text, std::string& buffer) {
  if (!may_need_shaping(text)) return text;
  buffer.clear();
  bool replaced = false;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t after = at;
    const Shaping shaping = shaping_of(next(text, after));
    std::size_t end = after;
    if (shaping == Shaping::right_to_left || shaping == Shaping::word) end = end_of_stretch(text, at, shaping);
    else if (shaping == Shaping::cluster || extends_cluster(peek(text, after))) end = end_of_cluster(text, at);
    const bool alone = end == after && shaping != Shaping::right_to_left && shaping != Shaping::word;
    const char32_t character = alone ? 0 : character_for(text.substr(at, end - at));
    if (character == 0) {
      buffer.append(text.substr(at, end - at));
    } else {
      append_utf8(buffer, character);
      replaced = true;
    }
    at = end;
  }
  return replaced ? std::string_view(buffer) : text;
}

char32_t ShapedRuns::character_for(std::string_view stretch) {
  const auto known = characters_.find(stretch);
  if (known != characters_.end()) return known->second;
  const char32_t character = kFirst + static_cast<char32_t>(runs_.size());
  if (character > kLast) return 0;
  characters_.emplace(runs_.emplace_back(stretch), character);
  return character;
}

std::string_view ShapedRuns::run(char32_t character) const {
  const std::size_t index = character - kFirst;
  return character >= kFirst && index < runs_.size() ? std::string_view(runs_[index]) : std::string_view{};
}

std::size_t ShapedRuns::source_length(std::string_view encoded) const {
  std::size_t length = 0;
  for (std::size_t at = 0; at < encoded.size();) {
    const std::size_t begin = at;
    const std::string_view stretch = run(next(encoded, at));
    length += stretch.empty() ? at - begin : stretch.size();
  }
  return length;
}

}  // namespace fullcircle
