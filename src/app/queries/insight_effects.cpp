#include "app/queries/insight_effects.h"

#include <algorithm>
#include <map>
#include <set>

#include "app/queries/person_change.h"
#include "app/queries/rating_spans.h"
#include "model/sorting.h"
#include "rating/moments.h"
#include "rating/rounding.h"

namespace fullcircle {
namespace {

constexpr std::size_t kMostSingle = 4;  ///< titles in the chart

/// Everybody who did what a row is about.
struct PeopleTaken {
  std::string title;                                       ///< as it was written first
  std::map<std::size_t, std::vector<RatedSpan>> measured;  ///< with a rating before and after, by place
  std::map<std::size_t, std::vector<Day>> done;            ///< days, also of those without both ratings
  std::set<std::size_t> under_way;                         ///< still at it: neither with nor without
  std::set<RecordId> people;
};

int criterion_of(const InsightFacts& facts, const DevelopmentAction& action) {
  if (!action.competency) return RatingMeasure::kOthers;
  const auto found = std::ranges::find(facts.criteria, to_text(action.competency), &InsightCriterion::id);
  return found == facts.criteria.end() ? RatingMeasure::kOthers : static_cast<int>(found - facts.criteria.begin());
}

/// What makes two titles one: no more than one space between words, no capitals of the Latin alphabet.
std::string programme_key(std::string_view title) {
  std::string key;
  for (const char c : title) {
    const bool is_space = c == ' ' || c == '\t' || c == '\n';
    if (is_space ? !key.empty() && key.back() != ' ' : true) key += is_space ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  if (key.ends_with(' ')) key.pop_back();
  return key;
}

SpanRating rating_in(const RatingSpans& spans, const RatedSpan& span, std::size_t person) { return *std::ranges::lower_bound(spans.rated_in(span), person, {}, &SpanRating::person); }

/// Changes and first ratings, one of each per person.
struct Values {
  std::vector<double> before, after, change;
  void add(double first, double second) {
    before.push_back(first);
    after.push_back(second);
    change.push_back(rating::snap(second - first));
  }
};

/// The same mean over the row's spans for people who did nothing of the kind in them: each span weighs as much as among those who did.
Values values_without(const RatingSpans& spans, const PeopleTaken& row) {
  std::map<RatedSpan, double> weights;
  for (const auto& [person, taken] : row.measured)
    for (const RatedSpan& span : taken) weights[span] += 1.0 / static_cast<double>(taken.size());
  struct Sum {
    double weight = 0, before = 0, after = 0;
  };
  std::vector<Sum> sums(spans.people());
  for (const auto& [span, weight] : weights)
    for (const SpanRating& rating : spans.rated_in(span)) {
      if (row.measured.contains(rating.person) || row.under_way.contains(rating.person)) continue;
      const auto done = row.done.find(rating.person);
      if (done != row.done.end() && std::ranges::any_of(done->second, [&](Day day) { return spans.covers(span, day); })) continue;
      Sum& sum = sums[rating.person];
      sum.weight += weight;
      sum.before += weight * rating.before;
      sum.after += weight * rating.after;
    }
  Values values;
  for (const Sum& sum : sums)
    if (sum.weight > 0) values.add(sum.before / sum.weight, sum.after / sum.weight);
  return values;
}

ActionComparison compare(const RatingSpans& spans, const PeopleTaken& row, const Values& with, const InsightCycle& rules) {
  ActionComparison comparison;
  const Values without = values_without(spans, row);
  comparison.with = static_cast<int>(with.change.size());
  comparison.without = static_cast<int>(without.change.size());
  comparison.is_known = std::min(comparison.with, comparison.without) >= std::max(kLeastToCompare, rules.minimum);
  if (!comparison.is_known) return comparison;
  comparison.with_change = rating::compute_moments(with.change);
  comparison.without_change = rating::compute_moments(without.change);
  comparison.with_before = rating::compute_moments(with.before).mean;
  comparison.without_before = rating::compute_moments(without.before).mean;
  comparison.effect = rating::compute_group_difference(comparison.with_change, comparison.without_change);
  comparison.was_lower = comparison.with_before <= comparison.without_before - kLowShare * (rules.scale_high - rules.scale_low);
  return comparison;
}

ActionChange summarise(const RatingSpans& spans, const PeopleTaken& row, const InsightFacts& facts) {
  ActionChange change;
  Values with;
  std::vector<double> team;
  for (const auto& [person, taken] : row.measured) {
    double before = 0, after = 0, team_before = 0;
    const double share = 1.0 / static_cast<double>(taken.size());
    for (const RatedSpan& span : taken) {
      const SpanRating rating = rating_in(spans, span, person);
      before += rating.before * share;
      after += rating.after * share;
      team_before += spans.team_before(span) * share;
    }
    with.add(before, after);
    team.push_back(team_before);
  }
  change.people = static_cast<int>(with.change.size());
  change.without = static_cast<int>(row.people.size()) - change.people;
  const InsightCycle& rules = facts.cycles.back();
  change.is_hidden = change.people < rules.minimum;
  if (change.is_hidden) return change;
  change.effect = rating::compute_paired_effect(with.before, with.after);
  change.before = rating::compute_moments(with.before).mean;
  change.after = rating::compute_moments(with.after).mean;
  change.team_before = rating::compute_moments(team).mean;
  change.was_low = change.before <= change.team_before - kLowShare * (rules.scale_high - rules.scale_low);
  change.comparison = compare(spans, row, with, rules);
  return change;
}

void take(const RatingSpans& spans, PeopleTaken& row, const DevelopmentAction& action, Id<Person> person, int criterion) {
  const auto place = spans.place_of(person);
  if (action.state == ActionState::doing) {
    if (place) row.under_way.insert(*place);
    return;
  }
  const auto done = action.done_day ? action.done_day : action.due_day;
  if (action.state != ActionState::done || !done) return;
  row.people.insert(person);
  if (row.title.empty()) row.title = action.title;
  if (!place) return;
  row.done[*place].push_back(*done);
  if (const auto span = spans.around(*place, *done, criterion)) row.measured[*place].push_back(*span);
}

bool can_draw(const ActionChange& change, ChangesShown shown) {
  if (shown == ChangesShown::compared) return change.comparison.is_known && change.comparison.effect.interval;
  return !change.is_hidden && change.effect.mean && change.effect.interval;
}

}  // namespace

ChangesInOrder order_changes(const ActionChanges& changes, ChangesShown shown) {
  ChangesInOrder order;
  std::vector<const ActionChange*> others;
  const auto take = [&](const std::vector<ActionChange>& list, std::size_t most) {
    for (const ActionChange& change : list) {
      const bool is_drawn = most > 0 && can_draw(change, shown);
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
  const RatingSpans spans(facts, departments);
  std::map<ActionKind, PeopleTaken> kinds;
  std::map<std::string, PeopleTaken> titles;
  for (const DevelopmentAction& action : view.table<DevelopmentAction>().alive()) {
    const DevelopmentPlan* plan = view.find(action.plan);
    if (!plan || departments.of(plan->person) < 0) continue;
    const int criterion = criterion_of(facts, action);
    for (PeopleTaken* row : {&kinds[action.kind], &titles[programme_key(action.title)]}) take(spans, *row, action, plan->person, criterion);
  }
  for (const auto& [kind, row] : kinds) {
    if (row.people.empty()) continue;
    result.kinds.push_back(summarise(spans, row, facts));
    result.kinds.back().kind = kind;
  }
  for (const auto& [key, row] : titles) {
    if (static_cast<int>(row.measured.size()) < facts.cycles.back().minimum) continue;
    result.single.push_back(summarise(spans, row, facts));
    result.single.back().title = row.title;
  }
  sort_stably(result.single, std::greater<>(), &ActionChange::people);
  return result;
}

}  // namespace fullcircle
