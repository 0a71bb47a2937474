// Tail probabilities and quantiles of the normal, t, F and chi-square distributions.
//
// Largest deviation from 40-digit references: 1e-13 relative in the tails, 1e-10 from 1e5 degrees of freedom on.
#pragma once

namespace fullcircle::rating {

double normal_cdf(double z);

/// In: 0 < p < 1. Source: Wichura 1988, algorithm AS 241 (Appl Stat 37:477).
double normal_quantile(double p);

/// 1.959963984540054, the 0.975 quantile.
double normal_quantile_975();

/// P(T > t). In: df > 0.
double t_upper_tail(double t, double df);
/// P(|T| > |t|).
double t_two_sided(double t, double df);
/// In: 0 < p < 1.
double t_quantile(double p, double df);

/// P(F > f). In: df1, df2 > 0; f >= 0, may be infinite.
double f_upper_tail(double f, double df1, double df2);
/// In: 0 < p < 1.
double f_quantile(double p, double df1, double df2);

/// P(X > x).
double chi_square_upper_tail(double x, double df);

/// P(T <= t) of the noncentral t distribution.
///
/// Source: the mixture over the scale, Johnson, Kotz & Balakrishnan 1995, Continuous Univariate Distributions 2, 31.1:
/// the mean of Φ(t s - δ) with s² = χ²/df, by adaptive Gauss-Kronrod quadrature; absolute error below 1e-13.
double noncentral_t_cdf(double t, double df, double noncentrality);

}  // namespace fullcircle::rating
