#include "app/files/name_search.h"

#include <utility>

namespace fullcircle {
namespace {

bool is_letter(char c) {
  const char lower = static_cast<char>(c | 0x20);
  return (lower >= 'a' && lower <= 'z') || (static_cast<unsigned char>(c) & 0x80) != 0;
}

std::string_view first_word(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_letter(text[end])) ++end;
  return text.substr(0, end);
}

bool begins_with(std::string_view text, std::string_view name) {
  return text.starts_with(name) && (text.size() == name.size() || !is_letter(text[name.size()]));
}

}  // namespace

bool names_somebody(std::string_view text, std::string_view name) { return NameIndex({name}).find_in(text)[0]; }

NameIndex::NameIndex(std::vector<std::string_view> names) : names_(std::move(names)) {
  for (std::uint32_t i = 0; i < names_.size(); ++i) {
    if (names_[i].empty()) continue;
    const std::string_view word = first_word(names_[i]);
    (word.empty() ? wordless_ : by_first_word_[word]).push_back(i);
  }
}

std::vector<bool> NameIndex::find_in(std::string_view text) const {
  std::vector<bool> found(names_.size());
  const auto look = [&](const std::vector<std::uint32_t>& candidates, std::string_view rest) {
    for (const std::uint32_t i : candidates)
      if (begins_with(rest, names_[i])) found[i] = true;
  };
  for (std::size_t at = 0; at < text.size();) {  // always at the beginning of a word or at a mark
    const std::string_view rest = text.substr(at), word = first_word(rest);
    if (word.empty()) {
      if (at == 0 || !is_letter(text[at - 1])) look(wordless_, rest);
      ++at;
      continue;
    }
    if (const auto candidates = by_first_word_.find(word); candidates != by_first_word_.end()) look(candidates->second, rest);
    at += word.size();
  }
  return found;
}

}  // namespace fullcircle
