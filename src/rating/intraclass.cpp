#include "rating/intraclass.h"

#include <algorithm>
#include <cmath>

#include "rating/moments.h"
#include "rating/probability.h"

namespace fullcircle::rating {

namespace {

/// a / b. `cancelling`: the size of terms in b that may cancel; what is left of them is noise below 1e-13 of it.
Figure ratio(double a, double b, double cancelling = 0) {
  if (std::fabs(b) <= 1e-13 * cancelling) return undefined(Undefined::NoVariation);
  return a / b;
}

FigureInterval interval(double low, double high) {
  if (!std::isfinite(low) || !std::isfinite(high)) return undefined(Undefined::NoVariation);
  return Interval{low, high};
}

struct MeanSquares {
  double n, k;
  double between, raters, error, within;
};

/// F, p and what the limits of F become under `to_low_high` for one coefficient.
template <class Limits>
Coefficient coefficient(Figure value, double between, double divisor, double df1, double df2, Limits&& limits) {
  Coefficient result{value, undefined(Undefined::NoVariation), undefined(Undefined::NoVariation), undefined(Undefined::NoVariation)};
  if (divisor == 0) return result;
  const double f = between / divisor;
  result.f = f;
  result.p = f_upper_tail(f, df1, df2);
  result.interval = limits(f / f_quantile(0.975, df1, df2), f * f_quantile(0.975, df2, df1));
  return result;
}

/// Interval of ICC(2,1): Shrout & Fleiss 1979, p. 424, with Satterthwaite's degrees of freedom.
FigureInterval two_way_random_interval(const MeanSquares& ms, double icc) {
  const double n = ms.n, k = ms.k;
  const double fj = ms.raters / ms.error;
  const double a = k * icc * fj;
  const double b = n * (1 + (k - 1) * icc) - k * icc;
  const double df = (k - 1) * (n - 1) * (a + b) * (a + b) / ((n - 1) * a * a + b * b);
  if (!(df > 0) || !std::isfinite(df)) return undefined(Undefined::NoVariation);
  const double upper = f_quantile(0.975, n - 1, df);
  const double lower = f_quantile(0.975, df, n - 1);
  const double rest = k * ms.raters + (k * n - k - n) * ms.error;
  return interval(n * (ms.between - upper * ms.error) / (upper * rest + n * ms.between),
                  n * (lower * ms.between - ms.error) / (rest + n * lower * ms.between));
}

/// Spearman-Brown: from one rater to the mean of k.
FigureInterval stepped_up(const FigureInterval& single, double k) {
  if (!single) return single;
  const auto up = [k](double x) { return k * x / (1 + (k - 1) * x); };
  return interval(up(single->low), up(single->high));
}

void add_coefficients(Intraclass& result, const MeanSquares& ms) {
  const double n = ms.n, k = ms.k;
  const double df1 = n - 1;
  const auto single = [k](double low, double high) { return interval((low - 1) / (low + k - 1), (high - 1) / (high + k - 1)); };
  const auto mean = [](double low, double high) { return interval(1 - 1 / low, 1 - 1 / high); };

  const double one = ms.between - ms.within;
  result.one_1 = coefficient(ratio(one, ms.between + (k - 1) * ms.within), ms.between, ms.within, df1, n * (k - 1), single);
  result.one_k = coefficient(ratio(one, ms.between), ms.between, ms.within, df1, n * (k - 1), mean);

  const double df2 = (n - 1) * (k - 1);
  const double other = ms.between - ms.error;
  const double between_raters = (ms.raters - ms.error) / n;
  result.three_1 = coefficient(ratio(other, ms.between + (k - 1) * ms.error), ms.between, ms.error, df1, df2, single);
  result.three_k = coefficient(ratio(other, ms.between), ms.between, ms.error, df1, df2, mean);

  const Figure two = ratio(other, ms.between + (k - 1) * ms.error + k * between_raters, k * (ms.error + std::fabs(between_raters)));
  const auto no_limits = [](double, double) { return FigureInterval(undefined(Undefined::NoVariation)); };
  result.two_1 = coefficient(two, ms.between, ms.error, df1, df2, no_limits);
  result.two_k = coefficient(ratio(other, ms.between + between_raters, std::fabs(between_raters)), ms.between, ms.error, df1, df2, no_limits);
  if (ms.error > 0 && two) {
    result.two_1.interval = two_way_random_interval(ms, *two);
    result.two_k.interval = stepped_up(result.two_1.interval, k);
  }
}

Coefficient undefined_coefficient(Undefined reason) {
  const auto why = undefined(reason);
  return {why, why, why, why};
}

/// Sums of squares from deviations around one common origin.
struct TwoWay {
  double between = 0, raters = 0, error = 0;
  double magnitude = 0;
};

TwoWay two_way_squares(const std::vector<std::vector<double>>& ratings) {
  const std::size_t n = ratings.size();
  const std::size_t k = ratings[0].size();
  const double origin = ratings[0][0];
  TwoWay squares;
  std::vector<double> row_means(n), column_means(k);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < k; ++j) {
      const double value = ratings[i][j] - origin;
      row_means[i] += value / static_cast<double>(k);
      column_means[j] += value / static_cast<double>(n);
      squares.magnitude = std::max(squares.magnitude, std::fabs(ratings[i][j]));
    }
  }
  const double mean = compute_moments(row_means).mean;
  for (double row : row_means) squares.between += static_cast<double>(k) * (row - mean) * (row - mean);
  for (double column : column_means) squares.raters += static_cast<double>(n) * (column - mean) * (column - mean);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < k; ++j) {
      const double residual = (ratings[i][j] - origin) - row_means[i] - column_means[j] + mean;
      squares.error += residual * residual;
    }
  }
  const double cells = static_cast<double>(n * k);
  for (double* sum : {&squares.between, &squares.raters, &squares.error}) {
    if (is_rounding_noise(*sum, cells, squares.magnitude)) *sum = 0;
  }
  return squares;
}

}  // namespace

