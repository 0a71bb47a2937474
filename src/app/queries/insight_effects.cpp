#include "app/queries/insight_effects.h"

#include <algorithm>
#include <map>
#include <set>

#include "app/queries/insight_ratings.h"
#include "model/sorting.h"
#include "rating/moments.h"

namespace fullcircle {
namespace {

constexpr double kLowShare = 0.05;  ///< of the scale's width: how far below the team counts as low
constexpr std::size_t kMostSingle = 4;  ///< titles in the chart

/// A rating before and after, and what the team had before.
struct Pair {
  double before = 0, after = 0, team = 0;
};

/// Finds a person's ratings by cycle.
class RatingHistory {
 public:
  explicit RatingHistory(const InsightFacts& facts) : facts_(facts) {
    for (const RatedPerson& rated : facts.rated)
      if (rated.cycle >= 0) by_person_[rated.person].push_back(&rated);
  }

  /// The last rating measured up to `done` and the first after it. Out: nullopt where one is missing.
  std::optional<Pair> around(Id<Person> person, Day done, RatingMeasure measure) const {
    const auto found = by_person_.find(person);
    if (found == by_person_.end()) return std::nullopt;
    const RatedPerson *before = nullptr, *after = nullptr;
    for (const RatedPerson* rated : found->second) {
      if (!rating_of(*rated, measure)) continue;
      if (measured(*rated) <= done) {
        if (!before || measured(*rated) > measured(*before)) before = rated;
      } else if (!after || measured(*rated) < measured(*after)) {
        after = rated;
      }
    }
    if (!before || !after) return std::nullopt;
    return Pair{*rating_of(*before, measure), *rating_of(*after, measure), team_mean(before->cycle, measure)};
  }

 private:
  Day measured(const RatedPerson& rated) const { return facts_.cycles[static_cast<std::size_t>(rated.cycle)].measured; }

  double team_mean(int cycle, RatingMeasure measure) const {
    const auto [found, is_new] = team_.try_emplace({cycle, measure.criterion}, 0.0);
    if (is_new) {
      std::vector<double> values;
      for (const RatedPerson& rated : facts_.rated)
        if (rated.cycle == cycle)
          if (const auto value = rating_of(rated, measure)) values.push_back(*value);
      found->second = rating::compute_moments(values).mean;
    }
    return found->second;
  }

  const InsightFacts& facts_;
  std::map<RecordId, std::vector<const RatedPerson*>> by_person_;
  mutable std::map<std::pair<int, int>, double> team_;
};

/// Everybody's pairs of one row, and all who did it.
struct PairsTaken {
  std::map<RecordId, std::vector<Pair>> pairs;
  std::set<RecordId> people;
};

RatingMeasure measure_of(const InsightFacts& facts, const DevelopmentAction& action) {
  if (!action.competency) return {};
  const auto found = std::ranges::find(facts.criteria, to_text(action.competency), &InsightCriterion::id);
  return found == facts.criteria.end() ? RatingMeasure{} : RatingMeasure{static_cast<int>(found - facts.criteria.begin())};
}

ActionChange summarise(const PairsTaken& row, const InsightFacts& facts) {
  ActionChange change;
  std::vector<double> before, after, team;
  for (const auto& [person, pairs] : row.pairs) {
    Pair mean;
    for (const Pair& pair : pairs) {
      mean.before += pair.before / static_cast<double>(pairs.size());
      mean.after += pair.after / static_cast<double>(pairs.size());
      mean.team += pair.team / static_cast<double>(pairs.size());
    }
    before.push_back(mean.before);
    after.push_back(mean.after);
    team.push_back(mean.team);
  }
  change.people = static_cast<int>(before.size());
  change.without = static_cast<int>(row.people.size()) - change.people;
  const InsightCycle& rules = facts.cycles.back();
  change.is_hidden = change.people < rules.minimum;
  if (change.is_hidden) return change;
  change.effect = rating::compute_paired_effect(before, after);
  change.before = rating::compute_moments(before).mean;
  change.after = rating::compute_moments(after).mean;
  change.team_before = rating::compute_moments(team).mean;
  change.was_low = change.before <= change.team_before - kLowShare * (rules.scale_high - rules.scale_low);
  return change;
}

}  // namespace

ChangesInOrder order_changes(const ActionChanges& changes) {
  ChangesInOrder order;
  std::vector<const ActionChange*> others;
  const auto take = [&](const std::vector<ActionChange>& list, std::size_t most) {
    for (const ActionChange& change : list) {
      const bool is_drawn = most > 0 && !change.is_hidden && change.effect.mean && change.effect.interval;
      (is_drawn ? order.all : others).push_back(&change);
      if (is_drawn) --most;
    }
  };
  take(changes.kinds, changes.kinds.size());
  take(changes.single, kMostSingle);
  order.drawn = order.all.size();
  order.all.insert(order.all.end(), others.begin(), others.end());
  return order;
}

ActionChanges compute_action_changes(const ModelView& view, const InsightFacts& facts, const Departments& departments) {
  ActionChanges result;
  if (facts.cycles.empty()) return result;
  const RatingHistory history(facts);
  std::map<ActionKind, PairsTaken> kinds;
  std::map<std::string, PairsTaken> titles;
  for (const DevelopmentAction& action : view.table<DevelopmentAction>().alive()) {
    const DevelopmentPlan* plan = view.find(action.plan);
    const auto done = action.done_day ? action.done_day : action.due_day;
    if (action.state != ActionState::done || !plan || !done || departments.of(plan->person) < 0) continue;
    const auto pair = history.around(plan->person, *done, measure_of(facts, action));
    for (PairsTaken* row : {&kinds[action.kind], &titles[action.title]}) {
      row->people.insert(plan->person);
      if (pair) row->pairs[plan->person].push_back(*pair);
    }
  }
  for (const auto& [kind, row] : kinds) {
    result.kinds.push_back(summarise(row, facts));
    result.kinds.back().kind = kind;
  }
  for (const auto& [title, row] : titles) {
    ActionChange change = summarise(row, facts);
    if (change.is_hidden) continue;
    change.title = title;
    result.single.push_back(std::move(change));
  }
  sort_stably(result.single, std::greater<>(), &ActionChange::people);
  return result;
}

}  // namespace fullcircle
