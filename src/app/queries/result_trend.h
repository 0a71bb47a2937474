// The results of one person over the cycles, as far as whoever looks may see them.
#pragma once

#include <string>
#include <vector>

#include "app/model_view.h"
#include "rating/figure.h"

namespace fullcircle {

struct TrendPoint {
  Id<Review> review;
  std::string cycle;  ///< its name
  Day day;            ///< on which it ended
  rating::Figure others, overall;  ///< one of them has a value
};

/// The earliest cycle first; cycles without a figure are left out.
std::vector<TrendPoint> compute_result_trend(const ModelView& view, Id<Person> person);

}  // namespace fullcircle
