#include "app/reports/insight_paper.h"

#include <algorithm>

#include "app/commands/release_result.h"

namespace fullcircle {
namespace {

/// The same criterion in other facts; the whole where these have none of it.
RatingMeasure same_measure(const InsightFacts& from, const InsightFacts& to, RatingMeasure measure) {
  if (measure.criterion < 0) return measure;
  const auto found = std::ranges::find(to.criteria, from.criteria[static_cast<std::size_t>(measure.criterion)].id, &InsightCriterion::id);
  return found == to.criteria.end() ? RatingMeasure() : RatingMeasure{static_cast<int>(found - to.criteria.begin())};
}

}  // namespace

InsightPaper::InsightPaper(const ModelView& view, const InsightFacts& shown, Id<Unit> within, RatingMeasure measure, const Language& language, const Formats& formats)
    : view_(view.on_paper()),
      facts_(collect_insight_facts(view_)),
      board_(compute_insight_board(view_, facts_, within, same_measure(shown, facts_, measure))),
      words_(language, formats, view_, facts_, board_) {}

Edit InsightPaper::hand_out() const {
  std::vector<const Review*> reviews;
  for (const RatedPerson& rated : facts_.rated)
    if (board_.departments.of(rated.person) >= 0)
      if (const Review* review = view_.review(rated.person, facts_.cycles[static_cast<std::size_t>(rated.cycle)].id)) reviews.push_back(review);
  return hand_out_results(view_, reviews);
}

}  // namespace fullcircle
