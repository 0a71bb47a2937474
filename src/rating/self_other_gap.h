// The own view beside the others': blind spots, hidden strengths, agreed strengths and weaknesses.
#pragma once

#include "rating/figure.h"

namespace fullcircle::rating {

enum class GapKind {
  BlindSpot,       ///< self is higher than the others by the limit or more
  HiddenStrength,  ///< the others are higher than self by the limit or more
  Strength,        ///< both agree and the others are at or above the high cut
  Weakness,        ///< both agree and the others are below the low cut
  InBetween,       ///< both agree, neither high nor low
};

struct GapPolicy {
  double limit = 0.5;     ///< on the form's scale; 0.5 on five points, a third of the scale with some vendors
  double high_cut = 4.0;  ///< default on 1..5: three quarters of the way up
  double low_cut = 3.0;   ///< default on 1..5: the middle
};

struct Gap {
  Figure value;          ///< self - others; why not, if self or others are missing
  Maybe<GapKind> kind;   ///< not classified without both
};

/// Example: self 4.4, others 3.6 -> +0.8, blind spot
Gap compute_gap(const Figure& self, const Figure& others, const GapPolicy& policy = {});

}  // namespace fullcircle::rating
