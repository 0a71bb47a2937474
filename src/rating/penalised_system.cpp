#include "rating/penalised_system.h"

#include <cmath>

namespace fullcircle::rating {

PenalisedSystem::PenalisedSystem(const std::vector<Rating>& ratings, const RatingDesign& design, VarianceRatios ratios)
    : ratings_(ratings), ratees_eliminated_(design.ratees.counts.size() >= design.raters.counts.size()) {
  const Side ratees{&design.ratees, ratios.ratee, std::sqrt(ratios.ratee)};
  const Side raters{&design.raters, ratios.rater, std::sqrt(ratios.rater)};
  eliminated_ = ratees_eliminated_ ? ratees : raters;
  kept_ = ratees_eliminated_ ? raters : ratees;

  for (double count : eliminated_.design->counts) diagonal_.push_back(1 + eliminated_.ratio * count);
  const std::size_t levels = kept_.design->counts.size();
  SquareMatrix schur(levels);
  for (std::size_t j = 0; j < levels; ++j) schur.at(j, j) = 1 + kept_.ratio * kept_.design->counts[j];
  const double both = eliminated_.ratio * kept_.ratio;
  for (std::size_t i = 0; i < diagonal_.size(); ++i) {
    const auto& cells = eliminated_.design->cells[i];
    for (const DesignCell& a : cells) {
      double* row = schur.row(a.other);
      const double factor = both * a.count / diagonal_[i];
      // Cells stand in ascending order: the lower half is enough.
      for (const DesignCell& b : cells) {
        if (b.other > a.other) break;
        row[b.other] -= factor * b.count;
      }
    }
  }
  schur_.emplace(std::move(schur));
  if (!solvable()) return;

  const std::vector<double> ones(ratings.size(), 1.0);
  std::vector<double> eliminated = eliminated_.design->counts;
  std::vector<double> kept = kept_.design->counts;
  solve(eliminated, kept);
  mean_residual_ = residual_of(ones, eliminated, kept);
  mean_eliminated_sums_.resize(diagonal_.size());
  mean_kept_sums_.resize(levels);
  for (std::size_t o = 0; o < ratings.size(); ++o) {
    weight_of_mean_ += mean_residual_[o];
    mean_eliminated_sums_[ratees_eliminated_ ? ratings[o].ratee : ratings[o].rater] += mean_residual_[o];
    mean_kept_sums_[ratees_eliminated_ ? ratings[o].rater : ratings[o].ratee] += mean_residual_[o];
  }
}

void PenalisedSystem::solve(std::vector<double>& eliminated, std::vector<double>& kept) const {
  for (double& sum : eliminated) sum *= eliminated_.root;
  for (double& sum : kept) sum *= kept_.root;
  const double both = eliminated_.root * kept_.root;
  for (std::size_t i = 0; i < eliminated.size(); ++i) {
    for (const DesignCell& cell : eliminated_.design->cells[i]) kept[cell.other] -= both * cell.count / diagonal_[i] * eliminated[i];
  }
  kept = schur_->solve(std::move(kept));
  for (std::size_t i = 0; i < eliminated.size(); ++i) {
    for (const DesignCell& cell : eliminated_.design->cells[i]) eliminated[i] -= both * cell.count * kept[cell.other];
    eliminated[i] *= eliminated_.root / diagonal_[i];
  }
  for (double& effect : kept) effect *= kept_.root;
}

std::vector<double> PenalisedSystem::residual_of(const std::vector<double>& y, const std::vector<double>& eliminated,
                                                 const std::vector<double>& kept) const {
  const std::vector<double>& ratee = ratees_eliminated_ ? eliminated : kept;
  const std::vector<double>& rater = ratees_eliminated_ ? kept : eliminated;
  std::vector<double> residual(y.size());
  for (std::size_t o = 0; o < y.size(); ++o) residual[o] = y[o] - ratee[ratings_[o].ratee] - rater[ratings_[o].rater];
  return residual;
}

PenalisedSystem::Residual PenalisedSystem::project(const std::vector<double>& y) const {
  std::vector<double> eliminated(diagonal_.size()), kept(kept_.design->counts.size());
  for (std::size_t o = 0; o < y.size(); ++o) {
    eliminated[ratees_eliminated_ ? ratings_[o].ratee : ratings_[o].rater] += y[o];
    kept[ratees_eliminated_ ? ratings_[o].rater : ratings_[o].ratee] += y[o];
  }
  solve(eliminated, kept);
  Residual result;
  result.values = residual_of(y, eliminated, kept);  // H⁻¹ y
  double sum = 0;
  for (double value : result.values) sum += value;
  result.mu = sum / weight_of_mean_;
  result.ratee_sums.resize(ratees_eliminated_ ? eliminated.size() : kept.size());
  result.rater_sums.resize(ratees_eliminated_ ? kept.size() : eliminated.size());
  for (std::size_t o = 0; o < y.size(); ++o) {
    result.values[o] -= result.mu * mean_residual_[o];
    result.ratee_sums[ratings_[o].ratee] += result.values[o];
    result.rater_sums[ratings_[o].rater] += result.values[o];
  }
  return result;
}

double PenalisedSystem::log_determinant() const {
  double sum = schur_->log_determinant();
  for (double value : diagonal_) sum += std::log(value);
  return sum;
}

double PenalisedSystem::kept_inverse_diagonal(std::size_t j) const { return inverse_entry(inverse_factor_, j, j); }

double PenalisedSystem::eliminated_inverse_diagonal(std::size_t i) const {
  double sum = 0;
  const auto& cells = eliminated_.design->cells[i];
  for (std::size_t a = 0; a < cells.size(); ++a) {
    sum += cells[a].count * cells[a].count * inverse_entry(inverse_factor_, cells[a].other, cells[a].other);
    for (std::size_t b = 0; b < a; ++b) {
      sum += 2 * cells[a].count * cells[b].count * inverse_entry(inverse_factor_, cells[a].other, cells[b].other);
    }
  }
  return 1 / diagonal_[i] + eliminated_.ratio * kept_.ratio * sum / (diagonal_[i] * diagonal_[i]);
}

void PenalisedSystem::compute_traces() {
  if (inverse_factor_.size() == 0) inverse_factor_ = schur_->inverse_transposed_factor();
  // γ tr(H⁻¹ Z Zᵀ) = levels - tr(M⁻¹); P takes off what the estimated mean takes up.
  double eliminated = 0, kept = 0, eliminated_mean = 0, kept_mean = 0;
  for (std::size_t i = 0; i < diagonal_.size(); ++i) {
    eliminated += 1 - eliminated_inverse_diagonal(i);
    eliminated_mean += mean_eliminated_sums_[i] * mean_eliminated_sums_[i];
  }
  for (std::size_t j = 0; j < kept_.design->counts.size(); ++j) {
    kept += 1 - kept_inverse_diagonal(j);
    kept_mean += mean_kept_sums_[j] * mean_kept_sums_[j];
  }
  eliminated -= eliminated_.ratio * eliminated_mean / weight_of_mean_;
  kept -= kept_.ratio * kept_mean / weight_of_mean_;
  trace_ratee_ = ratees_eliminated_ ? eliminated : kept;
  trace_rater_ = ratees_eliminated_ ? kept : eliminated;
}

std::vector<double> PenalisedSystem::ratee_prediction_variances() const {
  const Side& side = ratees_eliminated_ ? eliminated_ : kept_;
  const std::vector<double>& mean_sums = ratees_eliminated_ ? mean_eliminated_sums_ : mean_kept_sums_;
  std::vector<double> variances;
  for (std::size_t i = 0; i < side.design->counts.size(); ++i) {
    const double inverse = ratees_eliminated_ ? eliminated_inverse_diagonal(i) : kept_inverse_diagonal(i);
    const double mean = side.ratio * mean_sums[i];
    variances.push_back(side.ratio * inverse + mean * mean / weight_of_mean_);
  }
  return variances;
}

}  // namespace fullcircle::rating
