#include "model/sorting.h"

#include <algorithm>
#include <numeric>

namespace fullcircle {

std::vector<std::uint32_t> compute_order(std::size_t count, bool (*comes_before)(std::uint32_t, std::uint32_t, const void*), const void* context) {
  std::uint32_t in_order = 1;
  while (in_order < count && !comes_before(in_order, in_order - 1, context)) ++in_order;
  if (in_order >= count) return {};
  std::vector<std::uint32_t> order(count), merged(count);
  std::iota(order.begin(), order.end(), 0u);
  for (std::size_t width = 1; width < count; width *= 2) {
    for (std::size_t start = 0; start < count; start += 2 * width) {
      const std::size_t middle = std::min(start + width, count), end = std::min(start + 2 * width, count);
      std::size_t left = start, right = middle;
      for (std::size_t to = start; to < end; ++to) {
        const bool takes_left = right == end || (left < middle && !comes_before(order[right], order[left], context));
        merged[to] = order[takes_left ? left++ : right++];
      }
    }
    order.swap(merged);
  }
  return order;
}

}  // namespace fullcircle
