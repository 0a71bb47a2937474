#include "store/table.h"

#include <numeric>

namespace fullcircle {

std::vector<std::uint32_t> compute_order(const std::vector<RecordId>& ids) {
  std::vector<std::uint32_t> places(ids.size());
  std::iota(places.begin(), places.end(), 0u);
  std::ranges::stable_sort(places, {}, [&](std::uint32_t place) { return ids[place]; });
  return places;
}

}  // namespace fullcircle
