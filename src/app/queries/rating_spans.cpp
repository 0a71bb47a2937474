#include "app/queries/rating_spans.h"

#include <algorithm>

#include "rating/moments.h"

namespace fullcircle {

RatingSpans::RatingSpans(const InsightFacts& facts, const Departments& departments) : facts_(facts) {
  std::map<RecordId, std::vector<const RatedPerson*>> by_person;
  for (const RatedPerson& rated : facts.rated)
    if (rated.cycle >= 0 && departments.of(rated.person) >= 0) by_person[rated.person].push_back(&rated);
  for (auto& [person, rated] : by_person) people_.push_back({person, std::move(rated)});
}

std::optional<std::size_t> RatingSpans::place_of(Id<Person> person) const {
  const auto found = std::ranges::lower_bound(people_, RecordId(person), {}, &OfPerson::person);
  if (found == people_.end() || found->person != RecordId(person)) return std::nullopt;
  return static_cast<std::size_t>(found - people_.begin());
}

std::optional<RatedSpan> RatingSpans::around(std::size_t person, Day done, int criterion) const {
  std::optional<int> before, after;
  for (const RatedPerson* rated : people_[person].rated) {
    if (!rating_of(*rated, {criterion})) continue;
    const Day day = measured(rated->cycle);
    if (day <= done) {
      if (!before || day > measured(*before)) before = rated->cycle;
    } else if (!after || day < measured(*after)) {
      after = rated->cycle;
    }
  }
  if (!before || !after) return std::nullopt;
  return RatedSpan{*before, *after, criterion};
}

const std::vector<SpanRating>& RatingSpans::rated_in(const RatedSpan& span) const {
  const auto [found, is_new] = spans_.try_emplace(span);
  if (!is_new) return found->second;
  for (std::size_t i = 0; i < people_.size(); ++i) {
    std::optional<double> before, after;
    for (const RatedPerson* rated : people_[i].rated) {
      if (rated->cycle == span.before) before = rating_of(*rated, {span.criterion});
      if (rated->cycle == span.after) after = rating_of(*rated, {span.criterion});
    }
    if (before && after) found->second.push_back({i, *before, *after});
  }
  return found->second;
}

double RatingSpans::team_before(const RatedSpan& span) const {
  const auto [found, is_new] = team_.try_emplace({span.before, span.criterion}, 0.0);
  if (is_new) {
    std::vector<double> values;
    for (const RatedPerson& rated : facts_.rated)
      if (rated.cycle == span.before)
        if (const auto value = rating_of(rated, {span.criterion})) values.push_back(*value);
    found->second = rating::compute_moments(values).mean;
  }
  return found->second;
}

}  // namespace fullcircle
