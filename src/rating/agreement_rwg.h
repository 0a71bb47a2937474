// Do raters agree about one person? rwg and the average deviation, for one item or several.
#pragma once

#include <span>
#include <vector>

#include "rating/figure.h"
#include "rating/item_suppression.h"

namespace fullcircle::rating {

/// Agreement among the raters of one ratee on one item.
struct RwgOne {
  Figure rwg;      ///< 1 - s²/σ², a negative value set to 0
  Figure rwg_raw;  ///< before that
  Figure ad_mean;  ///< average absolute deviation from the mean
  Figure ad_median;
};

/// In:     `options`: points of the scale, 2 or more.
/// Out:    OneRater for a single rating, NoData for none.
/// Source: James, Demaree & Wolf 1984 (J Appl Psychol 69:85); Burke, Finkelstein & Dusig 1999 (Organ Res Methods 2:49).
/// Example: {4, 4, 5, 4, 3} on 5 points -> 0.75, AD 0.4
RwgOne compute_rwg(const std::vector<double>& ratings, int options);

/// rwg alone, for thousands of questions.
Figure compute_rwg_alone(std::span<const double> ratings, int options);

struct RwgMany {
  Figure rwg_j;    ///< a negative value set to 0
  Figure ad_mean;  ///< mean over the items
};

/// Several parallel items; `answers` has raters in rows.
///
/// Each item's variance is over the raters who answered it; items with fewer than two answers are left out.
RwgMany compute_rwg_j(const AnswerRows& answers, int options);

/// Variance of answers spread evenly over the scale, (A² - 1)/12: what no agreement at all would look like.
double compute_uniform_variance(int options);

/// A/6: an average deviation below it counts as agreement (Burke & Dunlap 2002).
double compute_ad_limit(int options);

enum class AgreementWord { High, Medium, Low };

/// High above 0.70, medium above 0.50, low otherwise.
///
/// Source: LeBreton & Senter 2008 (Organ Res Methods 11:815, table 3): .51-.70 moderate, .71-.90 strong, .91-1 very strong;
/// 0-.50 lack of agreement or weak.
AgreementWord word_for_rwg(double rwg);

}  // namespace fullcircle::rating
