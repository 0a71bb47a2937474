#include "app/queries/result_trend.h"

#include <algorithm>

#include "app/queries/insight_facts.h"
#include "app/queries/result_page.h"
#include "app/queries/shown_answers.h"
#include "model/sorting.h"

namespace fullcircle {
namespace {

std::string name_of(const ModelView& view, const std::string& key) {
  const auto record = parse_record_id(key);
  if (!record) return {};
  if (const auto* competency = view.find(Id<Competency>(*record))) return competency->name;
  const auto* value = view.find(Id<CoreValue>(*record));
  return value ? value->name : std::string();
}

void read_released(const ReleasedResult& released, TrendPoint& point) {
  point.others = read_score(released.others);
  point.overall = read_score(released.overall);
  for (const ReleasedCriterion& line : released.criteria) {
    TrendCriterion& criterion = point.criteria.emplace_back(line.key, line.name, read_score(line.self), read_score(line.others));
    if (!criterion.others) criterion.gap = TrendGap::not_shown;
  }
}

void read_computed(const ModelView& view, const Review& review, TrendPoint& point) {
  const ResultNumbers& whole = view.results().of(view, review);
  point.others = whole.others;
  if (whole.rounded) point.overall = *whole.rounded;
  CycleRating& rating = view.results().rating_of(view, review.cycle);
  const rating::ReviewNumbers& numbers = rating.rate(view, review);
  std::size_t at = 0;
  for (const auto& part : rating.form().parts)
    for (const auto& asked : part.criteria) {
      const rating::CriterionNumbers& shown = numbers.criteria[at++];
      TrendCriterion& criterion = point.criteria.emplace_back(asked.id, name_of(view, asked.id), shown.self, shown.others);
      if (!shown.others) criterion.gap = shown.others.error() == rating::Undefined::BelowMinimum ? TrendGap::hidden : TrendGap::no_answers;
    }
}

}  // namespace

std::vector<TrendPoint> compute_result_trend(const ModelView& view, Id<Person> person) {
  std::vector<TrendPoint> points;
  for (const Review* review : view.reviews_of(person)) {
    const ResultAccess access = result_access(view, *review);
    const ReviewCycle* cycle = view.find(review->cycle);
    if (access == ResultAccess::none || !cycle || cycle->state == CycleState::draft || !goes_out(view, *review)) continue;
    TrendPoint point;
    point.review = review->id;
    point.cycle = cycle->name;
    point.day = cycle->end_day.value_or(cycle->start_day.value_or(Day{}));
    point.measured = measured_day(*cycle);
    point.is_released = review->released.has_value();
    if (access == ResultAccess::released || is_only_released(view, *review))
      read_released(*review->released, point);
    else
      read_computed(view, *review, point);
    if (point.others || point.overall) points.push_back(std::move(point));
  }
  sort_stably(points, {}, &TrendPoint::day);
  return points;
}

std::vector<TrendCriterion> criteria_of(const std::vector<TrendPoint>& trend) {
  std::vector<TrendCriterion> all;
  for (std::size_t i = trend.size(); i-- > 0;)
    for (const TrendCriterion& criterion : trend[i].criteria)
      if (!criterion.name.empty() && std::ranges::find(all, criterion.key, &TrendCriterion::key) == all.end()) all.push_back(criterion);
  return all;
}

std::vector<TrendPoint> follow_criterion(const std::vector<TrendPoint>& trend, std::string_view key) {
  std::vector<TrendPoint> points = trend;
  for (TrendPoint& point : points) {
    const auto found = std::ranges::find(point.criteria, key, &TrendCriterion::key);
    const bool is_asked = found != point.criteria.end();
    point.others = is_asked ? found->others : rating::Figure();
    point.self = is_asked ? found->self : rating::Figure();
    point.overall = rating::Figure();
    point.gap = is_asked ? found->gap : point.criteria.empty() ? TrendGap::not_kept : TrendGap::not_asked;
    point.criteria.clear();
  }
  return points;
}

}  // namespace fullcircle
