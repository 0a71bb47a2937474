#include "app/queries/person_change.h"

#include <algorithm>

#include "app/queries/cycle_rating.h"
#include "app/queries/released_result.h"
#include "app/queries/result_page.h"
#include "app/queries/shown_answers.h"
#include "rating/intraclass.h"
#include "rating/moments.h"

namespace fullcircle {
namespace {

/// Reviews of a cycle that whoever looks may see in full; of many, evenly picked ones.
std::vector<const Review*> seen_reviews(const ModelView& view, Id<ReviewCycle> cycle) {
  std::vector<const Review*> seen;
  for (const Review* review : view.reviews_in(cycle))
    if (result_access(view, *review) == ResultAccess::full && goes_out(view, *review)) seen.push_back(review);
  if (seen.size() <= kMostForSpread) return seen;
  std::vector<const Review*> picked;
  for (std::size_t i = 0; i < kMostForSpread; ++i) picked.push_back(seen[i * seen.size() / kMostForSpread]);
  return picked;
}

/// What is compared: results on the whole, or one criterion of them.
class Compared {
 public:
  Compared(const ModelView& view, const std::string& criterion) : view_(view), criterion_(criterion) {}

  /// The rating by others as the result shows it.
  rating::Figure others_of(const Review& review) const {
    if (is_only_released(view_, review)) {
      const ReleasedResult& released = *review.released;
      if (criterion_.empty()) return read_score(released.others);
      const auto line = std::ranges::find(released.criteria, criterion_, &ReleasedCriterion::key);
      return line == released.criteria.end() ? rating::Figure() : read_score(line->others);
    }
    if (criterion_.empty()) return view_.results().of(view_, review).others;
    const auto [asked, place] = asked_in(review.cycle);
    return asked ? view_.results().rate(view_, review).criteria[place].others : rating::Figure();
  }

  /// What each rater gave, without the own view; nothing where any of it is hidden in the result. On paper of the answers behind the release.
  std::vector<double> rater_means(const Review& review) const {
    std::vector<double> means;
    const bool has_answers = view_.paper ? has_answers_as_released(view_, review) : !is_only_released(view_, review);
    if (!has_answers || view_.results().hides_groups(view_, review, counted_)) return means;
    const rating::Criterion* asked = nullptr;
    if (!criterion_.empty()) {
      asked = asked_in(review.cycle).first;
      if (!asked || hides_answers(review, *asked)) return means;
    }
    for (const FeedbackResponse* response : view_.responses_about(review.person)) {
      if (response->group == RaterGroup::self || !is_counted(review, *response, counted_)) continue;
      std::vector<double> ratings;
      for (const Answer& answer : response->answers)
        if (answer.rating && !answer.is_not_observed && (!asked || std::ranges::count(asked->item_ids, answer.item) > 0)) ratings.push_back(*answer.rating);
      if (!ratings.empty()) means.push_back(rating::compute_moments(ratings).mean);
    }
    return means;
  }

 private:
  /// The criterion in a cycle's form, and its place among the numbers; nullptr where it was not asked about.
  std::pair<const rating::Criterion*, std::size_t> asked_in(Id<ReviewCycle> cycle) const {
    std::size_t place = 0;
    for (const auto& part : view_.results().rating_of(view_, cycle).form().parts)
      for (const rating::Criterion& criterion : part.criteria) {
        if (criterion.id == criterion_) return {&criterion, place};
        ++place;
      }
    return {nullptr, 0};
  }

  /// Too few in a group answered one of its questions.
  bool hides_answers(const Review& review, const rating::Criterion& asked) const {
    const rating::ReviewNumbers& numbers = view_.results().rate(view_, review, counted_);
    const std::size_t columns = numbers.columns->shown.size();
    for (std::size_t column = 0; column < columns; ++column)
      for (const std::size_t item : asked.items)
        if (const auto& value = numbers.items[column * (numbers.items.size() / columns) + item].value; !value && value.error() == rating::Undefined::BelowMinimum) return true;
    return false;
  }

