#include "rating/scale.h"

namespace fullcircle::rating {

Figure compute_rescaled(double x, Scale from, Scale to) {
  if (from.min == from.max) return undefined(Undefined::NoVariation);
  return to.min + (x - from.min) * (to.max - to.min) / (from.max - from.min);
}

}  // namespace fullcircle::rating
