#include "rating/rater_effects.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "rating/cholesky.h"
#include "rating/moments.h"

namespace fullcircle::rating {

namespace {

/// The fit of one connected component.
///
/// The normal equations are reduced to the smaller side ("kept"), whose matrix C = D - Nᵀ E⁻¹ N has the constant vector as
/// its null space; its Moore-Penrose inverse gives the solution that sums to zero and its covariance. The other side
/// ("eliminated") follows level by level.
class ComponentFit {
 public:
  /// `sums`: sums of the ratings by level, around a common origin.
  ComponentFit(const DesignSide& eliminated, const std::vector<double>& eliminated_sums, const DesignSide& kept,
               const std::vector<double>& kept_sums)
      : eliminated_(eliminated), inverse_(kept.counts.size()) {
    invert(kept);
    const std::size_t levels = kept.counts.size();
    std::vector<double> reduced = kept_sums;
    for (std::size_t i = 0; i < eliminated.counts.size(); ++i) {
      for (const DesignCell& cell : eliminated.cells[i]) {
        reduced[cell.other] -= cell.count / eliminated.counts[i] * eliminated_sums[i];
      }
    }
    kept_effects.resize(levels);
    for (std::size_t j = 0; j < levels; ++j) {
      for (std::size_t l = 0; l < levels; ++l) kept_effects[j] += inverse_.at(j, l) * reduced[l];
    }
    mean_row_.resize(levels);
    for (std::size_t i = 0; i < eliminated.counts.size(); ++i) {
      double level = eliminated_sums[i];
      for (const DesignCell& cell : eliminated.cells[i]) {
        level -= cell.count * kept_effects[cell.other];
        mean_row_[cell.other] += cell.count / eliminated.counts[i];
      }
      levels_.push_back(level / eliminated.counts[i]);
    }
    mean = compute_moments(levels_).mean;
    times_mean_row_.resize(levels);
    for (std::size_t j = 0; j < levels; ++j) {
      for (std::size_t l = 0; l < levels; ++l) times_mean_row_[j] += inverse_.at(j, l) * mean_row_[l];
      mean_variance_ += mean_row_[j] * times_mean_row_[j];
    }
    for (double count : eliminated.counts) mean_variance_ += 1 / count;
  }

  double eliminated_level(std::size_t i) const { return levels_[i]; }

  // Variances, all in units of the residual variance.
  double kept_variance(std::size_t j) const { return inverse_.at(j, j); }
  double kept_level_variance(std::size_t j) const {
    const double n = count();
    return mean_variance_ / (n * n) + inverse_.at(j, j) - 2 * times_mean_row_[j] / n;
  }
  double kept_difference_variance(std::size_t a, std::size_t b) const {
    return a == b ? 0 : inverse_.at(a, a) + inverse_.at(b, b) - 2 * inverse_.at(a, b);
  }
  double eliminated_level_variance(std::size_t i) const { return 1 / eliminated_.counts[i] + product(i, i); }
  double eliminated_variance(std::size_t i) const {
    double with_all = 1 / eliminated_.counts[i];
    for (const DesignCell& cell : eliminated_.cells[i]) {
      with_all += cell.count / eliminated_.counts[i] * times_mean_row_[cell.other];
    }
    const double n = count();
    return eliminated_level_variance(i) - 2 * with_all / n + mean_variance_ / (n * n);
  }
  double eliminated_difference_variance(std::size_t a, std::size_t b) const {
    if (a == b) return 0;
    return eliminated_level_variance(a) + eliminated_level_variance(b) - 2 * product(a, b);
  }

  std::vector<double> kept_effects;
  double mean = 0;  ///< of the eliminated side's levels: the component's mu, from the origin

 private:
  double count() const { return static_cast<double>(eliminated_.counts.size()); }

  void invert(const DesignSide& kept) {
    const std::size_t levels = kept.counts.size();
    SquareMatrix reduced(levels);
    for (std::size_t j = 0; j < levels; ++j) reduced.at(j, j) = kept.counts[j];
    for (std::size_t i = 0; i < eliminated_.counts.size(); ++i) {
      for (const DesignCell& a : eliminated_.cells[i]) {
        for (const DesignCell& b : eliminated_.cells[i]) {
          reduced.at(a.other, b.other) -= a.count * b.count / eliminated_.counts[i];
        }
      }
    }
    // C + (c/J) 11ᵀ has an inverse, and that is C⁺ + 11ᵀ/(c J).
    double trace = 0;
    for (std::size_t j = 0; j < levels; ++j) trace += reduced.at(j, j);
    const double size = static_cast<double>(levels);
    const double c = trace > 0 ? trace / size : 1;
    for (std::size_t j = 0; j < levels; ++j) {
      for (std::size_t l = 0; l < levels; ++l) reduced.at(j, l) += c / size;
    }
    const SquareMatrix factor = Cholesky(std::move(reduced)).inverse_transposed_factor();
    for (std::size_t j = 0; j < levels; ++j) {
      for (std::size_t l = 0; l <= j; ++l) {
        inverse_.at(j, l) = inverse_.at(l, j) = levels == 1 ? 0 : inverse_entry(factor, j, l) - 1 / (c * size);
      }
    }
  }

