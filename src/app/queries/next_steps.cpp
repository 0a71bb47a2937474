#include "app/queries/next_steps.h"

#include <algorithm>
#include <map>

#include "app/commands/goal_steps.h"
#include "app/queries/conversation_view.h"
#include "app/queries/cycle_progress.h"
#include "app/queries/plan_view.h"

namespace fullcircle {
namespace {

bool works_here(const ModelView& view, const Person& person) { return !person.is_external && (!person.left_day || *person.left_day >= view.today); }

bool is_open(const Goal& goal) { return goal.state == GoalState::draft || goal.state == GoalState::proposed; }

class StepFinder {
 public:
  explicit StepFinder(const ModelView& view) : view_(view), is_lead_(view.workspace() && view.workspace()->lead == view.me), cycle_(view.current_cycle()) {}

  std::vector<NextStep> find() {
    if (!view_.workspace() || !view_.me) return {};
    if (is_lead_) find_beginnings();
    find_goals_to_agree();
    if (is_lead_ && !cycle_) add(StepKind::set_up_review);
    find_own_review();
    if (is_lead_ && cycle_ && cycle_->state == CycleState::open) find_requests();
    if (is_lead_) find_owners_to_agree();
    if (cycle_)
      for (const Review* review : view_.reviews_in(cycle_->id)) find_in_review(*review);
    if (is_lead_ && cycle_ && cycle_->state == CycleState::open && is_over()) add(StepKind::close_review);
    if (!is_lead_) add(StepKind::give_file_back);
    return std::move(steps_);
  }

 private:
  NextStep& add(StepKind kind, RecordId record = {}, Id<Person> person = {}) {
    NextStep step;
    step.kind = kind;
    step.record = record;
    step.person = person;
    return steps_.emplace_back(step);
  }

  void find_beginnings() {
    const auto people = std::ranges::count_if(view_.table<Person>().alive(), [&](const Person& person) { return works_here(view_, person); });
    if (people < 2) {
      add(StepKind::add_people);
      return;
    }
    const auto is_wanted = [](const Goal& goal) { return goal.level == GoalLevel::person && goal.state != GoalState::dropped; };
    if (std::ranges::none_of(view_.table<Goal>().alive(), is_wanted)) add(StepKind::set_goals);
  }

  void find_goals_to_agree() {
    NextStep step{.kind = StepKind::agree_goals, .count = 0, .record = {}, .person = {}, .due_day = {}, .is_pressing = !is_lead_};
    for (const Goal& goal : view_.table<Goal>().alive()) {
      if (!is_open(goal) || !may_agree(view_, goal, view_.me)) continue;
      if (step.count++ == 0) step.record = goal.id;
    }
    if (step.count > 0) steps_.push_back(step);
  }

  void find_own_review() {
    const Review* review = cycle_ && cycle_->state == CycleState::open ? view_.review(view_.me, cycle_->id) : nullptr;
    if (!review) return;
    const auto* own = find_response(view_, view_.me, cycle_->id, RaterGroup::self);
    if (own && own->submitted_at) return;
    NextStep& step = add(StepKind::write_self_review, review->id, view_.me);
    for (const CycleStage& stage : cycle_->stages)
      if (stage.kind == StageKind::self_review) step.due_day = stage.due_day;
  }

  void find_requests() {
    NextStep fresh{.kind = StepKind::export_requests, .count = 0, .record = {}, .person = {}, .due_day = {}};
    NextStep out{.kind = StepKind::collect_answers, .count = 0, .record = {}, .person = {}, .due_day = {}, .is_pressing = false};
    for (const FeedbackRequest& request : view_.table<FeedbackRequest>().alive()) {
      if (request.cycle != cycle_->id || request.rater == view_.me) continue;
      if (request.exported_at) fresh.is_pressing = false;
      fresh.count += request.state == RequestState::approved;
      if (request.state != RequestState::exported) continue;
      ++out.count;
      if (request.due_day && (!out.due_day || *request.due_day < *out.due_day)) out.due_day = request.due_day;
    }
    if (fresh.count > 0) steps_.push_back(fresh);
    if (out.count > 0) steps_.push_back(out);
  }

  void find_owners_to_agree() {
    std::map<Id<Person>, int> waiting;
    for (const Goal& goal : view_.table<Goal>().alive()) {
      const GoalAgreement agreement = agreement_of(view_, goal);
      if (goal.state == GoalState::proposed && agreement.owner && agreement.owner != view_.me && !agreement.has_owner_agreed && agreement.has_manager_agreed)
        ++waiting[agreement.owner];
    }
    for (const auto& [owner, count] : waiting) {
      NextStep& step = add(StepKind::owner_agrees, owner, owner);
      step.count = count;
      step.is_pressing = false;
    }
  }

  void find_in_review(const Review& review) {
    const bool is_mine = review.person == view_.me;
    const bool is_guided = review.manager == view_.me || (is_lead_ && !is_mine);
    if (!is_mine && !is_guided) return;
    if (!review.released_at) {
      if (is_guided && is_complete(review)) add(StepKind::release_result, review.id, review.person);
      return;
    }
    const std::string hash = content_hash(review);
    const bool has_person = sign_state(review.person_sign_off, hash) == SignState::valid;
    const bool has_manager = sign_state(review.manager_sign_off, hash) == SignState::valid;
    if (is_mine && !has_person) add(StepKind::sign_result, review.id, review.person);
    if (is_guided && !has_manager) add(StepKind::hold_conversation, review.id, review.person);
    if (is_guided && has_manager && !has_person) add(StepKind::person_signs, review.id, review.person);
    if (is_guided && has_manager && has_person) find_plan(review);
  }

  void find_plan(const Review& review) {
    const DevelopmentPlan* plan = current_plan(view_, review.person);
    if (!plan)
      add(StepKind::start_plan, review.id, review.person);
    else if (!plan->agreed_day)
      add(StepKind::agree_plan, plan->id, review.person);
  }

  bool is_over() const {
    const auto reviews = view_.reviews_in(cycle_->id);
    return !reviews.empty() && std::ranges::all_of(reviews, [&](const Review* review) {
      const DevelopmentPlan* plan = current_plan(view_, review->person);
      return compute_talk_state(view_, *review) == TalkState::signed_both && plan && plan->agreed_day;
    });
  }

  /// Results are read and released together: once nothing of the cycle is out any more, or the time to answer is over.
  bool is_complete(const Review& review) const {
    if (!collecting_) collecting_ = is_collecting();
    const auto requests = active_requests(view_, review.person, review.cycle);
    return !*collecting_ && std::ranges::any_of(requests, [](const FeedbackRequest* request) { return request->state == RequestState::received; });
  }
  bool is_collecting() const {
    for (const FeedbackRequest& request : view_.table<FeedbackRequest>().alive()) {
      const bool is_out = request.state == RequestState::nominated || request.state == RequestState::approved || request.state == RequestState::exported;
      if (request.cycle == cycle_->id && is_out && (!request.due_day || view_.today <= *request.due_day)) return true;
    }
    return false;
  }

  const ModelView& view_;
  bool is_lead_;
  const ReviewCycle* cycle_;
  mutable std::optional<bool> collecting_;
  std::vector<NextStep> steps_;
};

}  // namespace

std::vector<NextStep> compute_next_steps(const ModelView& view) { return StepFinder(view).find(); }

}  // namespace fullcircle
