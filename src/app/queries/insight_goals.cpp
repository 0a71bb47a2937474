#include "app/queries/insight_goals.h"

#include <algorithm>

#include "model/sorting.h"

namespace fullcircle {
namespace {

void add(GoalCounts& counts, rating::GoalOutlook outlook) {
  switch (outlook) {
    case rating::GoalOutlook::Done:
    case rating::GoalOutlook::OnTrack: ++counts.met; return;
    case rating::GoalOutlook::AtRisk: ++counts.at_risk; return;
    case rating::GoalOutlook::OffTrack:
    case rating::GoalOutlook::Missed: ++counts.off_track; return;
    case rating::GoalOutlook::NotEnough: ++counts.without; return;
  }
}

}  // namespace

GoalBars compute_goal_bars(const InsightFacts& facts, const Departments& departments, int cycle) {
  GoalBars result;
  result.cycle = cycle;
  std::vector<GoalCounts> counts(departments.all.size());
  for (const GoalStanding& goal : facts.goals) {
    if (goal.cycle != cycle) continue;
    const int department = goal.unit ? departments.of_unit(goal.unit) : departments.of(goal.owner);
    if (department < 0) continue;
    add(counts[static_cast<std::size_t>(department)], goal.outlook);
    add(result.total, goal.outlook);
  }
  for (std::size_t d = 0; d < counts.size(); ++d)
    if (counts[d].forecast() + counts[d].without > 0) result.bars.push_back({static_cast<int>(d), counts[d]});
  sort_stably(result.bars, std::greater<>(), [](const GoalBar& bar) { return bar.counts.share().value_or(-1); });
  return result;
}

}  // namespace fullcircle
