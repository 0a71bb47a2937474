#include "rating/special_functions.h"

#include <cmath>
#include <limits>
#include <numbers>

namespace fullcircle::rating {

namespace {

constexpr double kEpsilon = std::numeric_limits<double>::epsilon();
constexpr double kTiny = 1e-300;
constexpr int kMostSteps = 100'000;

/// x ln(x / m) + m - x without cancellation near x = m (Loader 2000, equation 5).
double deviance_part(double x, double m) {
  if (x == 0) return m;
  if (std::fabs(x - m) < 0.1 * (x + m)) {
    const double v = (x - m) / (x + m);
    double sum = (x - m) * v;
    double term = 2 * x * v;
    for (int j = 1; j < 1000; ++j) {
      term *= v * v;
      const double next = sum + term / (2 * j + 1);
      if (next == sum) return next;
      sum = next;
    }
    return sum;
  }
  return x * std::log(x / m) + m - x;
}

/// Lentz's evaluation of DLMF 8.17.22: converges fast for x < (a + 1) / (a + b + 2).
double beta_fraction(double a, double b, double x) {
  double c = 1;
  double d = 1 - (a + b) * x / (a + 1);
  if (std::fabs(d) < kTiny) d = kTiny;
  d = 1 / d;
  double h = d;
  for (int m = 1; m <= kMostSteps; ++m) {
    const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 + even * d;
    c = 1 + even / c;
    if (std::fabs(d) < kTiny) d = kTiny;
    if (std::fabs(c) < kTiny) c = kTiny;
    d = 1 / d;
    h *= d * c;
    const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 + odd * d;
    c = 1 + odd / c;
    if (std::fabs(d) < kTiny) d = kTiny;
    if (std::fabs(c) < kTiny) c = kTiny;
    d = 1 / d;
    const double factor = d * c;
    h *= factor;
    if (std::fabs(factor - 1) <= kEpsilon) break;
  }
  return h;
}

/// x^a e^-x / Γ(a + 1).
double gamma_kernel(double a, double x) {
  return std::exp(-stirling_error(a) - deviance_part(a, x)) / std::sqrt(2 * std::numbers::pi * a);
}

}  // namespace

double stirling_error(double x) {
  if (x > 15) {
    // Bernoulli numbers over 2k(2k-1): DLMF 5.11.1.
    const double xx = x * x;
    return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - (1.0 / 1188 - 691.0 / 360360 / xx) / xx) / xx) / xx) / xx) / x;
  }
  constexpr double kHalfLogTwoPi = 0.918938533204672741780329736406;
  return std::lgamma(x + 1) - (x + 0.5) * std::log(x) + x - kHalfLogTwoPi;
}

double beta_kernel(double a, double b, double x, double y) {
  const double n = a + b;
  const double log_part =
      stirling_error(n) - stirling_error(a) - stirling_error(b) - deviance_part(a, n * x) - deviance_part(b, n * y);
  // The binomial density of Loader times a b / (a + b); its 2π a b / n stands under a root.
  return std::exp(log_part) * std::sqrt(a * (b / n) / (2 * std::numbers::pi));
}

double incomplete_beta(double a, double b, double x, double y) {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  const double kernel = beta_kernel(a, b, x, y);
  if (x < (a + 1) / (a + b + 2)) return kernel * beta_fraction(a, b, x) / a;
  return 1 - kernel * beta_fraction(b, a, y) / b;
}

double upper_incomplete_gamma(double a, double x) {
  if (x <= 0) return 1;
  if (std::isinf(x)) return 0;
  if (x < a + 1) {
    double term = 1;
    double sum = 1;
    for (int k = 1; k <= kMostSteps; ++k) {
      term *= x / (a + k);
      sum += term;
      if (term <= sum * kEpsilon) break;
    }
    return 1 - gamma_kernel(a, x) * sum;
  }
  double b = x + 1 - a;
  double c = 1 / kTiny;
  double d = 1 / b;
  double h = d;
  for (int k = 1; k <= kMostSteps; ++k) {
    const double numerator = -k * (k - a);
    b += 2;
    d = numerator * d + b;
    c = b + numerator / c;
    if (std::fabs(d) < kTiny) d = kTiny;
    if (std::fabs(c) < kTiny) c = kTiny;
    d = 1 / d;
    const double factor = d * c;
    h *= factor;
    if (std::fabs(factor - 1) <= kEpsilon) break;
  }
  return gamma_kernel(a, x) * a * h;
}

}  // namespace fullcircle::rating
