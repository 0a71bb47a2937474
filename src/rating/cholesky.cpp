#include "rating/cholesky.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace fullcircle::rating {

namespace {

/// Four sums at once: the additions of one do not wait for each other.
double product(const double* a, const double* b, std::size_t n) {
  double s0 = 0, s1 = 0, s2 = 0, s3 = 0;
  std::size_t i = 0;
  for (; i + 4 <= n; i += 4) {
    s0 += a[i] * b[i];
    s1 += a[i + 1] * b[i + 1];
    s2 += a[i + 2] * b[i + 2];
    s3 += a[i + 3] * b[i + 3];
  }
  for (; i < n; ++i) s0 += a[i] * b[i];
  return (s0 + s1) + (s2 + s3);
}

}  // namespace

Cholesky::Cholesky(SquareMatrix matrix) : factor_(std::move(matrix)) {
  for (std::size_t i = 0; i < factor_.size(); ++i) {
    double* row = factor_.row(i);
    for (std::size_t j = 0; j < i; ++j) {
      const double* above = factor_.row(j);
      row[j] = (row[j] - product(row, above, j)) / above[j];
    }
    const double rest = row[i] - product(row, row, i);
    if (!(rest > 0)) {
      positive_definite_ = false;
      return;
    }
    row[i] = std::sqrt(rest);
  }
}

double Cholesky::log_determinant() const {
  double sum = 0;
  for (std::size_t i = 0; i < factor_.size(); ++i) sum += std::log(factor_.at(i, i));
  return 2 * sum;
}

std::vector<double> Cholesky::solve(std::vector<double> b) const {
  const std::size_t n = factor_.size();
  for (std::size_t i = 0; i < n; ++i) b[i] = (b[i] - product(factor_.row(i), b.data(), i)) / factor_.at(i, i);
  for (std::size_t i = n; i-- > 0;) {
    b[i] /= factor_.at(i, i);
    const double* row = factor_.row(i);
    for (std::size_t j = 0; j < i; ++j) b[j] -= row[j] * b[i];
  }
  return b;
}

SquareMatrix Cholesky::inverse_transposed_factor() const {
  const std::size_t n = factor_.size();
  SquareMatrix inverse(n);
  for (std::size_t j = 0; j < n; ++j) {
    double* x = inverse.row(j);
    x[j] = 1 / factor_.at(j, j);
    for (std::size_t m = j + 1; m < n; ++m) {
      const double* row = factor_.row(m);
      x[m] = -product(row + j, x + j, m - j) / row[m];
    }
  }
  return inverse;
}

double inverse_entry(const SquareMatrix& inverse_transposed, std::size_t j, std::size_t k) {
  const std::size_t from = std::max(j, k);
  return product(inverse_transposed.row(j) + from, inverse_transposed.row(k) + from, inverse_transposed.size() - from);
}

}  // namespace fullcircle::rating
