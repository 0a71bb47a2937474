// Whom a text names: a name as a word of its own, not as a piece of another.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace fullcircle {

/// Example: "Bo" is in "as Bo said", not in "about". Letters beyond ASCII count as part of a word.
bool names_somebody(std::string_view text, std::string_view name);

/// The same for all names of a team at once: the time goes with the length of the text, not with how many names there are.
class NameIndex {
 public:
  /// The names must outlive the index. An empty one is never found.
  explicit NameIndex(std::vector<std::string_view> names);

  /// For each name whether the text has it.
  std::vector<bool> find_in(std::string_view text) const;
  const std::vector<std::string_view>& names() const { return names_; }

 private:
  std::vector<std::string_view> names_;
  /// A name's first word, empty for one that begins with a digit or a mark, and its place; in ascending order.
  std::vector<std::pair<std::string_view, std::uint32_t>> by_first_word_;
};

}  // namespace fullcircle
