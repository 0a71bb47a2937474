// An attacker with linear algebra: everything shown is a linear function of the raters' answers; whose answers can be
// worked out from it?
#pragma once

#include <cmath>
#include <cstddef>
#include <functional>
#include <vector>

namespace fullcircle::rating::test {

using Matrix = std::vector<std::vector<double>>;

/// What is smaller than `noise` counts as zero: computed values have an error, and shown ones are rounded.
inline std::size_t rank_of(Matrix rows, double noise = 1e-9) {
  std::size_t rank = 0;
  const std::size_t columns = rows.empty() ? 0 : rows[0].size();
  for (std::size_t column = 0; column < columns && rank < rows.size(); ++column) {
    std::size_t pivot = rank;
    for (std::size_t r = rank + 1; r < rows.size(); ++r) {
      if (std::fabs(rows[r][column]) > std::fabs(rows[pivot][column])) pivot = r;
    }
    if (std::fabs(rows[pivot][column]) < noise) continue;
    std::swap(rows[rank], rows[pivot]);
    for (std::size_t r = rank + 1; r < rows.size(); ++r) {
      const double factor = rows[r][column] / rows[rank][column];
      for (std::size_t c = column; c < columns; ++c) rows[r][c] -= factor * rows[rank][c];
    }
    ++rank;
  }
  return rank;
}

/// What is shown, as a function of the answers; where which answer is missing stays the same.
using Shown = std::function<std::vector<double>(const std::vector<double>&)>;

/// Coefficients of everything shown: one row per number, one column per answer.
inline Matrix coefficients_of(const Shown& shown, std::size_t answers) {
  const std::vector<double> nothing = shown(std::vector<double>(answers, 0.0));
  Matrix rows(nothing.size(), std::vector<double>(answers));
  for (std::size_t a = 0; a < answers; ++a) {
    std::vector<double> one(answers, 0.0);
    one[a] = 1;
    const std::vector<double> value = shown(one);
    for (std::size_t r = 0; r < rows.size(); ++r) rows[r][a] = value.at(r) - nothing[r];
  }
  return rows;
}

/// The numbers that an attacker can compute about the answers of `raters` alone: the rank of everything shown less its rank
/// on the other answers. `rater_of` names the rater of each answer; answers of rater -1 are public and count as known.
inline std::size_t leaked(const Matrix& rows, const std::vector<int>& rater_of, const std::vector<int>& raters, double noise = 1e-9) {
  Matrix all(rows.size());
  Matrix others(rows.size());
  for (std::size_t a = 0; a < rater_of.size(); ++a) {
    if (rater_of[a] < 0) continue;
    bool within = false;
    for (int rater : raters) within = within || rater_of[a] == rater;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      all[r].push_back(rows[r][a]);
      if (!within) others[r].push_back(rows[r][a]);
    }
  }
  return rank_of(all, noise) - rank_of(others, noise);
}

/// Whether anything about fewer of the `anonymous` raters than `minimum` can be computed from what is shown.
inline bool gives_somebody_away(const Matrix& rows, const std::vector<int>& rater_of, const std::vector<int>& anonymous, int minimum, double noise = 1e-9,
                                std::vector<int> chosen = {}, std::size_t from = 0) {
  if (!chosen.empty() && leaked(rows, rater_of, chosen, noise) > 0) return true;
  if (static_cast<int>(chosen.size()) == minimum - 1) return false;
  for (std::size_t i = from; i < anonymous.size(); ++i) {
    chosen.push_back(anonymous[i]);
    if (gives_somebody_away(rows, rater_of, anonymous, minimum, noise, chosen, i + 1)) return true;
    chosen.pop_back();
  }
  return false;
}

}  // namespace fullcircle::rating::test
