// One group's answers to several questions: a question with too few answers is hidden, and left out of the mean too.
#pragma once

#include <optional>
#include <vector>

#include "rating/figure.h"

namespace fullcircle::rating {

/// Answers of a group: one row per rater, one cell per item, absent where there was no answer.
using AnswerRows = std::vector<std::vector<std::optional<double>>>;

struct ItemResult {
  std::vector<int> n;         ///< answers per item
  std::vector<Figure> items;  ///< mean per item; NoData without answers, BelowMinimum with fewer than the minimum
  Figure mean;                ///< mean of the item means that are shown, so that it cannot give a hidden one away
};

/// Example: 3 raters, minimum 3, items answered by 3 and by 2 -> the second hidden, the mean is the first's
ItemResult compute_item_result(const AnswerRows& answers, std::size_t item_count, int min_answers);

}  // namespace fullcircle::rating
