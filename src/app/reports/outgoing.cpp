#include "app/reports/outgoing.h"

#include "app/commands/hand_out.h"
#include "app/commands/release_result.h"
#include "app/queries/plan_measures.h"
#include "app/queries/result_trend.h"
#include "app/reports/calibration_report.h"
#include "app/reports/plan_report.h"
#include "app/reports/review_report.h"
#include "app/reports/trend_report.h"

namespace fullcircle {

std::optional<Outgoing> write_result(const ModelView& view, const Review& review, ResultFormat format, const Language& language, const Formats& formats) {
  const bool is_own_copy = result_access(view, review) == ResultAccess::released;
  const auto given = is_own_copy ? ResultToHandOut{released_result_page(view, review), Edit()} : compute_result_to_hand_out(view, review);
  if (!given) return std::nullopt;
  return Outgoing{format == ResultFormat::page ? review_report_html(given->page, language, formats, view.role_of(review.person)) : review_report_csv(given->page, language, formats),
                  given->edit};
}

Outgoing write_calibration(const ModelView& view, const ReviewCycle& cycle, bool hides_names, const Language& language, const Formats& formats) {
  const ModelView paper = view.on_paper();
  const CalibrationView shown = compute_calibration(paper, cycle);
  const CalibrationWords words(language, formats, cycle);
  const std::vector<std::string> people = words.names(shown, hides_names), units = words.unit_names(paper, shown);
  const auto reviews = paper.reviews_in(cycle.id);
  return {calibration_report_html(shown, cycle, {people, units}, language, formats, kMostInNineBox),
          hand_out_results(paper, std::vector<const Review*>(reviews.begin(), reviews.end()))};
}

Outgoing write_trend(const ModelView& view, Id<Person> person, const std::string& criterion, const Language& language, const Formats& formats) {
  const ModelView paper = view.on_paper(person);
  return {trend_report_html(paper, person, compute_result_trend(paper, person), criterion, language, formats), hand_out_results(paper, person)};
}

Outgoing write_plan(const ModelView& view, const DevelopmentPlan& plan, const Language& language, const Formats& formats) {
  const ModelView paper = view.on_paper(plan.person);
  PlanView shown = compute_plan_view(paper, plan);
  shown.measures = compute_action_measures(paper, shown);
  return {plan_report_html(paper, shown, language, formats), hand_out_results(paper, plan.person)};
}

}  // namespace fullcircle
