// Zero of a function that changes its sign between two ends.
#pragma once

#include <cmath>
#include <limits>
#include <utility>

namespace fullcircle::rating {

/// Brent's method, to the last few bits.
///
/// In:     f(low) and f(high) have different signs (or one is 0).
/// Source: Brent 1973, Algorithms for Minimization without Derivatives, chapter 4 (zero).
template <class F>
double find_root(F&& f, double low, double high) {
  double a = low, b = high, fa = f(a), fb = f(b);
  double c = a, fc = fa, d = b - a, e = d;
  for (int step = 0; step < 300 && fb != 0; ++step) {
    if ((fb > 0) == (fc > 0)) {
      c = a, fc = fa;
      d = e = b - a;
    }
    if (std::fabs(fc) < std::fabs(fb)) {
      a = b, b = c, c = a;
      fa = fb, fb = fc, fc = fa;
    }
    const double tolerance = 2 * std::numeric_limits<double>::epsilon() * std::fabs(b) + 1e-300;
    const double middle = 0.5 * (c - b);
    if (std::fabs(middle) <= tolerance) break;
    if (std::fabs(e) < tolerance || std::fabs(fa) <= std::fabs(fb)) {
      d = e = middle;
    } else {
      const double s = fb / fa;
      double p, q;
      if (a == c) {
        p = 2 * middle * s;
        q = 1 - s;
      } else {
        const double r = fb / fc, t = fa / fc;
        p = s * (2 * middle * t * (t - r) - (b - a) * (r - 1));
        q = (t - 1) * (r - 1) * (s - 1);
      }
      if (p > 0) q = -q;
      p = std::fabs(p);
      if (2 * p < 3 * middle * q - std::fabs(tolerance * q) && p < std::fabs(0.5 * e * q)) {
        e = std::exchange(d, p / q);
      } else {
        d = e = middle;
      }
    }
    a = b, fa = fb;
    b += std::fabs(d) > tolerance ? d : std::copysign(tolerance, middle);
    fb = f(b);
  }
  return b;
}

}  // namespace fullcircle::rating
