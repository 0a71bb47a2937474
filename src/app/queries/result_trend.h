// The results of one person over the cycles, as far as whoever looks may see them: on the whole, or of one competency or value.
#pragma once

#include <string>
#include <vector>

#include "app/model_view.h"
#include "rating/figure.h"

namespace fullcircle {

/// Why a cycle shows nothing of a competency.
enum class TrendGap : std::uint8_t {
  none,
  not_asked,   ///< its form did not ask about it
  no_answers,
  hidden,      ///< fewer answers than may be shown
  not_shown,   ///< the released result has no value, and does not say why
  not_kept,    ///< of that result only the figures at the head are kept
};
FULLCIRCLE_ENUM_NAMES(TrendGap, "trend_gap", "none", "not_asked", "no_answers", "hidden", "not_shown", "not_kept");

/// A competency or value in one result.
struct TrendCriterion {
  std::string key, name;
  rating::Figure self, others;
  TrendGap gap = TrendGap::none;  ///< of `others`
};

struct TrendPoint {
  Id<Review> review;
  std::string cycle;  ///< its name
  Day day;            ///< on which it ended
  Day measured;       ///< on which the answers were due
  bool is_released = false;
  rating::Figure others, overall;  ///< of the whole result one of them has a value
  rating::Figure self;             ///< only of a criterion
  TrendGap gap = TrendGap::none;   ///< only of a criterion
  std::vector<TrendCriterion> criteria;  ///< in the order of the form
};

/// The earliest cycle first; cycles without a figure are left out. On paper released results alone, with the figures that were released.
std::vector<TrendPoint> compute_result_trend(const ModelView& view, Id<Person> person);

/// Everything the cycles asked about, as it was called last.
std::vector<TrendCriterion> criteria_of(const std::vector<TrendPoint>& trend);

/// The same cycles for one criterion: each with its figure as the result shows it, or with the reason why there is none.
std::vector<TrendPoint> follow_criterion(const std::vector<TrendPoint>& trend, std::string_view key);

}  // namespace fullcircle
