// Ratees and raters as two crossed random effects: variance components by REML and predictions shrunk towards the mean.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "rating/figure.h"
#include "rating/penalised_system.h"

namespace fullcircle::rating {

struct CrossedVariances {
  double ratee = 0;
  double rater = 0;
  double residual = 1;  ///< above 0
};

struct CrossedEffects {
  Figure mu, se_mu;
  Figure var_ratee, var_rater, var_residual;
  Figure reml_criterion;              ///< -2 log restricted likelihood, all constants included
  std::vector<Figure> ratee_blup;     ///< deviations from mu
  std::vector<Figure> rater_blup;
  std::vector<Figure> ratee_pred_sd;  ///< of the error of ratee_blup, mu being estimated
};

/// A fit in steps, so that a page can draw between them.
///
/// y = mu + ratee + rater + error with normal, independent effects.
/// In:     every ratee and rater index occurs.
/// Out:    NoData without ratings; where variances cannot be told apart OneRatee, OneRater, NotConnected (each ratee with a
///         rater of its own) or TooFewPoints; NoVariation for ratings that are all equal or exactly additive.
/// Source: Bates, Mächler, Bolker & Walker 2015 (J Stat Softw 67:1), sections 3.2-3.4: penalised least squares and the profiled
///         REML criterion; steps by the average information, Gilmour, Thompson & Cullis 1995 (Biometrics 51:1440).
class CrossedFit {
 public:
  CrossedFit(std::vector<Rating> ratings, std::size_t ratee_count, std::size_t rater_count);
  CrossedFit(const CrossedFit&) = delete;  // its states point into it
  CrossedFit& operator=(const CrossedFit&) = delete;

  /// One factorisation and one step towards the maximum. True when there is nothing left to do.
  bool step();
  CrossedEffects result() const;

 private:
  /// A place on the way: the system at some ratios, and the criterion there.
  struct State {
    VarianceRatios ratios;
    std::unique_ptr<PenalisedSystem> system;
    PenalisedSystem::Residual residual;
    double variance = 0;   ///< of the residual
    double criterion = 0;
    bool ok = false;
  };
  struct Start {
    VarianceRatios ratios;
    bool ratee_free, rater_free;
  };

  State state_at(VarianceRatios ratios) const;
  void refuse(Undefined reason);
  std::optional<Undefined> why_not_estimable() const;
  bool begin_next_start();
  bool finish_start();
  bool improve();
  VarianceRatios proposed_step(double& gradient_size) const;

  std::vector<Rating> ratings_;
  std::size_t ratee_count_, rater_count_;
  RatingDesign design_;
  std::vector<double> y_;     ///< from the origin
  double origin_ = 0;
  std::optional<Undefined> refused_;
  std::vector<Start> starts_;
  bool ratee_free_ = true, rater_free_ = true;
  State state_;
  std::optional<State> best_;
  int steps_ = 0;
};

/// All steps at once; with `variances` these are taken as given and nothing is estimated.
CrossedEffects compute_crossed_effects(const std::vector<Rating>& ratings, std::size_t ratee_count, std::size_t rater_count,
                                       std::optional<CrossedVariances> variances);

}  // namespace fullcircle::rating
