#include "app/queries/insight_facts.h"

#include <algorithm>

#include "app/queries/goal_status.h"
#include "app/queries/insight_departments.h"
#include "app/queries/released_result.h"
#include "app/queries/result_page.h"
#include "app/queries/shown_answers.h"
#include "model/sorting.h"
#include "rating/agreement_rwg.h"

namespace fullcircle {
namespace {

constexpr std::size_t kMostCycles = 8;

Day first_day(const ReviewCycle& cycle) {
  Day first = cycle.start_day.value_or(cycle.end_day.value_or(Day{}));
  for (const CycleStage& stage : cycle.stages)
    if (stage.start_day) first = std::min(first, *stage.start_day);
  return first;
}

std::vector<InsightCycle> cycles_in_order(const ModelView& view) {
  std::vector<const ReviewCycle*> records;
  for (const ReviewCycle& cycle : view.table<ReviewCycle>().alive())
    if (cycle.state != CycleState::draft) records.push_back(&cycle);
  sort_stably(records, {}, [](const ReviewCycle* cycle) { return cycle->start_day.value_or(Day{}); });
  if (records.size() > kMostCycles) records.erase(records.begin(), records.end() - kMostCycles);
  std::vector<InsightCycle> cycles;
  for (const ReviewCycle* record : records) {
    InsightCycle cycle{record->id, record->name, measured_day(*record), first_day(*record), record->end_day.value_or(view.today),
                       record->rules.anonymity_minimum, record->rules.scale_low, record->rules.scale_high};
    if (!cycles.empty()) cycle.from = cycles.back().until + 1;
    cycles.push_back(std::move(cycle));
  }
  if (!cycles.empty()) cycles.back().until = std::max(cycles.back().until, view.today);
  return cycles;
}

std::optional<double> value_of(const rating::Figure& figure) { return figure ? std::optional(*figure) : std::nullopt; }

}  // namespace

Day measured_day(const ReviewCycle& cycle) {
  for (const CycleStage& stage : cycle.stages)
    if (stage.kind == StageKind::feedback && stage.due_day) return *stage.due_day;
  return cycle.end_day.value_or(cycle.start_day.value_or(Day{}));
}

InsightCollector::InsightCollector(const ModelView& view) {
  facts_.is_lead = view.workspace() && view.me && view.workspace()->lead == view.me;
  facts_.cycles = cycles_in_order(view);
  people_ = people_led(view);
  if (people_.empty()) return;
  for (const InsightCycle& cycle : facts_.cycles)
    for (const Review* review : view.reviews_in(cycle.id))
      if (std::ranges::binary_search(people_, review->person) && result_access(view, *review) == ResultAccess::full) {
        if (goes_out(view, *review)) reviews_.push_back(review->id);
        else ++facts_.not_given_out;
      }
  for (const Goal& goal : view.table<Goal>().alive())
    if (goal.level != GoalLevel::organisation && (goal.state == GoalState::agreed || goal.state == GoalState::done) && has_own_measure(goal))
      goals_.push_back(goal.id);
}

bool InsightCollector::step(const ModelView& view, std::size_t count) {
  for (; count > 0 && done_ < total(); --count, ++done_) {
    std::size_t at = done_;
    if (at < reviews_.size()) {
      take_review(view, reviews_[at]);
      continue;
    }
    at -= reviews_.size();
    if (at < goals_.size())
      take_goal(view, goals_[at]);
    else
      take_person(view, people_[at - goals_.size()]);
  }
  return done_ >= total();
}

std::size_t InsightCollector::criterion_index(const ModelView& view, const std::string& id) {
  const auto found = std::ranges::find(facts_.criteria, id, &InsightCriterion::id);
  if (found != facts_.criteria.end()) return static_cast<std::size_t>(found - facts_.criteria.begin());
  InsightCriterion criterion{id, {}};
  if (const auto record = parse_record_id(id)) {
    if (const auto* competency = view.find(Id<Competency>(*record))) criterion.name = competency->name;
    if (const auto* value = view.find(Id<CoreValue>(*record))) criterion.name = value->name;
  }
  facts_.criteria.push_back(std::move(criterion));
  return facts_.criteria.size() - 1;
}

void InsightCollector::take_answers(const ModelView& view, const Review& review, CountedAnswers counted, RatedPerson& rated) {
  CycleRating& rating = view.results().rating_of(view, review.cycle);
  const rating::ReviewNumbers& numbers = rating.rate(view, review, counted);
  rated.answers = rating.answers_of_others();
  rated.overall = value_of(numbers.overall);
  rated.others = value_of(numbers.others);
  std::size_t at = 0;
  for (const auto& part : rating.form().parts)
    for (const auto& criterion : part.criteria) {
      const rating::CriterionNumbers& shown = numbers.criteria[at++];
      const auto index = criterion_index(view, criterion.id);
      if (rated.criteria.size() <= index) {
        rated.criteria.resize(index + 1);
        rated.agreement.resize(index + 1);
      }
      rated.criteria[index] = value_of(shown.others);
      rated.agreement[index] = {value_of(shown.agreement.rwg), shown.agreement.anonymous};
    }
}

/// What was released counts as it was rounded then. It does not say how far raters agreed; on paper the answers behind it do.
void InsightCollector::take_released(const ModelView& view, const Review& review, RatedPerson& rated) {
  if (view.paper && has_answers_as_released(view, review)) take_answers(view, review, CountedAnswers::shown_before, rated);
  rated.overall = value_of(read_score(review.released->overall));
  rated.others = value_of(read_score(review.released->others));
  rated.criteria.clear();
  for (const ReleasedCriterion& criterion : review.released->criteria) {
    const auto index = criterion_index(view, criterion.key);
    if (rated.criteria.size() <= index) rated.criteria.resize(index + 1);
    rated.criteria[index] = value_of(read_score(criterion.others));
  }
}

void InsightCollector::take_review(const ModelView& view, Id<Review> id) {
  const Review* review = view.find(id);
  if (!review) return;
  RatedPerson& rated = facts_.rated.emplace_back();
  rated.person = review->person;
  rated.cycle = cycle_of(review->cycle);
  if (is_only_released(view, *review)) take_released(view, *review, rated);
  else take_answers(view, *review, CountedAnswers::all, rated);
}

void InsightCollector::take_goal(const ModelView& view, Id<Goal> id) {
  const Goal* goal = view.find(id);
  if (!goal) return;
  int cycle = cycle_of(goal->cycle);
  if (cycle < 0 && goal->due_day) cycle = cycle_at(*goal->due_day);
  if (cycle < 0) cycle = facts_.current();
  facts_.goals.push_back({goal->owner, goal->level == GoalLevel::unit ? goal->unit : Id<Unit>(), cycle, compute_goal_status(view, *goal).outlook});
}

void InsightCollector::take_person(const ModelView& view, Id<Person> id) {
  const int rhythm = view.workspace() ? view.workspace()->check_in_every_days : 14;
  std::vector<Day> held;
  for (const CheckIn* check_in : view.check_ins_of(id))
    if (check_in->is_held && check_in->day <= view.today) held.push_back(check_in->day);
  sort_stably(held);
  const auto count = [&](Day day, bool on_time) {
    const int cycle = cycle_at(day);
    if (cycle < 0) return;
    auto found = std::ranges::find_if(facts_.check_ins.rbegin(), facts_.check_ins.rend(), [&](const CheckInCount& c) { return c.person != id || c.cycle == cycle; });
    if (found == facts_.check_ins.rend() || found->person != id) {
      facts_.check_ins.push_back({id, cycle, 0, 0});
      found = facts_.check_ins.rbegin();
    }
    ++(on_time ? found->on_time : found->late);
  };
  for (std::size_t i = 1; i < held.size(); ++i) {
    const Day due = held[i - 1] + rhythm;
    count(std::min(due, held[i]), held[i] <= due);
  }
  const Person* person = view.find(id);
  const bool is_here = person && (!person->left_day || *person->left_day >= view.today);
  if (is_here && !held.empty() && held.back() + rhythm < view.today) count(held.back() + rhythm, false);
}

int InsightCollector::cycle_at(Day day) const {
  for (std::size_t i = 0; i < facts_.cycles.size(); ++i)
    if (day >= facts_.cycles[i].from && day <= facts_.cycles[i].until) return static_cast<int>(i);
  return -1;
}

int InsightCollector::cycle_of(Id<ReviewCycle> id) const {
  const auto found = std::ranges::find(facts_.cycles, id, &InsightCycle::id);
  return found == facts_.cycles.end() ? -1 : static_cast<int>(found - facts_.cycles.begin());
}

InsightFacts collect_insight_facts(const ModelView& view) {
  InsightCollector collector(view);
  collector.step(view, collector.total());
  return collector.facts();
}

}  // namespace fullcircle
