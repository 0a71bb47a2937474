#include "app/queries/person_change.h"

#include <algorithm>

#include "app/queries/cycle_rating.h"
#include "app/queries/result_page.h"
#include "rating/intraclass.h"
#include "rating/moments.h"

namespace fullcircle {
namespace {

/// Reviews of a cycle that whoever looks may see in full; of many, evenly picked ones.
std::vector<const Review*> seen_reviews(const ModelView& view, Id<ReviewCycle> cycle) {
  std::vector<const Review*> seen;
  for (const Review* review : view.reviews_in(cycle))
    if (result_access(view, *review) == ResultAccess::full) seen.push_back(review);
  if (seen.size() <= kMostForSpread) return seen;
  std::vector<const Review*> picked;
  for (std::size_t i = 0; i < kMostForSpread; ++i) picked.push_back(seen[i * seen.size() / kMostForSpread]);
  return picked;
}

rating::Figure others_of(const ModelView& view, const Review& review) {
  if (!is_only_released(view, review)) return view.results().of(view, review).others;
  return read_score(review.released->others);
}

/// What each rater gave on the whole, without the own view.
std::vector<double> rater_means(const ModelView& view, const Review& review) {
  std::vector<double> means;
  for (const FeedbackResponse* response : view.responses_about(review.person)) {
    if (response->group == RaterGroup::self || !is_counted(review, *response, CountedAnswers::all)) continue;
    std::vector<double> ratings;
    for (const Answer& answer : response->answers)
      if (answer.rating && !answer.is_not_observed) ratings.push_back(*answer.rating);
    if (!ratings.empty()) means.push_back(rating::compute_moments(ratings).mean);
  }
  return means;
}

/// From the single answers, of people in whose result all of them are shown: what is hidden enters no other figure.
RatingReliability compute_reliability(const ModelView& view, const std::vector<const Review*>& reviews) {
  RatingReliability result{{}, 0, 0, rating::undefined(rating::Undefined::TooFewPoints)};
  std::vector<std::vector<double>> groups;
  std::size_t raters = 0;
  for (const Review* review : reviews) {
    if (is_only_released(view, *review) || view.results().of(view, *review).hides_groups) continue;
    auto means = rater_means(view, *review);
    if (means.size() < 2) continue;
    raters += means.size();
    groups.push_back(std::move(means));
  }
  result.people = static_cast<int>(groups.size());
  if (result.people < kLeastForSpread) return result;
  result.raters = static_cast<double>(raters) / result.people;
  result.value = rating::compute_intraclass_groups(groups).icc2;
  return result;
}

const ReviewCycle* cycle_of(const ModelView& view, const TrendPoint& point) {
  const Review* review = view.find(point.review);
  return review ? view.find(review->cycle) : nullptr;
}

/// From the answers of the earlier cycle; where too few of these are kept, of the latest one with enough.
RatingReliability find_reliability(const ModelView& view, const ReviewCycle& before, const std::vector<const TrendPoint*>& rated) {
  std::vector<const ReviewCycle*> cycles{&before};
  for (std::size_t i = rated.size(); i-- > 0;)
    if (const ReviewCycle* cycle = cycle_of(view, *rated[i]); cycle && cycle != &before) cycles.push_back(cycle);
  RatingReliability most;
  for (const ReviewCycle* cycle : cycles) {
    if (cycle->rules.scale_low != before.rules.scale_low || cycle->rules.scale_high != before.rules.scale_high) continue;
    most = compute_reliability(view, seen_reviews(view, cycle->id));
    most.cycle = cycle->name;
    if (most.people >= kLeastForSpread) break;
  }
  return most;
}

ChangeGap compare(const ModelView& view, PersonChange& change, const std::vector<const TrendPoint*>& rated) {
  const ReviewCycle *before = cycle_of(view, change.before), *after = cycle_of(view, change.after);
  if (!before || !after || before->rules.scale_low != after->rules.scale_low || before->rules.scale_high != after->rules.scale_high) return ChangeGap::other_scale;
  const auto earlier = seen_reviews(view, before->id);
  std::vector<double> scores;
  for (const Review* review : earlier)
    if (const auto score = others_of(view, *review)) scores.push_back(*score);
  change.people = static_cast<int>(scores.size());
  if (change.people < kLeastForSpread) return ChangeGap::few_people;
  change.spread = rating::compute_moments(scores).standard_deviation();
  if (!change.spread || *change.spread <= 0) return ChangeGap::no_spread;
  change.reliability = find_reliability(view, *before, rated);
  if (change.reliability.people < kLeastForSpread) return ChangeGap::no_answers;
  if (!change.reliability.value) return ChangeGap::no_spread;
  if (*change.reliability.value <= 0) return ChangeGap::not_reliable;
  change.change = rating::compute_reliable_change(*change.before.others, *change.after.others, *change.spread, std::min(1.0, *change.reliability.value), {});
  return change.change.reliable ? ChangeGap::none : ChangeGap::no_spread;
}

}  // namespace

std::vector<PersonChange> compute_person_changes(const ModelView& view, const std::vector<TrendPoint>& trend) {
  std::vector<const TrendPoint*> rated;
  for (const TrendPoint& point : trend)
    if (point.others) rated.push_back(&point);
  std::vector<PersonChange> changes;
  if (rated.size() < 2) return changes;
  const std::size_t last = rated.size() - 1;
  for (const std::size_t from : {last - 1, std::size_t{0}}) {
    PersonChange change{.before = *rated[from], .after = *rated[last]};
    change.gap = compare(view, change, rated);
    changes.push_back(std::move(change));
    if (from == 0) break;
  }
  return changes;
}

}  // namespace fullcircle
