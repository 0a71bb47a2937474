#include "app/queries/search_words.h"

#include <algorithm>

namespace fullcircle {

SearchWords::SearchWords(std::string_view key) {
  for (std::size_t at = 0, end; at < key.size(); at = end + 1) {
    end = std::min(key.find_first_of(" \t\r\n", at), key.size());
    if (end > at) words_.emplace_back(key.substr(at, end - at));
  }
}

bool SearchWords::are_in(std::string_view key) const {
  return std::ranges::all_of(words_, [&](const std::string& word) { return key.find(word) != std::string_view::npos; });
}

}  // namespace fullcircle