  double product(std::size_t a, std::size_t b) const {
    double sum = 0;
    for (const DesignCell& left : eliminated_.cells[a]) {
      for (const DesignCell& right : eliminated_.cells[b]) {
        sum += left.count / eliminated_.counts[a] * (right.count / eliminated_.counts[b]) * inverse_.at(left.other, right.other);
      }
    }
    return sum;
  }

  const DesignSide& eliminated_;
  SquareMatrix inverse_;                 ///< C⁺
  std::vector<double> levels_;
  std::vector<double> mean_row_;         ///< sum over eliminated levels of their shares in the kept ones
  std::vector<double> times_mean_row_;
  double mean_variance_ = 0;
};

/// One component with indexes of its own.
struct Component {
  std::vector<std::size_t> ratees, raters;  ///< indexes in the whole
  DesignSide ratee_side, rater_side;
  std::vector<double> ratee_sums, rater_sums;
  std::optional<ComponentFit> fit;
  bool raters_kept = true;

  double ratee_effect(std::size_t i) const { return raters_kept ? fit->eliminated_level(i) - fit->mean : fit->kept_effects[i]; }
  double rater_effect(std::size_t j) const { return raters_kept ? fit->kept_effects[j] : fit->eliminated_level(j) - fit->mean; }
  double ratee_variance(std::size_t i) const { return raters_kept ? fit->eliminated_variance(i) : fit->kept_variance(i); }
  double rater_variance(std::size_t j) const { return raters_kept ? fit->kept_variance(j) : fit->eliminated_variance(j); }
  double adjusted_variance(std::size_t i) const {
    return raters_kept ? fit->eliminated_level_variance(i) : fit->kept_level_variance(i);
  }
};

/// The cells of some levels, with the other side's indexes renamed.
DesignSide part_of(const DesignSide& side, const std::vector<std::size_t>& levels, const std::vector<std::size_t>& other_place) {
  DesignSide part;
  for (std::size_t level : levels) {
    part.counts.push_back(side.counts[level]);
    auto& cells = part.cells.emplace_back(side.cells[level]);
    for (DesignCell& cell : cells) cell.other = other_place[cell.other];
  }
  return part;
}

struct Places {
  std::vector<std::size_t> ratee, rater;  ///< index within the component
};

std::vector<Component> split(const RatingDesign& design, const std::vector<double>& ratee_sums, const std::vector<double>& rater_sums,
                             Places& places) {
  std::vector<Component> components(design.component_count);
  for (std::size_t i = 0; i < design.ratee_component.size(); ++i) {
    Component& component = components[design.ratee_component[i]];
    places.ratee.push_back(component.ratees.size());
    component.ratees.push_back(i);
    component.ratee_sums.push_back(ratee_sums[i]);
  }
  for (std::size_t j = 0; j < design.rater_component.size(); ++j) {
    Component& component = components[design.rater_component[j]];
    places.rater.push_back(component.raters.size());
    component.raters.push_back(j);
    component.rater_sums.push_back(rater_sums[j]);
  }
  for (Component& component : components) {
    component.ratee_side = part_of(design.ratees, component.ratees, places.rater);
    component.rater_side = part_of(design.raters, component.raters, places.ratee);
    component.raters_kept = component.raters.size() <= component.ratees.size();
    if (component.raters_kept) {
      component.fit.emplace(component.ratee_side, component.ratee_sums, component.rater_side, component.rater_sums);
    } else {
      component.fit.emplace(component.rater_side, component.rater_sums, component.ratee_side, component.ratee_sums);
    }
  }
  return components;
}

Figure standard_error(const Figure& residual_sd, double variance) {
  return residual_sd.transform([&](double sd) { return sd * std::sqrt(std::max(0.0, variance)); });
}

/// Residual sum of squares of the full model, and of raters alone.
struct Squares {
  double full = 0, raters_only = 0, magnitude = 0;
};

Squares squares_of(const std::vector<Rating>& ratings, double origin, const RaterEffects& result,
                   const std::vector<Component>& components, const Places& places, const std::vector<double>& rater_means) {
  Squares squares;
  for (const Rating& rating : ratings) {
    const Component& component = components[result.design.ratee_component[rating.ratee]];
    const double value = rating.value - origin;
    const double residual = value - component.fit->mean - component.ratee_effect(places.ratee[rating.ratee]) -
                            component.rater_effect(places.rater[rating.rater]);
    const double around_rater = value - rater_means[rating.rater];
    squares.full += residual * residual;
    squares.raters_only += around_rater * around_rater;
    squares.magnitude = std::max(squares.magnitude, std::fabs(rating.value));
  }
  const double n = static_cast<double>(ratings.size());
  if (is_rounding_noise(squares.full, n, squares.magnitude)) squares.full = 0;
  if (is_rounding_noise(squares.raters_only, n, squares.magnitude)) squares.raters_only = 0;
  return squares;
}

void add_variance(RaterEffects& result, const Squares& squares, std::size_t n) {
  double df_ratee = 0;
  const double ratees = static_cast<double>(result.design.ratee_component.size());
  const double raters = static_cast<double>(result.design.rater_component.size());
  const double components = static_cast<double>(result.design.component_count);
  df_ratee = ratees - components;
  result.df = static_cast<double>(n) - ratees - raters + components;
  result.residual_sd = undefined(Undefined::TooFewPoints);
  if (result.df > 0) result.residual_sd = std::sqrt(squares.full / result.df);
  double after = std::max(0.0, squares.raters_only - squares.full);
  if (is_rounding_noise(after, static_cast<double>(n), squares.magnitude)) after = 0;
  result.ss_ratee = after;
  if (df_ratee == 0) {
    result.f_ratee = undefined(Undefined::OneRatee);
  } else if (result.df == 0) {
    result.f_ratee = undefined(Undefined::TooFewPoints);
  } else if (squares.full == 0) {
    result.f_ratee = undefined(Undefined::NoVariation);
  } else {
    result.f_ratee = after / df_ratee / (squares.full / result.df);
  }
}

void add_effects(RaterEffects& result, const std::vector<Component>& components, double origin) {
  result.ratee_effects.resize(result.ratee_means.size());
  result.rater_effects.resize(result.rater_means.size());
  result.adjusted.resize(result.ratee_means.size());
  for (const Component& component : components) {
    for (std::size_t i = 0; i < component.ratees.size(); ++i) {
      Estimate& effect = result.ratee_effects[component.ratees[i]];
      effect.value = component.ratees.size() == 1 ? 0 : component.ratee_effect(i);
      effect.standard_error = standard_error(result.residual_sd, component.ratee_variance(i));
      if (component.ratees.size() == 1) effect.standard_error = undefined(Undefined::OneRatee);
      Estimate& adjusted = result.adjusted[component.ratees[i]];
      adjusted.value = origin + (component.fit->mean + *effect.value);
      adjusted.standard_error = standard_error(result.residual_sd, component.adjusted_variance(i));
    }
    for (std::size_t j = 0; j < component.raters.size(); ++j) {
      Estimate& effect = result.rater_effects[component.raters[j]];
      effect.value = component.raters.size() == 1 ? 0 : component.rater_effect(j);
      effect.standard_error = standard_error(result.residual_sd, component.rater_variance(j));
      if (component.raters.size() == 1) effect.standard_error = undefined(Undefined::OneRater);
    }
  }
}

}  // namespace

RaterEffects compute_rater_effects(const std::vector<Rating>& ratings, std::size_t ratee_count, std::size_t rater_count,
                                   const std::vector<Contrast>& ratee_contrasts, const std::vector<Contrast>& rater_contrasts) {
  RaterEffects result;
  result.mu = result.residual_sd = result.ss_ratee = result.f_ratee = undefined(Undefined::NoData);
  if (ratings.empty()) return result;
  result.design = compute_design(ratings, ratee_count, rater_count);

  const double origin = ratings[0].value;
  std::vector<double> ratee_sums(ratee_count), rater_sums(rater_count), rater_means(rater_count);
  for (const Rating& rating : ratings) {
    ratee_sums[rating.ratee] += rating.value - origin;
    rater_sums[rating.rater] += rating.value - origin;
  }
  for (std::size_t i = 0; i < ratee_count; ++i) result.ratee_means.push_back(origin + ratee_sums[i] / result.design.ratees.counts[i]);
  for (std::size_t j = 0; j < rater_count; ++j) {
    rater_means[j] = rater_sums[j] / result.design.raters.counts[j];
    result.rater_means.push_back(origin + rater_means[j]);
  }

  Places places;
  const std::vector<Component> components = split(result.design, ratee_sums, rater_sums, places);
  result.mu = undefined(Undefined::NotConnected);
  if (components.size() == 1) result.mu = origin + components[0].fit->mean;
  add_variance(result, squares_of(ratings, origin, result, components, places, rater_means), ratings.size());
  add_effects(result, components, origin);

  const auto contrast = [&](std::size_t a, std::size_t b, bool of_ratees) -> Estimate {
    const auto& component_of = of_ratees ? result.design.ratee_component : result.design.rater_component;
    const auto why = undefined(Undefined::NotConnected);
    if (component_of[a] != component_of[b]) return {why, why};
    const Component& component = components[component_of[a]];
    const std::size_t x = of_ratees ? places.ratee[a] : places.rater[a];
    const std::size_t y = of_ratees ? places.ratee[b] : places.rater[b];
    const auto& effects = of_ratees ? result.ratee_effects : result.rater_effects;
    const double variance = of_ratees == component.raters_kept ? component.fit->eliminated_difference_variance(x, y)
                                                              : component.fit->kept_difference_variance(x, y);
    return {*effects[a].value - *effects[b].value, standard_error(result.residual_sd, variance)};
  };
  for (const Contrast& c : ratee_contrasts) result.ratee_contrasts.push_back(contrast(c.a, c.b, true));
  for (const Contrast& c : rater_contrasts) result.rater_contrasts.push_back(contrast(c.a, c.b, false));
  return result;
}

}  // namespace fullcircle::rating
