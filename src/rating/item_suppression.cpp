#include "rating/item_suppression.h"

#include "rating/moments.h"

namespace fullcircle::rating {

ItemResult compute_item_result(const AnswerRows& answers, std::size_t item_count, int min_answers) {
  ItemResult result;
  std::vector<double> shown;
  for (std::size_t item = 0; item < item_count; ++item) {
    std::vector<double> given;
    for (const auto& row : answers) {
      if (item < row.size() && row[item]) given.push_back(*row[item]);
    }
    const int n = static_cast<int>(given.size());
    result.n.push_back(n);
    if (n == 0) {
      result.items.push_back(undefined(Undefined::NoData));
    } else if (n < min_answers) {
      result.items.push_back(undefined(Undefined::BelowMinimum));
    } else {
      shown.push_back(compute_moments(given).mean);
      result.items.push_back(shown.back());
    }
  }
  if (!shown.empty()) {
    result.mean = compute_moments(shown).mean;
    return result;
  }
  bool hidden = false;
  for (int n : result.n) hidden = hidden || n > 0;
  result.mean = undefined(hidden ? Undefined::BelowMinimum : Undefined::NoData);
  return result;
}

}  // namespace fullcircle::rating
