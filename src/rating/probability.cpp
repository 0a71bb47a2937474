#include "rating/probability.h"

#include <cmath>
#include <limits>
#include <numbers>

#include "rating/root_finding.h"
#include "rating/special_functions.h"

namespace fullcircle::rating {

namespace {

struct Coefficients {
  double numerator[8];
  double denominator[8];
};

double ratio_at(const Coefficients& c, double r) {
  double above = c.numerator[7];
  double below = c.denominator[7];
  for (int i = 6; i >= 0; --i) {
    above = above * r + c.numerator[i];
    below = below * r + c.denominator[i];
  }
  return above / below;
}

// AS 241, routine PPND16: the centre, the shoulders and the far tails.
constexpr Coefficients kCentre{
    {3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
     4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3},
    {1.0, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3, 2.1213794301586595867e4,
     3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3}};
constexpr Coefficients kShoulder{
    {1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0, 3.64784832476320460504e0,
     1.27045825245236838258e0, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4},
    {1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1, 1.48103976427480074590e-1,
     1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9}};
constexpr Coefficients kTail{
    {6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0, 2.96560571828504891230e-1,
     2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7},
    {1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2, 7.86869131145613259100e-4,
     1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15}};

/// The point beyond which `tail` (decreasing from above p to 0) is p.
template <class Tail>
double solve_tail(Tail&& tail, double p) {
  double low = 1;
  double high = 1;
  while (tail(high) > p && high < 1e300) high *= 2;
  while (tail(low) < p && low > 1e-300) low /= 2;
  if (low == high) return low;
  // In the logarithm: the quantile may be anywhere between 1e-300 and 1e300.
  return std::exp(find_root([&](double log_x) { return tail(std::exp(log_x)) - p; }, std::log(low), std::log(high)));
}

}  // namespace

double normal_cdf(double z) { return 0.5 * std::erfc(-z / std::numbers::sqrt2); }

double normal_quantile(double p) {
  const double q = p - 0.5;
  if (std::fabs(q) <= 0.425) return q * ratio_at(kCentre, 0.180625 - q * q);
  const double r = std::sqrt(-std::log(q < 0 ? p : 1 - p));
  const double z = r <= 5 ? ratio_at(kShoulder, r - 1.6) : ratio_at(kTail, r - 5);
  return q < 0 ? -z : z;
}

double normal_quantile_975() { return 1.959963984540054; }

double t_two_sided(double t, double df) {
  if (std::isinf(t)) return 0;
  // Ratios, not sums of squares: t² may overflow and df/(df + t²) must keep its digits in both tails.
  const double tt = t * t / df;
  if (std::isinf(tt)) return 0;
  return incomplete_beta(df / 2, 0.5, 1 / (1 + tt), tt / (1 + tt));
}

double t_upper_tail(double t, double df) {
  const double half = t_two_sided(t, df) / 2;
  return t > 0 ? half : 1 - half;
}

double t_quantile(double p, double df) {
  if (p == 0.5) return 0;
  const double tail = p < 0.5 ? p : 1 - p;
  const double t = solve_tail([&](double x) { return t_two_sided(x, df) / 2; }, tail);
  return p < 0.5 ? -t : t;
}

double f_upper_tail(double f, double df1, double df2) {
  if (f <= 0) return 1;
  const double ratio = df1 / df2 * f;
  if (std::isinf(ratio)) return 0;
  return incomplete_beta(df2 / 2, df1 / 2, 1 / (1 + ratio), ratio / (1 + ratio));
}

double f_quantile(double p, double df1, double df2) {
  return solve_tail([&](double x) { return f_upper_tail(x, df1, df2); }, 1 - p);
}

double chi_square_upper_tail(double x, double df) { return upper_incomplete_gamma(df / 2, x / 2); }

}  // namespace fullcircle::rating
