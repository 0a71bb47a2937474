#include "rating/payout_curve.h"

namespace fullcircle::rating {

namespace {

double line(double x, double x0, double y0, double x1, double y1) { return y0 + (x - x0) / (x1 - x0) * (y1 - y0); }

}  // namespace

bool PayoutCurve::valid() const {
  return (threshold <= target && target <= stretch) || (threshold >= target && target >= stretch);
}

double compute_payout(const PayoutCurve& curve, double result) {
  const bool lower_is_better = curve.threshold > curve.stretch;
  const auto reaches = [&](double mark) { return lower_is_better ? result <= mark : result >= mark; };
  // From the top down, so that two points at one place pay the better of the two.
  if (reaches(curve.stretch)) return curve.at_stretch;
  if (reaches(curve.target)) return line(result, curve.target, curve.at_target, curve.stretch, curve.at_stretch);
  if (reaches(curve.threshold)) return line(result, curve.threshold, curve.at_threshold, curve.target, curve.at_target);
  return 0;
}

}  // namespace fullcircle::rating
