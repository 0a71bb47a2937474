#include "app/queries/person_timeline.h"

#include <algorithm>

#include "app/queries/cycle_progress.h"
#include "app/queries/goal_status.h"
#include "app/queries/result_page.h"
#include "model/sorting.h"

namespace fullcircle {
namespace {

void add_reviews(const ModelView& view, Id<Person> person, std::vector<TimelineEvent>& events) {
  for (const Review* review : view.reviews_of(person)) {
    const auto* own = find_response(view, person, review->cycle, RaterGroup::self);
    if (own && own->submitted_at) events.push_back({day_of(*own->submitted_at), EventKind::self_review, {}});
    if (review->released_at) events.push_back({day_of(*review->released_at), EventKind::result_released, {}});
    if (review->person_sign_off) events.push_back({day_of(review->person_sign_off->signed_at), EventKind::signed_off, {}});
    std::optional<Instant> agreed;
    for (const Goal* goal : rated_goals(view, person, review->cycle)) agreed = std::max(agreed, goal->manager_agreed_at);
    if (agreed) events.push_back({day_of(*agreed), EventKind::goals_agreed, {}});
  }
}

void add_plans(const ModelView& view, Id<Person> person, std::vector<TimelineEvent>& events) {
  for (const DevelopmentPlan* plan : view.plans_of(person)) {
    if (plan->agreed_day) events.push_back({*plan->agreed_day, EventKind::plan_agreed, {}});
    for (const DevelopmentAction* action : view.actions_of(plan->id))
      if (action->done_day) events.push_back({*action->done_day, EventKind::action_done, action->title});
  }
}

}  // namespace

std::vector<const Feedback*> visible_feedback(const ModelView& view, Id<Person> person) {
  std::vector<const Feedback*> feedback;
  for (const Feedback* one : view.feedback_about(person))
    if (!one->is_private || one->author == view.me) feedback.push_back(one);
  sort_stably(feedback, std::ranges::greater(), &Feedback::day);
  return feedback;
}

std::vector<TimelineEvent> compute_timeline(const ModelView& view, Id<Person> person, std::size_t most) {
  std::vector<TimelineEvent> events;
  for (const Feedback* feedback : visible_feedback(view, person)) events.push_back({feedback->day, EventKind::feedback, view.name_of(feedback->author)});
  for (const CheckIn* check_in : view.check_ins_of(person))
    if (check_in->is_held) events.push_back({check_in->day, EventKind::check_in, view.name_of(check_in->with)});
  add_reviews(view, person, events);
  add_plans(view, person, events);
  sort_stably(events, std::ranges::greater(), &TimelineEvent::day);
  if (events.size() > most) events.resize(most);
  return events;
}

Strengths compute_strengths(const ModelView& view, Id<Person> person, std::size_t most) {
  std::vector<const Review*> reviews(view.reviews_of(person).begin(), view.reviews_of(person).end());
  sort_stably(reviews, std::ranges::greater(), [&](const Review* review) {
    const auto* cycle = view.find(review->cycle);
    return cycle ? cycle->start_day.value_or(Day{}) : Day{};
  });
  for (const Review* review : reviews) {
    if (result_access(view, *review) == ResultAccess::none) continue;
    Strengths strengths;
    const ResultPage page = result_page_of(view, *review);
    for (const ResultRow& row : page.rows)
      if (row.others && !row.name.empty()) strengths.best.push_back({row.id, row.name, *row.others});
    if (strengths.best.empty()) continue;
    sort_stably(strengths.best, std::ranges::greater(), &Strength::score);
    if (strengths.best.size() > most) strengths.best.resize(most);
    strengths.answers = page.answers_in;
    strengths.review = review->id;
    if (const auto* cycle = view.find(review->cycle)) strengths.cycle = cycle->name;
    return strengths;
  }
  return {};
}

std::vector<const CheckIn*> wellbeing_values(const ModelView& view, Id<Person> person) {
  std::vector<const CheckIn*> values;
  for (const CheckIn* check_in : view.check_ins_of(person))
    if (check_in->wellbeing && check_in->is_held) values.push_back(check_in);
  sort_stably(values, {}, &CheckIn::day);
  return values;
}

std::optional<WellbeingChange> compute_wellbeing_change(const std::vector<const CheckIn*>& values) {
  if (values.size() < 2) return std::nullopt;
  const auto month_of = [](const CheckIn* check_in) {
    const auto date = to_year_month_day(check_in->day);
    return date.year * 12 + date.month;
  };
  const int from = month_of(values.back()) - 1;
  return WellbeingChange{*std::ranges::find_if(values, [&](const CheckIn* value) { return month_of(value) >= from; }), values.back()};
}

}  // namespace fullcircle