Intraclass compute_intraclass(const std::vector<std::vector<double>>& ratings) {
  Intraclass result;
  result.ratees = static_cast<int>(ratings.size());
  result.raters = ratings.empty() ? 0 : static_cast<int>(ratings[0].size());
  const bool empty = result.ratees == 0 || result.raters == 0;
  const Undefined reason = empty ? Undefined::NoData : result.ratees == 1 ? Undefined::OneRatee : Undefined::OneRater;
  const auto why = undefined(reason);
  result.between = result.raters_mean_square = result.error = result.within = why;
  for (Coefficient* c : {&result.one_1, &result.two_1, &result.three_1, &result.one_k, &result.two_k, &result.three_k}) {
    *c = undefined_coefficient(reason);
  }
  if (empty) return result;

  const TwoWay squares = two_way_squares(ratings);
  const double n = result.ratees, k = result.raters;
  if (n > 1) result.between = squares.between / (n - 1);
  if (k > 1) result.raters_mean_square = squares.raters / (k - 1);
  if (k > 1) result.within = (squares.raters + squares.error) / (n * (k - 1));
  if (n < 2 || k < 2) return result;
  result.error = squares.error / ((n - 1) * (k - 1));
  add_coefficients(result, {n, k, *result.between, *result.raters_mean_square, *result.error, *result.within});
  return result;
}

IntraclassGroups compute_intraclass_groups(const std::vector<std::vector<double>>& groups) {
  std::vector<const std::vector<double>*> rated;
  std::vector<double> all;
  for (const auto& group : groups) {
    if (group.empty()) continue;
    rated.push_back(&group);
    all.insert(all.end(), group.begin(), group.end());
  }
  IntraclassGroups result;
  const auto fill = [&](Undefined reason) {
    for (Figure* figure : {&result.f, &result.icc1, &result.icc1_mean_size, &result.icc2, &result.variance_between}) {
      *figure = undefined(reason);
    }
  };
  fill(Undefined::NoData);
  result.between = result.within = result.mean_size = result.effective_size = undefined(Undefined::NoData);
  if (all.empty()) return result;

  const double origin = all[0];
  double mean = 0, magnitude = 0, squares_of_sizes = 0;
  for (double value : all) {
    mean += (value - origin) / static_cast<double>(all.size());
    magnitude = std::max(magnitude, std::fabs(value));
  }
  double between = 0, within = 0;
  for (const auto* group : rated) {
    const Moments moments = compute_moments(*group);
    const double n = static_cast<double>(moments.n);
    const double away = (moments.mean - origin) - mean;
    between += n * away * away;
    within += moments.sum_squares;
    squares_of_sizes += n * n;
  }
  const double total = static_cast<double>(all.size());
  const double count = static_cast<double>(rated.size());
  if (is_rounding_noise(between, total, magnitude)) between = 0;
  result.mean_size = total / count;
  result.within = undefined(Undefined::OneRater);
  if (total > count) result.within = within / (total - count);
  result.between = result.effective_size = undefined(Undefined::OneRatee);
  if (count > 1) {
    result.between = between / (count - 1);
    result.effective_size = (total - squares_of_sizes / total) / (count - 1);
  }
  if (count < 2 || total == count) {
    fill(count < 2 ? Undefined::OneRatee : Undefined::OneRater);
    return result;
  }
  const double msb = *result.between, msw = *result.within, n0 = *result.effective_size;
  result.f = ratio(msb, msw);
  result.icc1 = ratio(msb - msw, msb + (n0 - 1) * msw);
  result.icc1_mean_size = ratio(msb - msw, msb + (*result.mean_size - 1) * msw);
  result.icc2 = ratio(msb - msw, msb);
  result.variance_between = std::max(0.0, (msb - msw) / n0);
  return result;
}

}  // namespace fullcircle::rating
