#include "rating/self_other_gap.h"

#include "rating/rounding.h"

namespace fullcircle::rating {

Gap compute_gap(const Figure& self, const Figure& others, const GapPolicy& policy) {
  if (!self) return {undefined(self.error()), undefined(self.error())};
  if (!others) return {undefined(others.error()), undefined(others.error())};
  // 4.1 - 3.6 is a hair below 0.5 in doubles: snapped, or the limit itself would not count.
  const double gap = snap(*self - *others);
  const double level = snap(*others);
  GapKind kind = GapKind::InBetween;
  if (gap >= policy.limit) {
    kind = GapKind::BlindSpot;
  } else if (gap <= -policy.limit) {
    kind = GapKind::HiddenStrength;
  } else if (level >= policy.high_cut) {
    kind = GapKind::Strength;
  } else if (level < policy.low_cut) {
    kind = GapKind::Weakness;
  }
  return {gap, kind};
}

}  // namespace fullcircle::rating
