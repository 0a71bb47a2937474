#include "app/files/name_search.h"

#include <algorithm>
#include <utility>

#include "model/sorting.h"

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
  for (std::uint32_t i = 0; i < names_.size(); ++i)
    if (!names_[i].empty()) by_first_word_.emplace_back(first_word(names_[i]), i);
  sort_stably(by_first_word_);
}

std::vector<bool> NameIndex::find_in(std::string_view text) const {
  std::vector<bool> found(names_.size());
  for (std::size_t at = 0; at < text.size();) {  // always at the beginning of a word or at a mark
    const std::string_view rest = text.substr(at), word = first_word(rest);
    if (!word.empty() || at == 0 || !is_letter(text[at - 1])) {
      auto next = std::ranges::lower_bound(by_first_word_, std::pair(word, std::uint32_t{0}));
      for (; next != by_first_word_.end() && next->first == word; ++next)
        if (begins_with(rest, names_[next->second])) found[next->second] = true;
    }
    at += std::max<std::size_t>(1, word.size());
  }
  return found;
}

}  // namespace fullcircle
