#include "rating/cronbach.h"

#include <algorithm>
#include <cmath>

#include "rating/moments.h"
#include "rating/probability.h"

namespace fullcircle::rating {

namespace {

/// Alpha over all items but `without` (none for an index past the end).
Figure alpha_of(const std::vector<std::vector<double>>& rows, std::size_t item_count, std::size_t without) {
  const double k = static_cast<double>(item_count - (without < item_count ? 1 : 0));
  if (rows.size() < 2 || k < 2) return undefined(Undefined::TooFewPoints);
  double item_squares = 0;
  std::vector<double> totals(rows.size());
  double magnitude = 0;
  for (std::size_t item = 0; item < item_count; ++item) {
    if (item == without) continue;
    std::vector<double> column;
    for (const auto& row : rows) column.push_back(row[item]);
    const Moments moments = compute_moments(column);
    item_squares += moments.sum_squares;
    magnitude += moments.magnitude;
    // Deviations are summed, so that a large common offset does not swallow them.
    for (std::size_t r = 0; r < rows.size(); ++r) totals[r] += column[r] - moments.mean;
  }
  const double total_squares = compute_moments(totals).sum_squares;
  if (is_rounding_noise(total_squares, static_cast<double>(rows.size()), magnitude)) return undefined(Undefined::NoVariation);
  return k / (k - 1) * (1 - item_squares / total_squares);
}

Figure mean_correlation_of(const std::vector<std::vector<double>>& rows, std::size_t item_count) {
  if (rows.size() < 2 || item_count < 2) return undefined(Undefined::TooFewPoints);
  // The mean over pairs of standardised items follows from the squares of their row sums.
  std::vector<double> sums(rows.size());
  double own = 0;
  for (std::size_t item = 0; item < item_count; ++item) {
    std::vector<double> column;
    for (const auto& row : rows) column.push_back(row[item]);
    const Moments moments = compute_moments(column);
    if (moments.sum_squares == 0) return undefined(Undefined::NoVariation);
    const double scale = std::sqrt(moments.sum_squares);
    for (std::size_t r = 0; r < rows.size(); ++r) {
      const double standard = (column[r] - moments.mean) / scale;
      sums[r] += standard;
      own += standard * standard;
    }
  }
  double together = 0;
  for (double sum : sums) together += sum * sum;
  const double k = static_cast<double>(item_count);
  return (together - own) / (k * (k - 1));
}

}  // namespace

Cronbach compute_cronbach(const std::vector<std::vector<double>>& rows, std::size_t item_count) {
  Cronbach result;
  result.rows = static_cast<int>(rows.size());
  if (rows.empty() || item_count == 0) {
    const auto why = undefined(Undefined::NoData);
    result.alpha = result.alpha_standardised = result.mean_correlation = why;
    result.interval = why;
    result.alpha_without.assign(item_count, why);
    return result;
  }
  result.alpha = alpha_of(rows, item_count, item_count);
  for (std::size_t item = 0; item < item_count; ++item) result.alpha_without.push_back(alpha_of(rows, item_count, item));

  const double k = static_cast<double>(item_count);
  result.mean_correlation = mean_correlation_of(rows, item_count);
  result.alpha_standardised = result.mean_correlation.and_then([k](double r) -> Figure {
    const double below = 1 + (k - 1) * r;
    if (below < 1e-12) return undefined(Undefined::NoVariation);
    return k * r / below;
  });

  if (!result.alpha) {
    result.interval = undefined(result.alpha.error());
    return result;
  }
  // Feldt: (1 - alpha) / (1 - estimate) is F with n - 1 and (n - 1)(k - 1) degrees of freedom.
  const double df1 = static_cast<double>(rows.size() - 1);
  const double df2 = df1 * (k - 1);
  result.interval = Interval{1 - (1 - *result.alpha) * f_quantile(0.975, df1, df2),
                             1 - (1 - *result.alpha) / f_quantile(0.975, df2, df1)};
  return result;
}

}  // namespace fullcircle::rating
