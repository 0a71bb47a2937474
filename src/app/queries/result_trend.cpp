#include "app/queries/result_trend.h"

#include "app/queries/result_page.h"
#include "model/sorting.h"

namespace fullcircle {
std::vector<TrendPoint> compute_result_trend(const ModelView& view, Id<Person> person) {
  std::vector<TrendPoint> points;
  for (const Review* review : view.reviews_of(person)) {
    const ResultAccess access = result_access(view, *review);
    const ReviewCycle* cycle = view.find(review->cycle);
    if (access == ResultAccess::none || !cycle || cycle->state == CycleState::draft) continue;
    TrendPoint point{review->id, cycle->name, cycle->end_day.value_or(cycle->start_day.value_or(Day{})), {}, {}};
    if (access == ResultAccess::released || is_only_released(view, *review)) {
      point.others = read_score(review->released->others);
      point.overall = read_score(review->released->overall);
    } else {
      const ResultNumbers& numbers = view.results().of(view, *review);
      point.others = numbers.others;
      if (numbers.rounded) point.overall = *numbers.rounded;
    }
    if (point.others || point.overall) points.push_back(std::move(point));
  }
  sort_stably(points, {}, &TrendPoint::day);
  return points;
}

}  // namespace fullcircle
