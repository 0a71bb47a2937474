#include "rating/figure.h"

namespace fullcircle::rating {

std::string_view code_of(Undefined reason) {
  switch (reason) {
    case Undefined::NoData: return "no_data";
    case Undefined::NoVariation: return "no_variation";
    case Undefined::OneRater: return "one_rater";
    case Undefined::OneRatee: return "one_ratee";
    case Undefined::TooFewPoints: return "too_few_points";
    case Undefined::NotConnected: return "not_connected";
    case Undefined::BelowMinimum: return "below_minimum";
    case Undefined::BelowScale: return "below_scale";
    case Undefined::AboveScale: return "above_scale";
    case Undefined::Cycle: return "cycle";
  }
  return "no_data";
}

}  // namespace fullcircle::rating
