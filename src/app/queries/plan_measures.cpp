#include "app/queries/plan_measures.h"

#include <algorithm>

#include "app/queries/plan_view.h"

namespace fullcircle {
namespace {

struct Around {
  MeasureGap gap = MeasureGap::none;
  std::size_t before = 0, after = 0;  ///< places in the trend
};

Around find_around(const std::vector<TrendPoint>& trend, Day done) {
  std::optional<std::size_t> before, after;
  for (std::size_t i = 0; i < trend.size(); ++i) {
    if (!trend[i].others) continue;
    std::optional<std::size_t>& place = trend[i].measured <= done ? before : after;
    if (!place || (trend[i].measured <= done ? trend[i].measured > trend[*place].measured : trend[i].measured < trend[*place].measured)) place = i;
  }
  if (!before) return {MeasureGap::no_before};
  if (!after) return {MeasureGap::no_after};
  return {MeasureGap::none, *before, *after};
}

}  // namespace

std::vector<ActionMeasure> compute_action_measures(const ModelView& view, const PlanView& plan) {
  std::vector<ActionMeasure> measures;
  const std::vector<TrendPoint> whole = compute_result_trend(view, plan.plan->person);
  for (std::size_t focus = 0; focus < plan.focus.size(); ++focus)
    for (const DevelopmentAction* action : plan.focus[focus].actions) {
      if (action->state != ActionState::done) continue;
      const auto* competency = view.find(action->competency);
      const auto done = action->done_day ? action->done_day : action->due_day;
      ActionMeasure measure{focus, competency ? competency->name : std::string(), {action}, MeasureGap::none, {}};
      Around around;
      std::vector<TrendPoint> trend;
      const std::string key = to_text(action->competency);
      if (competency) trend = follow_criterion(whole, key);
      if (!competency || !done)
        measure.gap = competency ? MeasureGap::no_day : MeasureGap::no_competency;
      else
        measure.gap = (around = find_around(trend, *done)).gap;
      const auto same = std::ranges::find_if(measures, [&](const ActionMeasure& other) {
        if (other.focus != focus || other.title != measure.title || other.gap != measure.gap) return false;
        return !other.change || (other.change->before.review == trend[around.before].review && other.change->after.review == trend[around.after].review);
      });
      if (same != measures.end()) {
        same->actions.push_back(action);
        continue;
      }
      if (measure.gap == MeasureGap::none) measure.change = compute_person_change(view, trend, around.before, around.after, key);
      measures.push_back(std::move(measure));
    }
  return measures;
}

FocusScores focus_scores(const PlanView& plan, std::size_t focus, MeasuresUsed used) {
  FocusScores scores;
  for (const ActionMeasure& measure : plan.measures)
    if (measure.focus == focus && measure.change && (used == MeasuresUsed::all || measure.is_released()))
      if (!scores.measure || measure.change->after.measured >= scores.measure->change->after.measured) scores.measure = &measure;
  if (scores.measure) {
    scores.start = *scores.measure->change->before.others;
    scores.now = *scores.measure->change->after.others;
  } else if (const FocusArea* area = plan.focus[focus].area) {
    scores.start = area->start_score;
    scores.now = area->current_score;
  }
  return scores;
}

}  // namespace fullcircle
