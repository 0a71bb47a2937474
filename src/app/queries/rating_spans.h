// Ratings of the same people in two cycles: which two lie around a day, and who was rated in both.
#pragma once

#include <compare>
#include <map>
#include <optional>
#include <vector>

#include "app/queries/insight_departments.h"
#include "app/queries/insight_facts.h"
#include "app/queries/insight_ratings.h"

namespace fullcircle {

/// Two cycles, and what is compared between them.
struct RatedSpan {
  int before = 0, after = 0;
  int criterion = RatingMeasure::kOthers;
  auto operator<=>(const RatedSpan&) const = default;
};

/// One person's two ratings.
struct SpanRating {
  std::size_t person = 0;  ///< place among RatingSpans::people
  double before = 0, after = 0;
};

/// Of the people of the departments. Facts and departments outlive it.
class RatingSpans {
 public:
  RatingSpans(const InsightFacts& facts, const Departments& departments);

  std::size_t people() const { return people_.size(); }
  /// nullopt: outside, or never rated.
  std::optional<std::size_t> place_of(Id<Person> person) const;
  /// The last cycle measured up to `done` and the first after it in which the person was rated; nullopt where one is missing.
  std::optional<RatedSpan> around(std::size_t person, Day done, int criterion) const;
  /// Everybody with both ratings, by place.
  const std::vector<SpanRating>& rated_in(const RatedSpan& span) const;
  /// Whether a day lies between the two measurements, so that what was done on it belongs to the span.
  bool covers(const RatedSpan& span, Day day) const { return measured(span.before) <= day && day < measured(span.after); }
  /// Mean of everybody rated in the earlier cycle.
  double team_before(const RatedSpan& span) const;

 private:
  struct OfPerson {
    RecordId person;
    std::vector<const RatedPerson*> rated;
  };
  Day measured(int cycle) const { return facts_.cycles[static_cast<std::size_t>(cycle)].measured; }

  const InsightFacts& facts_;
  std::vector<OfPerson> people_;  ///< ascending
  // Kept from one row to the next: many rows ask about few spans.
  mutable std::map<RatedSpan, std::vector<SpanRating>> spans_;
  mutable std::map<std::pair<int, int>, double> team_;
};

}  // namespace fullcircle
