#include "app/queries/attention.h"

#include <algorithm>

#include "app/queries/conflict_list.h"
#include "app/files/request_files.h"
#include "app/queries/cycle_progress.h"
#include "app/queries/form_steps.h"
#include "app/queries/goal_status.h"
#include "model/sorting.h"

namespace fullcircle {
namespace {

constexpr int kLookAheadDays = 1;

bool works_here(const ModelView& view, const Person& person) {
  return !person.is_external && (!person.left_day || *person.left_day >= view.today);
}

bool is_lead(const ModelView& view) { return view.workspace() && view.workspace()->lead == view.me; }

/// Whom I look after: my reports; the lead of the workspace without reports of their own looks after everybody.
std::vector<const Person*> people_of_mine(const ModelView& view) {
  std::vector<const Person*> people;
  for (const Person* report : view.reports_of(view.me))
    if (works_here(view, *report)) people.push_back(report);
  if (people.empty() && is_lead(view))
    for (const Person& person : view.table<Person>().alive())
      if (person.id != view.me && works_here(view, person)) people.push_back(&person);
  return people;
}

CheckInDue next_check_in(const ModelView& view, const Person& person) {
  CheckInDue due{&person, {}, {}};
  std::optional<Day> planned;
  for (const CheckIn* check_in : view.check_ins_of(person.id)) {
    if (check_in->is_held && check_in->day <= view.today && (!due.last_held || check_in->day > *due.last_held)) due.last_held = check_in->day;
    if (!check_in->is_held && (!planned || check_in->day < *planned)) planned = check_in->day;
  }
  const int rhythm = view.workspace() ? view.workspace()->check_in_every_days : 14;
  due.due = planned ? *planned : due.last_held ? *due.last_held + rhythm : view.today;
  return due;
}

/// A request of this workspace that somebody else is asked, whose draft was begun on this device.
bool is_for_another(const ModelView& view, const ReceivedRequest& received) {
  const auto* request = view.find(Id<FeedbackRequest>(RecordId(received.id)));
  return request && request->rater != view.me;
}

/// How many steps the form of the cycle has for somebody of this group.
int count_questions(const ModelView& view, const ReviewCycle& cycle, RaterGroup group) {
  const ReviewForm* form = view.find(cycle.form);
  if (!form) return 0;
  const auto sections = sections_for(view.document(), *form, group);
  return static_cast<int>(make_form_steps(sections).size());
}

}  // namespace

std::vector<CheckInDue> check_ins_due(const ModelView& view) {
  std::vector<CheckInDue> due;
  for (const Person* person : people_of_mine(view))
    if (auto next = next_check_in(view, *person); next.due <= view.today + kLookAheadDays) due.push_back(next);
  sort_stably(due, {}, &CheckInDue::due);
  return due;
}

std::vector<FeedbackDue> feedback_due_from_me(const ModelView& view) {
  std::vector<FeedbackDue> due;
  for (const FeedbackRequest& request : view.table<FeedbackRequest>().alive()) {
    if (request.rater != view.me || request.group == RaterGroup::self || (request.state != RequestState::approved && request.state != RequestState::exported)) continue;
    const auto* cycle = view.find(request.cycle);
    if (cycle && cycle->state == CycleState::open && !view.find(Id<ReceivedRequest>(request.id))) due.push_back({&request, nullptr, request.due_day, 0, count_questions(view, *cycle, request.group)});
  }
  for (const ReceivedRequest& request : view.table<ReceivedRequest>().alive()) {
    if (request.answered_at || is_for_another(view, request)) continue;
    const auto steps = make_form_steps(request.sections);
    due.push_back({nullptr, &request, request.due_day, count_answered(steps, {request.answers, request.comments}), static_cast<int>(steps.size())});
  }
  sort_stably(due, {}, [](const FeedbackDue& item) { return item.due_day.value_or(Day{INT32_MAX}); });
  return due;
}

std::vector<const Goal*> goals_off_track(const ModelView& view) {
  std::vector<std::pair<double, const Goal*>> found;
  const auto collect = [&](Id<Person> owner) {
    for (const Goal* goal : view.goals_of(owner)) {
      if (goal->state != GoalState::agreed || !has_own_measure(*goal)) continue;
      const auto status = compute_goal_status(view, *goal);
      if (status.outlook == rating::GoalOutlook::OffTrack || status.outlook == rating::GoalOutlook::Missed)
        found.emplace_back(status.forecast_attainment.value_or(status.attainment.value_or(0)), goal);
    }
  };
  collect(view.me);
  for (const Person* person : people_of_mine(view)) collect(person->id);
  sort_stably(found, {}, &std::pair<double, const Goal*>::first);
  std::vector<const Goal*> goals;
  for (const auto& [attainment, goal] : found) goals.push_back(goal);
  return goals;
}

AttentionCounts count_attention(const ModelView& view) {
  AttentionCounts counts;
  counts.home = static_cast<int>(check_ins_due(view).size() + feedback_due_from_me(view).size() + goals_off_track(view).size() + count_conflicts(view.document()));
  const ReviewCycle* cycle = view.current_cycle();
  if (!cycle || cycle->state != CycleState::open) return counts;
  for (const FeedbackRequest& request : view.table<FeedbackRequest>().alive())
    counts.requests += request.cycle == cycle->id && (request.state == RequestState::approved || request.state == RequestState::exported);
  return counts;
}

}  // namespace fullcircle
