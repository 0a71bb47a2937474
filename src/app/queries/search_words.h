// What a person typed into a search box, as words that must all occur.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fullcircle {

class SearchWords {
 public:
  /// `key`: what was typed, as TextServices::search_key gives it.
  explicit SearchWords(std::string_view key);

  bool empty() const { return words_.empty(); }
  /// Whether each word is somewhere in this search key; without words always.
  bool are_in(std::string_view key) const;

 private:
  std::vector<std::string> words_;
};

}  // namespace fullcircle
