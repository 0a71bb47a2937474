// Before and after in the same people: the mean change, its test, and its size with interval.
#pragma once

#include <vector>

#include "rating/figure.h"

namespace fullcircle::rating {

struct PairedEffect {
  int n = 0;
  Figure mean, sd, t, df, p;
  FigureInterval interval;    ///< of the mean
  Figure d_z;                 ///< mean / sd of the differences
  Figure hedges_j;            ///< exact correction for small samples
  Figure g_z;                 ///< hedges_j d_z
  FigureInterval d_z_interval;  ///< from the noncentral t distribution
  Figure d_av;                ///< mean / mean of the two standard deviations
  Figure r;                   ///< correlation of before and after
};

/// Differences are after - before, snapped to 1e-9.
///
/// In:     parallel, complete pairs.
/// Out:    NoData for no pair, TooFewPoints for one (and for J with two), NoVariation where a divisor is 0.
/// Source: Student 1908; Hedges 1981 (J Educ Stat 6:107); Cumming & Finch 2001 (Educ Psychol Meas 61:532) for the interval;
///         Cumming 2012, Understanding the New Statistics, chapter 11 for d_av.
PairedEffect compute_paired_effect(const std::vector<double>& before, const std::vector<double>& after);

/// Γ(df/2) / (sqrt(df/2) Γ((df-1)/2)). In: df of 2 or more.
double compute_hedges_j(double df);

}  // namespace fullcircle::rating
