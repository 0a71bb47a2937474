// Who rated whom: the pattern of ratings as a sparse table, and its connected components.
#pragma once

#include <cstddef>
#include <vector>

namespace fullcircle::rating {

/// One rating, by the indexes of ratee and rater.
struct Rating {
  std::size_t ratee = 0;
  std::size_t rater = 0;
  double value = 0;
};

/// How often one level of a factor met one level of the other.
struct DesignCell {
  std::size_t other = 0;
  double count = 0;
};

/// The design from one side: for each level its ratings' number and the levels of the other side it met.
struct DesignSide {
  std::vector<double> counts;
  std::vector<std::vector<DesignCell>> cells;  ///< sorted by other
};

struct RatingDesign {
  DesignSide ratees;
  DesignSide raters;
  std::vector<std::size_t> ratee_component;  ///< from 0, in order of the first ratee's index
  std::vector<std::size_t> rater_component;
  std::size_t component_count = 0;
};

/// In:     indexes below the counts; every ratee and rater occurs.
RatingDesign compute_design(const std::vector<Rating>& ratings, std::size_t ratee_count, std::size_t rater_count);

}  // namespace fullcircle::rating
