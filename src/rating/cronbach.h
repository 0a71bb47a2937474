// Cronbach's alpha: do the items of a form measure one thing?
#pragma once

#include <vector>

#include "rating/figure.h"

namespace fullcircle::rating {

struct Cronbach {
  int rows = 0;
  Figure alpha;
  Figure alpha_standardised;          ///< from the mean correlation
  Figure mean_correlation;            ///< over all pairs of items
  std::vector<Figure> alpha_without;  ///< by item, that item left out
  FigureInterval interval;            ///< Feldt
};

/// In:     a row per person with an answer to every item, reversed items turned already.
/// Out:    NoData without rows or items, TooFewPoints for one row or one item, NoVariation where a variance is 0.
/// Source: Cronbach 1951 (Psychometrika 16:297); interval Feldt, Woodruff & Salih 1987 (Appl Psychol Meas 11:93).
Cronbach compute_cronbach(const std::vector<std::vector<double>>& rows, std::size_t item_count);

}  // namespace fullcircle::rating
