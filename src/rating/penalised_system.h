// The linear algebra of two crossed random effects at given variance ratios: one sparse elimination, one dense factor.
#pragma once

#include <optional>
#include <vector>

#include "rating/cholesky.h"
#include "rating/rating_design.h"

namespace fullcircle::rating {

/// Variances over the residual variance.
struct VarianceRatios {
  double ratee = 1;
  double rater = 1;
};

/// Solves M = I + Λ Zᵀ Z Λ, with Λ the square roots of the ratios: the side with more levels is diagonal in M and is
/// eliminated, the other gives a dense matrix of its own size (a Schur complement).
///
/// In the terms of Bates et al. 2015: H = V / σ², P = H⁻¹ - H⁻¹ 1 (1ᵀ H⁻¹ 1)⁻¹ 1ᵀ H⁻¹.
class PenalisedSystem {
 public:
  PenalisedSystem(const std::vector<Rating>& ratings, const RatingDesign& design, VarianceRatios ratios);

  /// False when rounding left the matrix without a factor: the ratios are too large for doubles.
  bool solvable() const { return schur_->positive_definite(); }

  /// What is left of a vector of observations after mu and both effects: P y.
  struct Residual {
    std::vector<double> values;       ///< by observation
    std::vector<double> ratee_sums;   ///< Zᵀ P y
    std::vector<double> rater_sums;
    double mu = 0;
  };
  Residual project(const std::vector<double>& y) const;

  double log_determinant() const;     ///< of H
  double weight_of_mean() const { return weight_of_mean_; }  ///< 1ᵀ H⁻¹ 1
  double trace_ratee() const { return trace_ratee_; }  ///< γ tr(P Z Zᵀ)
  double trace_rater() const { return trace_rater_; }
  /// Diagonal of the ratee block of the mixed model equations' inverse: prediction error variances over σ².
  std::vector<double> ratee_prediction_variances() const;
  /// Computes the traces; costs about as much as the factor itself.
  void compute_traces();

 private:
  struct Side {
    const DesignSide* design;
    double ratio;
    double root;
  };
  /// M⁻¹ b for b = Λ Zᵀ something; returns Λ times it, which are effects.
  void solve(std::vector<double>& eliminated, std::vector<double>& kept) const;
  double kept_inverse_diagonal(std::size_t j) const;
  double eliminated_inverse_diagonal(std::size_t i) const;
  std::vector<double> residual_of(const std::vector<double>& y, const std::vector<double>& eliminated,
                                  const std::vector<double>& kept) const;

  const std::vector<Rating>& ratings_;
  bool ratees_eliminated_;
  Side eliminated_, kept_;
  std::vector<double> diagonal_;       ///< of the eliminated block of M
  std::optional<Cholesky> schur_;
  SquareMatrix inverse_factor_;        ///< L⁻ᵀ of the Schur complement
  std::vector<double> mean_residual_;  ///< H⁻¹ 1, by observation
  std::vector<double> mean_eliminated_sums_, mean_kept_sums_;  ///< Zᵀ H⁻¹ 1
  double weight_of_mean_ = 0;
  double trace_ratee_ = 0, trace_rater_ = 0;
};

}  // namespace fullcircle::rating
