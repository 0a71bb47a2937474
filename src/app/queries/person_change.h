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
  int people = 0;               ///< behind the spread
  rating::Figure spread;        ///< standard deviation of the earlier cycle's results
  RatingReliability reliability;
  rating::ReliableChange change;  ///< only without a gap

  double difference() const { return *after.others - *before.others; }
  bool is_known() const { return gap == ChangeGap::none; }
};

inline constexpr int kLeastForSpread = 10;      ///< people without whom spread and reliability are guesses
inline constexpr std::size_t kMostForSpread = 500;  ///< more change neither: of larger teams every so-manieth counts

/// The latest rating by others against the one before it, and against the first where that is another one. Only ratings by others:
/// nobody knows how reliably goals are measured. Of people whose results whoever looks may see in full.
std::vector<PersonChange> compute_person_changes(const ModelView& view, const std::vector<TrendPoint>& trend);

}  // namespace fullcircle
