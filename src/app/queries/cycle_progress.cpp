#include "app/queries/cycle_progress.h"

#include <algorithm>

#include "app/queries/goal_status.h"

namespace fullcircle {
namespace {

StageShare one_if(bool is_done) { return {is_done ? 1 : 0, 1}; }

StageShare goals_share(const ModelView& view, const Review& review) {
  int count = 0, agreed = 0;
  for (const Goal* goal : view.goals_of(review.person)) {
    if (!is_goal_of(view, *goal, review.cycle) || goal->level != GoalLevel::person || goal->state == GoalState::dropped) continue;
    ++count;
    agreed += goal->state == GoalState::agreed || goal->state == GoalState::done;
  }
  return one_if(count > 0 && agreed == count);
}

StageShare feedback_share(const ModelView& view, const Review& review) {
  StageShare share;
  for (const FeedbackRequest* request : requests_to_others(view, review.person, review.cycle)) {
    ++share.total;
    share.done += request->state == RequestState::received;
  }
  return share;
}

bool has_agreed_plan(const ModelView& view, const Review& review) {
  return std::ranges::any_of(view.plans_of(review.person),
                             [&](const DevelopmentPlan* plan) { return plan->cycle == review.cycle && plan->agreed_day.has_value(); });
}

}  // namespace

const FeedbackResponse* find_response(const ModelView& view, Id<Person> subject, Id<ReviewCycle> cycle, RaterGroup group) {
  for (const FeedbackResponse* response : view.responses_about(subject))
    if (response->cycle == cycle && response->group == group) return response;
  return nullptr;
}

std::vector<const FeedbackRequest*> active_requests(const ModelView& view, Id<Person> subject, Id<ReviewCycle> cycle) {
  std::vector<const FeedbackRequest*> requests;
  for (const FeedbackRequest* request : view.requests_about(subject))
    if (request->cycle == cycle && request->state != RequestState::withdrawn && request->state != RequestState::declined)
      requests.push_back(request);
  return requests;
}

std::vector<const FeedbackRequest*> requests_to_others(const ModelView& view, Id<Person> subject, Id<ReviewCycle> cycle) {
  auto requests = active_requests(view, subject, cycle);
  std::erase_if(requests, [](const FeedbackRequest* request) { return request->group == RaterGroup::self; });
  return requests;
}

StageShare compute_stage_share(const ModelView& view, const Review& review, StageKind stage) {
  switch (stage) {
    case StageKind::goals: return goals_share(view, review);
    case StageKind::self_review: {
      const auto* own = find_response(view, review.person, review.cycle, RaterGroup::self);
      return one_if(own && own->submitted_at);
    }
    case StageKind::feedback: return feedback_share(view, review);
    case StageKind::calibration: return one_if(review.released_at || review.calibration_points);
    case StageKind::conversation: return one_if(review.person_sign_off && review.manager_sign_off);
    case StageKind::development: return one_if(has_agreed_plan(view, review));
  }
  return {};
}

CycleProgress compute_cycle_progress(const ModelView& view, const ReviewCycle& cycle) {
  CycleProgress progress;
  progress.cycle = &cycle;
  double sum = 0;
  bool current_found = false;
  for (const CycleStage& stage : cycle.stages) {
    StageProgress line{stage.kind, {}, stage.start_day, stage.due_day};
    for (const Review* review : view.reviews_in(cycle.id)) {
      const auto one = compute_stage_share(view, *review, stage.kind);
      line.share.done += one.done;
      line.share.total += one.total;
    }
    if (!current_found && !line.share.is_done()) current_found = line.is_current = true;
    sum += line.share.share();
    progress.stages.push_back(line);
  }
  if (!progress.stages.empty()) progress.share = sum / static_cast<double>(progress.stages.size());
  if (cycle.start_day && cycle.end_day && *cycle.start_day <= view.today) {
    progress.weeks = (*cycle.end_day - *cycle.start_day + 6) / 7;
    progress.week = std::min(progress.weeks, (view.today - *cycle.start_day) / 7 + 1);
  }
  return progress;
}

PersonStage compute_person_stage(const ModelView& view, Id<Person> person, const ReviewCycle& cycle) {
  PersonStage result;
  const Review* review = view.review(person, cycle.id);
  if (!review) return result;
  result.is_participant = true;
  for (const CycleStage& stage : cycle.stages) {
    result.current = stage.kind;
    const auto share = compute_stage_share(view, *review, stage.kind);
    if (!share.is_done()) {
      result.within = share.share();
      return result;
    }
    ++result.finished;
  }
  return result;
}

}  // namespace fullcircle
