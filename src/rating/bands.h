// Labels for scores: half-open bands, so that no score falls between two of them.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "rating/figure.h"
#include "rating/rounding.h"

namespace fullcircle::rating {

/// `edges` ascending and one more than `labels`: band i is [edges[i], edges[i+1]), the last one closed.
struct Bands {
  std::vector<double> edges{1, 1.5, 2.5, 3.5, 4.5, 5};
  std::vector<std::string> labels{"1", "2", "3", "4", "5"};

  /// Edges strictly ascending and one more than there are labels.
  bool valid() const;
};

/// Index of the band of an already rounded score; never rounds again.
///
/// Out:    BelowScale, AboveScale.
/// Example: 4.50 in the default bands -> 4 ("5"); 4.49 -> 3 ("4")
Maybe<std::size_t> find_band(const Decimal& rounded, const Bands& bands);

}  // namespace fullcircle::rating
