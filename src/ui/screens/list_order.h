// What lists of people have in common: narrowing by a typed text and ordering by a name or a value.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/ports.h"
#include "model/sorting.h"

namespace fullcircle {

/// Whether every word typed occurs in `text`; both as search keys. Example: "sup ma" finds "mara support lead".
inline bool matches_words(std::string_view text, std::string_view typed) {
  while (!typed.empty()) {
    const auto end = std::min(typed.find(' '), typed.size());
    if (text.find(typed.substr(0, end)) == std::string_view::npos) return false;
    typed.remove_prefix(std::min(end + 1, typed.size()));
  }
  return true;
}

/// By the rules of the language; equal names keep their order.
template <class Row, class NameOf>
void sort_by_name(std::vector<Row>& rows, TextServices& text, bool descending, NameOf&& name_of) {
  std::vector<std::string_view> names;
  for (const Row& row : rows) names.push_back(name_of(row));
  std::vector<Row> sorted;
  for (const auto at : text.sorted_order(names)) sorted.push_back(rows[at]);
  if (descending) std::ranges::reverse(sorted);
  rows = std::move(sorted);
}

/// `value_of` gives an optional number; rows without one come last in both directions.
template <class Row, class ValueOf>
void sort_by_value(std::vector<Row>& rows, bool descending, ValueOf&& value_of) {
  sort_stably(rows, [&](const Row& a, const Row& b) {
    const auto left = value_of(a), right = value_of(b);
    if (!left || !right) return left.has_value() && !right.has_value();
    return descending ? *left > *right : *left < *right;
  });
}

}  // namespace fullcircle
