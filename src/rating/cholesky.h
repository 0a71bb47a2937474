// Dense symmetric positive definite systems, stored by rows.
#pragma once

#include <cstddef>
#include <vector>

namespace fullcircle::rating {

/// A square matrix, row after row.
class SquareMatrix {
 public:
  explicit SquareMatrix(std::size_t size = 0) : size_(size), cells_(size * size) {}
  std::size_t size() const { return size_; }
  double& at(std::size_t row, std::size_t column) { return cells_[row * size_ + column]; }
  double at(std::size_t row, std::size_t column) const { return cells_[row * size_ + column]; }
  double* row(std::size_t row) { return cells_.data() + row * size_; }
  const double* row(std::size_t row) const { return cells_.data() + row * size_; }

 private:
  std::size_t size_;
  std::vector<double> cells_;
};

/// L with L Lᵀ = A, from the lower half of A.
///
/// Source: Golub & Van Loan, Matrix Computations, 4th ed., algorithm 4.2.1, ordered by rows so that all inner loops run along
/// memory.
class Cholesky {
 public:
  explicit Cholesky(SquareMatrix matrix);

  bool positive_definite() const { return positive_definite_; }
  double log_determinant() const;
  /// A x = b.
  std::vector<double> solve(std::vector<double> b) const;
  /// L⁻ᵀ: row j holds column j of L⁻¹, zeros before j. An entry (j, k) of A⁻¹ is the product of its rows j and k.
  SquareMatrix inverse_transposed_factor() const;

 private:
  SquareMatrix factor_;
  bool positive_definite_ = true;
};

/// Sum of products of two rows of L⁻ᵀ: entry (j, k) of A⁻¹.
double inverse_entry(const SquareMatrix& inverse_transposed, std::size_t j, std::size_t k);

}  // namespace fullcircle::rating
