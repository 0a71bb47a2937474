// Severe and lenient raters: ratees' and raters' additive effects by least squares, and ratings adjusted for them.
#pragma once

#include <vector>

#include "rating/figure.h"
#include "rating/rating_design.h"

namespace fullcircle::rating {

/// An effect or a difference of effects with its standard error.
struct Estimate {
  Figure value;
  Figure standard_error;
};

/// Everything by the indexes of ratees and raters.
struct RaterEffects {
  RatingDesign design;
  Figure mu;                            ///< NotConnected with several components
  std::vector<double> ratee_means, rater_means;      ///< raw
  std::vector<Estimate> ratee_effects, rater_effects;  ///< each set sums to zero in its component
  std::vector<Estimate> adjusted;       ///< the component's mean plus the effect
  Figure residual_sd;                   ///< pooled over components
  double df = 0;
  Figure ss_ratee, f_ratee;             ///< ratees after raters
  std::vector<Estimate> ratee_contrasts, rater_contrasts;  ///< in the order asked
};

struct Contrast {
  std::size_t a = 0;
  std::size_t b = 0;
};

/// y = mu + ratee + rater + error, each connected component by itself.
///
/// In:     every ratee and rater index occurs; a pair may occur several times.
/// Out:    NoData without ratings; standard errors TooFewPoints without degrees of freedom; OneRater or OneRatee for an effect
///         that is 0 only because its component has a single level; contrasts across components NotConnected.
/// Source: Searle 1971, Linear Models, chapter 7 (two-way crossed classification without interaction).
RaterEffects compute_rater_effects(const std::vector<Rating>& ratings, std::size_t ratee_count, std::size_t rater_count,
                                   const std::vector<Contrast>& ratee_contrasts, const std::vector<Contrast>& rater_contrasts);

}  // namespace fullcircle::rating
