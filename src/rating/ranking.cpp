#include "rating/ranking.h"

#include <algorithm>
#include <numeric>

#include "model/sorting.h"

namespace fullcircle::rating {

Ranking compute_ranking(const std::vector<double>& scores) {
  const std::size_t n = scores.size();
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  sort_stably(order, {}, [&](std::size_t place) { return scores[place]; });
  Ranking result{std::vector<double>(n), std::vector<double>(n), std::vector<int>(n)};
  for (std::size_t first = 0; first < n;) {
    std::size_t last = first;
    while (last + 1 < n && scores[order[last + 1]] == scores[order[first]]) ++last;
    const double equal = static_cast<double>(last - first + 1);
    for (std::size_t i = first; i <= last; ++i) {
      result.midranks[order[i]] = static_cast<double>(first) + (equal + 1) / 2;
      result.percentile[order[i]] = (static_cast<double>(first) + equal / 2) / static_cast<double>(n);
      result.competition[order[i]] = static_cast<int>(n - last);
    }
    first = last + 1;
  }
  return result;
}

std::vector<double> compute_midranks(const std::vector<double>& values) { return compute_ranking(values).midranks; }

}  // namespace fullcircle::rating
