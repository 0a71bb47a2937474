#include "rating/crossed_effects.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "rating/moments.h"

namespace fullcircle::rating {

namespace {

constexpr double kSmallestRatio = 1e-9;  ///< a ratio on its way to 0 is set to 0 from here
constexpr double kLargestRatio = 1e12;   ///< the residual variance is on its way to 0
constexpr int kMostSteps = 100;
constexpr std::size_t kManyLevels = 60;  ///< from here on one start has to do

double squares_of(const std::vector<double>& values) {
  double sum = 0;
  for (double value : values) sum += value * value;
  return sum;
}

CrossedEffects undefined_effects(Undefined reason, std::size_t ratees, std::size_t raters) {
  const auto why = undefined(reason);
  return {why, why, why, why, why, why, std::vector<Figure>(ratees, why), std::vector<Figure>(raters, why),
          std::vector<Figure>(ratees, why)};
}

/// Penalised residual sum of squares, yᵀ P y.
double penalised_squares(const PenalisedSystem::Residual& residual, VarianceRatios ratios) {
  return squares_of(residual.values) + ratios.ratee * squares_of(residual.ratee_sums) + ratios.rater * squares_of(residual.rater_sums);
}

/// Effects and their errors at given ratios and residual variance; the system's traces are computed.
CrossedEffects effects_at(const PenalisedSystem& system, const PenalisedSystem::Residual& residual, VarianceRatios ratios,
                          double variance, double origin) {
  CrossedEffects result;
  result.mu = origin + residual.mu;
  result.se_mu = std::sqrt(variance / system.weight_of_mean());
  result.var_ratee = ratios.ratee * variance;
  result.var_rater = ratios.rater * variance;
  result.var_residual = variance;
  for (double sum : residual.ratee_sums) result.ratee_blup.push_back(ratios.ratee * sum);
  for (double sum : residual.rater_sums) result.rater_blup.push_back(ratios.rater * sum);
  for (double error : system.ratee_prediction_variances()) result.ratee_pred_sd.push_back(std::sqrt(variance * std::max(0.0, error)));
  return result;
}

/// Sums over the design from which the traces of products of its projected matrices follow.
struct DesignSums {
  double own_squares = 0;  ///< sum of n²
  double own_cubes = 0;    ///< sum of n³
};

DesignSums sums_of(const DesignSide& side) {
  DesignSums sums;
  for (double n : side.counts) {
    sums.own_squares += n * n;
    sums.own_cubes += n * n * n;
  }
  return sums;
}

}  // namespace

CrossedFit::CrossedFit(std::vector<Rating> ratings, std::size_t ratee_count, std::size_t rater_count)
    : ratings_(std::move(ratings)), ratee_count_(ratee_count), rater_count_(rater_count) {
  if (ratings_.empty()) {
    refuse(Undefined::NoData);
    return;
  }
  design_ = compute_design(ratings_, ratee_count, rater_count);
  origin_ = ratings_[0].value;
  bool varies = false;
  for (const Rating& rating : ratings_) {
    y_.push_back(rating.value - origin_);
    varies = varies || y_.back() != 0;
  }
  const auto reason = varies ? why_not_estimable() : Undefined::NoVariation;
  if (reason) {
    refuse(*reason);
    return;
  }
  starts_ = {{{1, 1}, true, true}};
  if (std::min(ratee_count, rater_count) <= kManyLevels) {
    // Small designs may have several maxima, and some of them on the boundary.
    starts_.insert(starts_.begin(), {{{0, 0}, false, false}, {{1, 0}, true, false}, {{0, 1}, false, true},
                                     {{0.01, 0.01}, true, true}, {{100, 0.1}, true, true}, {{0.1, 100}, true, true}});
  }
}

void CrossedFit::refuse(Undefined reason) {
  refused_ = reason;
  starts_.clear();
}

/// The three variances are told apart if I, Zu Zuᵀ and Zv Zvᵀ, all without their means, are linearly independent: if the
/// matrix of the traces of their products is regular.
std::optional<Undefined> CrossedFit::why_not_estimable() const {
  const double n = static_cast<double>(ratings_.size());
  if (ratee_count_ == 1) return Undefined::OneRatee;
  if (rater_count_ == 1) return Undefined::OneRater;
  const DesignSums u = sums_of(design_.ratees);
  const DesignSums v = sums_of(design_.raters);
  double both_squares = 0, cross = 0;
  for (std::size_t i = 0; i < ratee_count_; ++i) {
    for (const DesignCell& cell : design_.ratees.cells[i]) {
      both_squares += cell.count * cell.count;
      cross += design_.ratees.counts[i] * cell.count * design_.raters.counts[cell.other];
    }
  }
  // tr(CACB) = tr(AB) - 2/N 1ᵀAB1 + 1/N² 1ᵀA1 1ᵀB1 with C = I - 11ᵀ/N.
  const auto centred = [n](double trace, double sum, double a, double b) { return trace - 2 * sum / n + a * b / (n * n); };
  const double ii = n - 1;
  const double iu = n - u.own_squares / n;
  const double iv = n - v.own_squares / n;
  const double uu = centred(u.own_squares, u.own_cubes, u.own_squares, u.own_squares);
  const double vv = centred(v.own_squares, v.own_cubes, v.own_squares, v.own_squares);
  const double uv = centred(both_squares, cross, u.own_squares, v.own_squares);
  // Determinant of the correlations between the three.
  const double a = iu / std::sqrt(ii * uu), b = iv / std::sqrt(ii * vv), c = uv / std::sqrt(uu * vv);
  const double determinant = 1 + 2 * a * b * c - a * a - b * b - c * c;
  if (determinant > 1e-9) return std::nullopt;
  const bool one_each = ratee_count_ == ratings_.size() || rater_count_ == ratings_.size();
  return 1 - c * c < 1e-9 && !one_each ? Undefined::NotConnected : Undefined::TooFewPoints;
}

CrossedFit::State CrossedFit::state_at(VarianceRatios ratios) const {
  State state;
  state.ratios = ratios;
  state.system = std::make_unique<PenalisedSystem>(ratings_, design_, ratios);
  if (!state.system->solvable()) return state;
  state.residual = state.system->project(y_);
  const double df = static_cast<double>(ratings_.size() - 1);
  state.variance = penalised_squares(state.residual, ratios) / df;
  if (!(state.variance > 0)) return state;
  // Bates et al. 2015, equation 41.
  state.criterion = state.system->log_determinant() + std::log(state.system->weight_of_mean()) +
                    df * (1 + std::log(2 * std::numbers::pi * state.variance));
  state.ok = std::isfinite(state.criterion);
  return state;
}

bool CrossedFit::step() {
  if (refused_) return true;
  if (!state_.ok && !begin_next_start()) return true;
  if (improve() && ++steps_ < kMostSteps) return false;
  return finish_start();
}

bool CrossedFit::begin_next_start() {
  while (!starts_.empty()) {
    const Start start = starts_.back();
    starts_.pop_back();
    ratee_free_ = start.ratee_free;
    rater_free_ = start.rater_free;
    steps_ = 0;
    state_ = state_at(start.ratios);
    if (state_.ok) return true;
  }
  if (!best_) refuse(Undefined::NoVariation);
  return false;
}

bool CrossedFit::finish_start() {
  const double df = static_cast<double>(ratings_.size()) - static_cast<double>(ratee_count_ + rater_count_) +
                    static_cast<double>(design_.component_count);
  if (std::max(state_.ratios.ratee, state_.ratios.rater) >= kLargestRatio && df > 0) {
    refuse(Undefined::NoVariation);  // exactly additive: the likelihood has no maximum
    return true;
  }
  if (!best_ || state_.criterion < best_->criterion - 1e-9) best_ = std::move(state_);
  state_ = State{};
  return starts_.empty();
}

/// One Newton step on the logarithms of the free ratios, shortened until the criterion falls. False when it cannot.
bool CrossedFit::improve() {
  if (!ratee_free_ && !rater_free_) {
    state_.system->compute_traces();
    return false;
  }
  state_.system->compute_traces();
  double gradient_size = 0;
  const VarianceRatios target = proposed_step(gradient_size);
  const double scale = static_cast<double>(ratee_count_ + rater_count_);
  if (gradient_size <= 1e-11 * scale) return false;
  if (std::max(state_.ratios.ratee, state_.ratios.rater) >= kLargestRatio) return false;
  double share = 1;
  for (int halving = 0; halving < 30; ++halving, share /= 2) {
    const auto between = [share](double from, double to) { return from > 0 ? from * std::pow(to / from, share) : 0; };
    VarianceRatios ratios{between(state_.ratios.ratee, target.ratee), between(state_.ratios.rater, target.rater)};
    if (ratee_free_ && ratios.ratee < kSmallestRatio) ratios.ratee = 0;
    if (rater_free_ && ratios.rater < kSmallestRatio) ratios.rater = 0;
    State next = state_at(ratios);
    if (!next.ok || next.criterion > state_.criterion + 1e-13 * std::fabs(state_.criterion)) continue;
    const bool moved = std::fabs(ratios.ratee - state_.ratios.ratee) > 1e-13 * state_.ratios.ratee ||
                       std::fabs(ratios.rater - state_.ratios.rater) > 1e-13 * state_.ratios.rater;
    state_ = std::move(next);
    ratee_free_ = ratee_free_ && ratios.ratee > 0;
    rater_free_ = rater_free_ && ratios.rater > 0;
    if (!moved) state_.system->compute_traces();
    return moved;
  }
  return false;
}

VarianceRatios CrossedFit::proposed_step(double& gradient_size) const {
  const PenalisedSystem& system = *state_.system;
  const double variance = state_.variance;
  const double u = squares_of(state_.residual.ratee_sums);
  const double v = squares_of(state_.residual.rater_sums);
  // Gradient of the criterion in the logarithms: γ tr(P A) - γ yᵀP A P y / σ².
  double gu = ratee_free_ ? system.trace_ratee() - state_.ratios.ratee * u / variance : 0;
  double gv = rater_free_ ? system.trace_rater() - state_.ratios.rater * v / variance : 0;
  gradient_size = std::max(std::fabs(gu), std::fabs(gv));

  // Average information with the residual variance profiled out: γk γl (wkᵀ P wl / σ² - sk² sl² / ((N - 1) σ⁴)), where
  // wk = Zk Zkᵀ P y is constant within the levels of k.
  std::vector<double> wu, wv;
  for (const Rating& rating : ratings_) {
    wu.push_back(state_.residual.ratee_sums[rating.ratee]);
    wv.push_back(state_.residual.rater_sums[rating.rater]);
  }
  const PenalisedSystem::Residual pu = system.project(wu), pv = system.project(wv);
  double uu = 0, uv = 0, vv = 0;
  for (std::size_t o = 0; o < wu.size(); ++o) {
    uu += wu[o] * pu.values[o];
    uv += wu[o] * pv.values[o];
    vv += wv[o] * pv.values[o];
  }
  const double df = static_cast<double>(ratings_.size() - 1);
  const double ru = state_.ratios.ratee, rv = state_.ratios.rater;
  const double profile = 1 / (df * variance * variance);
  double huu = ru * ru * (uu / variance - u * u * profile);
  double huv = ru * rv * (uv / variance - u * v * profile);
  double hvv = rv * rv * (vv / variance - v * v * profile);
  // Information below what a flat likelihood would have makes wild steps: keep it positive.
  huu = std::max(huu, 1e-3);
  hvv = std::max(hvv, 1e-3);
  if (!ratee_free_ || !rater_free_ || huv * huv > 0.98 * huu * hvv) huv = 0;
  const double determinant = huu * hvv - huv * huv;
  const double longest = 4;
  const double du = std::clamp(-(hvv * gu - huv * gv) / determinant, -longest, longest);
  const double dv = std::clamp(-(huu * gv - huv * gu) / determinant, -longest, longest);
  return {ru * std::exp(ratee_free_ ? du : 0), rv * std::exp(rater_free_ ? dv : 0)};
}

CrossedEffects CrossedFit::result() const {
  if (refused_ || !best_) return undefined_effects(refused_.value_or(Undefined::NoData), ratee_count_, rater_count_);
  PenalisedSystem system = *best_->system;
  system.compute_traces();
  CrossedEffects effects = effects_at(system, best_->residual, best_->ratios, best_->variance, origin_);
  effects.reml_criterion = best_->criterion;
  return effects;
}

CrossedEffects compute_crossed_effects(const std::vector<Rating>& ratings, std::size_t ratee_count, std::size_t rater_count,
                                       std::optional<CrossedVariances> variances) {
  if (!variances) {
    CrossedFit fit(ratings, ratee_count, rater_count);
    while (!fit.step()) {
    }
    return fit.result();
  }
  if (ratings.empty()) return undefined_effects(Undefined::NoData, ratee_count, rater_count);
  const RatingDesign design = compute_design(ratings, ratee_count, rater_count);
  const VarianceRatios ratios{variances->ratee / variances->residual, variances->rater / variances->residual};
  const double origin = ratings[0].value;
  std::vector<double> y;
  for (const Rating& rating : ratings) y.push_back(rating.value - origin);
  PenalisedSystem system(ratings, design, ratios);
  if (!system.solvable()) return undefined_effects(Undefined::NoVariation, ratee_count, rater_count);
  const PenalisedSystem::Residual residual = system.project(y);
  system.compute_traces();
  CrossedEffects effects = effects_at(system, residual, ratios, variances->residual, origin);
  effects.var_ratee = variances->ratee;
  effects.var_rater = variances->rater;
  effects.reml_criterion = system.log_determinant() + std::log(system.weight_of_mean()) +
                           static_cast<double>(ratings.size() - 1) * std::log(2 * std::numbers::pi * variances->residual) +
                           penalised_squares(residual, ratios) / variances->residual;
  return effects;
}

}  // namespace fullcircle::rating
