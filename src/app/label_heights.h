// Where the labels of a chart's lines stand, on the screen and on paper.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "model/sorting.h"

namespace fullcircle {

/// Each at the height it wants, or below the one above it where the two would overlap. In: heights from the top, in any order; `apart`: of two
/// labels. Out: in the same order.
template <class Number>
std::vector<Number> label_heights(std::vector<Number> wanted, Number apart) {
  std::vector<std::size_t> order(wanted.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  sort_stably(order, {}, [&](std::size_t i) { return wanted[i]; });
  for (std::size_t i = 1; i < order.size(); ++i) wanted[order[i]] = std::max(wanted[order[i]], wanted[order[i - 1]] + apart);
  return wanted;
}

}  // namespace fullcircle