  const ModelView& view_;
  const std::string& criterion_;
  const CountedAnswers counted_ = counted_answers(view_);
};

/// From the single answers, of people in whose result all of them are shown: what is hidden enters no other figure.
RatingReliability compute_reliability(const Compared& compared, const std::vector<const Review*>& reviews) {
  RatingReliability result{{}, 0, 0, rating::undefined(rating::Undefined::TooFewPoints)};
  std::vector<std::vector<double>> groups;
  std::size_t raters = 0;
  for (const Review* review : reviews) {
    auto means = compared.rater_means(*review);
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

bool have_one_scale(const ReviewCycle& a, const ReviewCycle& b) { return a.rules.scale_low == b.rules.scale_low && a.rules.scale_high == b.rules.scale_high; }

/// From the answers of the earlier cycle; where too few of these are kept, of the latest one with enough.
RatingReliability find_reliability(const ModelView& view, const Compared& compared, const ReviewCycle& before, const std::vector<TrendPoint>& trend) {
  std::vector<const ReviewCycle*> cycles{&before};
  for (std::size_t i = trend.size(); i-- > 0;)
    if (const ReviewCycle* cycle = cycle_of(view, trend[i]); trend[i].others && cycle && cycle != &before) cycles.push_back(cycle);
  RatingReliability most;
  for (const ReviewCycle* cycle : cycles) {
    if (!have_one_scale(*cycle, before)) continue;
    most = compute_reliability(compared, seen_reviews(view, cycle->id));
    most.cycle = cycle->name;
    if (most.people >= kLeastForSpread) break;
  }
  return most;
}

ChangeGap compare(const ModelView& view, const Compared& compared, PersonChange& change, const std::vector<TrendPoint>& trend) {
  const ReviewCycle *before = cycle_of(view, change.before), *after = cycle_of(view, change.after);
  if (!before || !after || !have_one_scale(*before, *after)) return ChangeGap::other_scale;
  std::vector<double> scores;
  for (const Review* review : seen_reviews(view, before->id))
    if (const auto score = compared.others_of(*review)) scores.push_back(*score);
  change.people = static_cast<int>(scores.size());
  if (change.people < kLeastForSpread) return ChangeGap::few_people;
  const rating::Moments all = rating::compute_moments(scores);
  change.mean = all.mean;
  change.was_low = *change.before.others <= all.mean - kLowShare * (before->rules.scale_high - before->rules.scale_low);
  change.spread = all.standard_deviation();
  if (!change.spread || *change.spread <= 0) return ChangeGap::no_spread;
  change.reliability = find_reliability(view, compared, *before, trend);
  if (change.reliability.people < kLeastForSpread) return ChangeGap::no_answers;
  if (!change.reliability.value) return ChangeGap::no_spread;
  if (*change.reliability.value <= 0) return ChangeGap::not_reliable;
  change.change = rating::compute_reliable_change(*change.before.others, *change.after.others, *change.spread, std::min(1.0, *change.reliability.value), {});
  return change.change.reliable ? ChangeGap::none : ChangeGap::no_spread;
}

}  // namespace

PersonChange compute_person_change(const ModelView& view, const std::vector<TrendPoint>& trend, std::size_t from, std::size_t to, const std::string& criterion) {
  PersonChange change;
  change.before = trend[from];
  change.after = trend[to];
  change.gap = compare(view, Compared(view, criterion), change, trend);
  return change;
}

std::vector<PersonChange> compute_person_changes(const ModelView& view, const std::vector<TrendPoint>& trend, const std::string& criterion) {
  std::vector<std::size_t> rated;
  for (std::size_t i = 0; i < trend.size(); ++i)
    if (trend[i].others) rated.push_back(i);
  std::vector<PersonChange> changes;
  if (rated.size() < 2) return changes;
  changes.push_back(compute_person_change(view, trend, rated[rated.size() - 2], rated.back(), criterion));
  if (rated.size() > 2) changes.push_back(compute_person_change(view, trend, rated.front(), rated.back(), criterion));
  return changes;
}

}  // namespace fullcircle
