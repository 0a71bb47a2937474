#include "app/queries/team_results.h"

#include <algorithm>

#include "rating/rounding.h"

namespace fullcircle {
namespace {

/// What decides about every result: raised by a change of the rules or of a form.
std::uint64_t rules_revision(const ModelView& view) {
  return view.table<Workspace>().revision() + view.table<ReviewCycle>().revision() + view.table<ReviewForm>().revision();
}

ResultNumbers summary_of(const rating::ReviewNumbers& numbers, const rating::ReviewInput& form) {
  ResultNumbers result{numbers.overall, numbers.uncalibrated, numbers.self, numbers.others, numbers.rwg, {}, -1, 0, !numbers.columns->left_out.empty()};
  if (!numbers.overall) return result;
  const auto rounded = rating::round_score(*numbers.overall, form.places);
  result.rounded = rounded.to_double();
  if (const auto band = rating::find_band(rounded, form.bands)) result.band = static_cast<std::int32_t>(*band);
  return result;
}

}  // namespace

CycleRating& TeamResults::rating_of(const ModelView& view, Id<ReviewCycle> cycle) {
  follow(view);
  const auto known = std::ranges::find(ratings_, cycle, &ByCycle::cycle);
  if (known != ratings_.end()) return *known->rating;
  return *ratings_.emplace_back(cycle, std::make_unique<CycleRating>(view, cycle)).rating;
}

const ResultNumbers& TeamResults::of(const ModelView& view, const Review& review) {
  CycleRating& rating = rating_of(view, review.cycle);
  Kept& kept = *find(review.id);
  if (!kept.is_current) {
    kept.numbers = summary_of(rating.rate(view, review), rating.form());
    kept.numbers.answers = rating.answers_of_others();
    kept.is_current = true;
    ++count_;
  }
  return kept.numbers;
}

TeamResults::Kept* TeamResults::find(RecordId review) {
  const auto found = std::ranges::lower_bound(kept_, review, {}, &Kept::review);
  return found != kept_.end() && found->review == review ? &*found : nullptr;
}

void TeamResults::follow(const ModelView& view) {
  const std::uint64_t document = view.document().revision();
  if (is_filled_ && seen_.document == document && seen_.today == view.today) return;
  const bool same_rules = is_filled_ && seen_.rules == rules_revision(view) && seen_.today == view.today;
  if (!same_rules || !follow_reviews(view) || !follow_people(view)) forget_all(view);
  seen_ = {document,
           rules_revision(view),
           view.table<Review>().revision(),
           view.table<Goal>().revision(),
           view.table<ProgressPoint>().revision(),
           view.table<FeedbackResponse>().revision(),
           view.today};
  is_filled_ = true;
}

bool TeamResults::follow_reviews(const ModelView& view) {
  const auto changes = view.table<Review>().changes_since(seen_.reviews);
  if (!changes) return false;
  for (const RowChange& change : *changes) {
    if (Kept* kept = find(change.id)) {
      kept->is_current = false;
    } else {
      kept_.insert(std::ranges::lower_bound(kept_, change.id, {}, &Kept::review), {change.id, false, {}});
    }
  }
  return true;
}

bool TeamResults::follow_people(const ModelView& view) {
  const auto answered = view.response_index().touched_since(view.table<FeedbackResponse>(), seen_.responses);
  const auto owners = view.goal_index().touched_since(view.table<Goal>(), seen_.goals);
  const auto goals = view.point_index().touched_since(view.table<ProgressPoint>(), seen_.points);
  if (!answered || !owners || !goals) return false;
  for (const RecordId person : *answered) forget_person(view, Id<Person>(person));
  for (const RecordId person : *owners) forget_person(view, Id<Person>(person));
  for (const RecordId goal : *goals)
    if (const Goal* found = view.find(Id<Goal>(goal))) forget_person(view, found->owner);
  return true;
}

void TeamResults::forget_person(const ModelView& view, Id<Person> person) {
  for (const Review* review : view.reviews_of(person))
    if (Kept* kept = find(review->id)) kept->is_current = false;
}

void TeamResults::forget_all(const ModelView& view) {
  ratings_.clear();
  kept_.clear();
  kept_.reserve(view.table<Review>().list().size());
  for (const auto& row : view.table<Review>().rows()) kept_.push_back({row.entity.id, false, {}});
  // From here on the indexes keep what they are asked about.
  view.response_index().touched_since(view.table<FeedbackResponse>(), 0);
  view.goal_index().touched_since(view.table<Goal>(), 0);
  view.point_index().touched_since(view.table<ProgressPoint>(), 0);
}

}  // namespace fullcircle
