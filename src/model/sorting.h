// Sorting whose work is compiled once: std::ranges::stable_sort is some kilobytes of code for each type and each order.
#pragma once

#include <cstdint>
#include <functional>
#include <ranges>
#include <utility>
#include <vector>

namespace fullcircle {

/// The places of `count` items in ascending order; equal ones keep theirs. Empty when all are in order already.
std::vector<std::uint32_t> compute_order(std::size_t count, bool (*comes_before)(std::uint32_t left, std::uint32_t right, const void* context),
                                         const void* context);

/// Does what std::ranges::stable_sort does; takes room for two numbers an item.
template <std::ranges::contiguous_range Items, class Less = std::ranges::less, class Key = std::identity>
void sort_stably(Items&& items, Less less = {}, Key key = {}) {
  auto* const first = std::ranges::data(items);
  const auto comes_before = [&](std::uint32_t left, std::uint32_t right) -> bool {
    return std::invoke(less, std::invoke(key, first[left]), std::invoke(key, first[right]));
  };
  auto order = compute_order(
      std::ranges::size(items),
      [](std::uint32_t left, std::uint32_t right, const void* context) { return (*static_cast<decltype(&comes_before)>(context))(left, right); },
      &comes_before);
  for (std::uint32_t start = 0; start < order.size(); ++start) {  // one circle of places after the other
    if (order[start] == start) continue;
    auto held = std::move(first[start]);
    std::uint32_t at = start;
    for (std::uint32_t from = order[at]; from != start; from = order[at]) {
      first[at] = std::move(first[from]);
      order[at] = at;
      at = from;
    }
    first[at] = std::move(held);
    order[at] = at;
  }
}

}  // namespace fullcircle
