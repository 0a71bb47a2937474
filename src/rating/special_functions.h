// Regularised incomplete beta and gamma functions: what the tails of t, F and chi-square are made of.
#pragma once

namespace fullcircle::rating {

/// ln Γ(x + 1) less Stirling's formula for it. In: x > 0.
double stirling_error(double x);

/// x^a y^b / B(a, b), with y = 1 - x given by the caller so that neither tail loses digits. In: a, b > 0.
///
/// Source: Loader 2000, Fast and accurate computation of binomial probabilities (saddle-point expansion).
double beta_kernel(double a, double b, double x, double y);

/// I_x(a, b), with y = 1 - x. In: a, b > 0, 0 <= x <= 1.
///
/// Source: DLMF 8.17.22 (continued fraction), https://dlmf.nist.gov/8.17; evaluated by Lentz's method.
double incomplete_beta(double a, double b, double x, double y);

/// Q(a, x), the upper one. In: a > 0, x >= 0.
///
/// Source: DLMF 8.7.1 (series) and 8.9.2 (continued fraction), https://dlmf.nist.gov/8
double upper_incomplete_gamma(double a, double x);

}  // namespace fullcircle::rating
