// Means of few ratings moved towards the mean of all, by as much as they are uncertain.
#pragma once

#include <optional>
#include <vector>

#include "rating/figure.h"

namespace fullcircle::rating {

/// One entry for each group asked for.
struct Shrinkage {
  Figure variance_between;  ///< τ²
  Figure grand_mean;
  std::vector<Figure> weights;   ///< of the group's own mean, 0..1
  std::vector<Figure> shrunk;
  std::vector<Figure> pred_sd;   ///< of the shrunk value's error
};

/// Ratings by group: weight n τ² / (n τ² + within), towards the generalised least squares mean.
///
/// Out:    NoData for an empty group; OneRatee, OneRater, NoVariation where τ² or a weight has no value.
/// Source: Raudenbush & Bryk 2002, Hierarchical Linear Models, 2nd ed., pp. 38-47; τ² as compute_intraclass_groups.
Shrinkage compute_shrinkage_of_groups(const std::vector<std::vector<double>>& groups);

/// What is known before any rating: mean, variance between ratees and variance of one rating.
struct Prior {
  double mean = 0;
  double variance_between = 0;
  double variance_within = 0;
};

struct ShrunkMean {
  Figure weight, shrunk, pred_sd;
};

/// Out:    NoData without ratings (the prior alone is nobody's result); NoVariation if both variances are 0.
ShrunkMean compute_shrunk_mean(const std::vector<double>& ratings, const Prior& prior);

/// Random-effects pooling of means with standard errors.
struct PooledMeans {
  Figure q, variance_between, pooled, pooled_se;
  std::vector<Figure> shrunk;
};

/// In:     parallel; an absent one leaves its pair out. Standard errors of 0 or more.
/// Out:    NoVariation for a standard error of 0 (an infinite weight); OneRatee for a single mean.
/// Source: DerSimonian & Laird 1986 (Control Clin Trials 7:177).
PooledMeans compute_pooled_means(const std::vector<std::optional<double>>& means, const std::vector<std::optional<double>>& errors);

/// Means with one common standard error: every weight is 1 - (k - 3) se² / Σ(mean - grand mean)², not below 0.
///
/// Out:    TooFewPoints for two means, OneRatee for one, NoVariation if all means are equal. `variance_between` and `pred_sd`
///         stay empty.
/// Source: Efron & Morris 1975 (J Am Stat Assoc 70:311), equation 2.8.
Shrinkage compute_james_stein(const std::vector<std::optional<double>>& means, double common_se);

}  // namespace fullcircle::rating
