// Is a person's rating by others really another one than before, or is the difference what measuring with few raters brings anyway?
#pragma once

#include "app/queries/result_trend.h"
#include "rating/reliable_change.h"

namespace fullcircle {

/// Why nothing can be said about a difference.
enum class ChangeGap : std::uint8_t {
  none,
  other_scale,   ///< the two cycles used different scales
  few_people,    ///< of the earlier cycle too few results may be seen to know how people differ
  no_answers,    ///< of no cycle are enough single answers kept, from which the reliability follows
  no_spread,     ///< everybody was rated the same
  not_reliable,  ///< raters of one person differ as much as people do
};
FULLCIRCLE_ENUM_NAMES(ChangeGap, "change_gap", "none", "other_scale", "few_people", "no_answers", "no_spread", "not_reliable");

/// How reliable the mean of a person's raters is: 1 - within / between mean square (see rating::compute_intraclass_groups).
struct RatingReliability {
  std::string cycle;     ///< whose answers it comes from
  int people = 0;        ///< with two raters or more
  double raters = 0;     ///< of one person, the mean
  rating::Figure value = rating::undefined(rating::Undefined::TooFewPoints);  ///< 0..1; may come out below 0
};

struct PersonChange {
  TrendPoint before, after;
  ChangeGap gap = ChangeGap::none;
  int people = 0;               ///< behind mean and spread
  double mean = 0;              ///< of the earlier cycle's results
  rating::Figure spread;        ///< standard deviation of the earlier cycle's results
  RatingReliability reliability;
  rating::ReliableChange change;  ///< only without a gap
  bool was_low = false;           ///< clearly below that mean at first

  double difference() const { return *after.others - *before.others; }
  bool is_known() const { return gap == ChangeGap::none; }
  /// 95 %: the difference and the smallest reliable change to both sides. In: a known change.
  rating::Interval interval() const { return {difference() - change.smallest_change, difference() + change.smallest_change}; }
  /// What was to be expected without any change of the person: the part of the distance from the mean that was error.
  /// Source: Kelley 1947, Fundamentals of Statistics (regressed true score). In: a known change.
  double expected() const { return (1 - *reliability.value) * (mean - *before.others); }
};

inline constexpr double kLowShare = 0.05;  ///< of the scale's width: how far below the others counts as low
inline constexpr int kLeastForSpread = 10;      ///< people without whom spread and reliability are guesses
inline constexpr std::size_t kMostForSpread = 500;  ///< more change neither: of larger teams every so-manieth counts

/// The latest rating by others against the one before it, and against the first where that is another one. Only ratings by others:
/// nobody knows how reliably goals are measured. Of people whose results whoever looks may see in full.
/// In: `criterion`: the trend follows that one; empty: whole results.
std::vector<PersonChange> compute_person_changes(const ModelView& view, const std::vector<TrendPoint>& trend, const std::string& criterion = {});

/// From one of its points to another; both have a rating by others.
PersonChange compute_person_change(const ModelView& view, const std::vector<TrendPoint>& trend, std::size_t from, std::size_t to, const std::string& criterion);

}  // namespace fullcircle
