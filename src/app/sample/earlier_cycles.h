// Reviews of earlier half-years: of these only what was released is kept, so that trends have points and files stay small.
#pragma once

#include <vector>

#include "app/sample/sample_writer.h"

namespace fullcircle {

/// A cycle that is over, with the reviews of everybody who was there.
struct EarlierCycle {
  ReviewCycle cycle;
  std::vector<Review> reviews;
};

/// Beyond this many people an earlier result keeps its head figures and nothing by criterion.
inline constexpr std::size_t kMostWithCriteria = 200;

/// Ends `shift` days from the end of `like`, whose form, rules and stages it has. `latest`: reviews with a released result; each
/// person's figures are a little lower or higher than theirs, the further back the more.
EarlierCycle make_earlier_cycle(const SampleWriter& writer, SeededRandom& random, const ReviewCycle& like, const std::vector<Review>& latest, int shift);

}  // namespace fullcircle
