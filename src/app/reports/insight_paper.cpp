#include "app/reports/insight_paper.h"

#include <algorithm>

#include "app/commands/hand_out.h"
#include "app/reports/insight_report.h"

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
      within_(within),
      language_(language),
      formats_(formats),
      facts_(collect_insight_facts(view_)),
      board_(compute_insight_board(view_, facts_, within, same_measure(shown, facts_, measure))),
      words_(language, formats, view_, facts_, board_) {}

Outgoing InsightPaper::overview() const { return with_note(insight_report_html(words_, board_, department(), language_, formats_)); }

Outgoing InsightPaper::table(InsightPart part) const { return with_note(encode_insight_csv(words_.table(part))); }

Outgoing InsightPaper::figure_table() const { return with_note(encode_insight_csv(words_.figure_table())); }

Outgoing InsightPaper::quality(const ReviewCycle& cycle) const {
  return with_note(quality_report_html(words_, compute_quality(cycle), department() + " · " + cycle.name, language_, formats_));
}

Outgoing InsightPaper::quality_table(const ReviewCycle& cycle, InsightPart part) const { return with_note(encode_insight_csv(words_.table(compute_quality(cycle), part))); }

std::string InsightPaper::department() const {
  const Unit* unit = view_.find(within_);
  return unit ? unit->name : std::string(language_.tr("insights.all_departments"));
}

Outgoing InsightPaper::with_note(std::string bytes) const {
  std::vector<const Review*> reviews;
  for (const RatedPerson& rated : facts_.rated)
    if (board_.departments.of(rated.person) >= 0)
      if (const Review* review = view_.review(rated.person, facts_.cycles[static_cast<std::size_t>(rated.cycle)].id)) reviews.push_back(review);
  return {std::move(bytes), hand_out_results(view_, reviews)};
}

}  // namespace fullcircle
