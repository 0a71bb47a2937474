#include "app/queries/insight_figures.h"

#include "app/queries/insight_agreement.h"
#include "app/queries/insight_goals.h"

namespace fullcircle {
namespace {

struct Count {
  int part = 0, whole = 0;
  std::optional<double> ratio() const { return whole > 0 ? std::optional(static_cast<double>(part) / whole) : std::nullopt; }
};

Count check_ins_in(const InsightFacts& facts, const Departments& departments, int cycle) {
  Count count;
  for (const CheckInCount& person : facts.check_ins) {
    if (person.cycle != cycle || departments.of(person.person) < 0) continue;
    count.part += person.on_time;
    count.whole += person.on_time + person.late;
  }
  return count;
}

/// Answers, over the people who take part.
Count answers_in(const InsightFacts& facts, const Departments& departments, int cycle) {
  Count count;
  for (const RatedPerson& rated : facts.rated) {
    if (rated.cycle != cycle || rated.answers == RatedPerson::kAnswersNotKept || departments.of(rated.person) < 0) continue;
    count.part += rated.answers;
    ++count.whole;
  }
  return count;
}

InsightFigure figure_of(Count now, Count before, int cycle) {
  return {now.ratio(), before.ratio(), now.part, now.whole, 0, cycle, before.part, before.whole};
}

int people_rated(const InsightFacts& facts, const Departments& departments, int cycle) {
  int people = 0;
  for (const RatedPerson& rated : facts.rated) people += rated.cycle == cycle && departments.of(rated.person) >= 0;
  return people;
}

InsightFigure agreement_figure(const InsightFacts& facts, const Departments& departments) {
  InsightFigure figure;
  figure.cycle = latest_cycle_with_agreement(facts, departments, facts.current());
  if (figure.cycle < 0) return figure;
  const AgreementGrid now = compute_agreement_grid(facts, departments, figure.cycle);
  figure.value = now.overall;
  figure.counted = now.people;
  figure.base = people_rated(facts, departments, figure.cycle);
  figure.left_out = figure.base - figure.counted;
  const AgreementGrid before = compute_agreement_grid(facts, departments, figure.cycle - 1);
  figure.before = before.overall;
  figure.counted_before = before.people;
  figure.base_before = people_rated(facts, departments, figure.cycle - 1);
  return figure;
}

}  // namespace

InsightFigures compute_insight_figures(const InsightFacts& facts, const Departments& departments) {
  InsightFigures figures;
  const int now = facts.current();
  const GoalCounts goals = compute_goal_bars(facts, departments, now).total;
  const GoalCounts goals_before = compute_goal_bars(facts, departments, now - 1).total;
  figures.goals = {goals.share(), goals_before.share(), goals.met, goals.forecast(), goals.without, now, goals_before.met, goals_before.forecast()};
  figures.check_ins = figure_of(check_ins_in(facts, departments, now), check_ins_in(facts, departments, now - 1), now);
  // The mean of the others would be taken for that of everybody.
  if (facts.not_given_out == 0) figures.answers = figure_of(answers_in(facts, departments, now), answers_in(facts, departments, now - 1), now);
  figures.agreement = agreement_figure(facts, departments);
  return figures;
}

}  // namespace fullcircle
