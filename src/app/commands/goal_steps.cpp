#include "app/commands/goal_steps.h"

#include <algorithm>

namespace fullcircle {
namespace {

bool is_lead(const ModelView& view, Id<Person> who) { return view.workspace() && view.workspace()->lead == who; }

/// Marks every side that `who` speaks for. Out: whether there was one.
bool mark_agreed(const ModelView& view, Goal& goal, Id<Person> who) {
  const GoalAgreement agreement = agreement_of(view, goal);
  bool is_marked = false;
  if (agreement.owner && agreement.owner == who && !agreement.has_owner_agreed) {
    goal.owner_agreed_at = view.now;
    is_marked = true;
  }
  if (agreement.manager && !agreement.has_manager_agreed && (agreement.manager == who || (is_lead(view, who) && agreement.owner != who))) {
    goal.manager_agreed_at = view.now;
    is_marked = true;
  }
  return is_marked;
}

}  // namespace

GoalAgreement agreement_of(const ModelView& view, const Goal& goal) {
  GoalAgreement agreement;
  const Person* owner = view.find(goal.owner);
  if (owner) {
    agreement.owner = owner->id;
    if (view.find(owner->manager)) agreement.manager = owner->manager;
  } else if (view.workspace()) {
    agreement.manager = view.workspace()->lead;
  }
  agreement.has_owner_agreed = goal.owner_agreed_at.has_value();
  agreement.has_manager_agreed = goal.manager_agreed_at.has_value();
  return agreement;
}

bool may_agree(const ModelView& view, const Goal& goal, Id<Person> who) {
  if (goal.state == GoalState::done || goal.state == GoalState::dropped || !who) return false;
  Goal marked = goal;
  return mark_agreed(view, marked, who);
}

Edit agree_goal(const ModelView& view, const Goal& goal, Id<Person> who) {
  Edit edit("edit.goal.agree");
  if (!may_agree(view, goal, who)) return edit;
  Goal after = goal;
  mark_agreed(view, after, who);
  after.state = agreement_of(view, after).is_complete() ? GoalState::agreed : GoalState::proposed;
  edit.update(goal, after);
  return edit;
}

Edit propose_goal(const ModelView& view, const Goal& goal, Id<Person> who) {
  Edit edit("edit.goal.change");
  if (goal.state != GoalState::draft) return edit;
  Goal after = goal;
  mark_agreed(view, after, who);
  after.state = agreement_of(view, after).is_complete() ? GoalState::agreed : GoalState::proposed;
  edit.update(goal, after);
  return edit;
}

Edit log_progress(const ModelView& view, const ProgressPoint& entry) {
  Edit edit("edit.goal.value");
  const auto same_day = [&](const ProgressPoint* point) { return point->value && point->day == entry.day; };
  const auto points = view.points_of(entry.goal);
  const auto existing = entry.value ? std::ranges::find_if(points, same_day) : points.end();
  if (existing == points.end()) {
    edit.create(entry);
    return edit;
  }
  ProgressPoint after = **existing;
  after.value = entry.value;
  after.author = entry.author;
  if (!entry.note.empty()) after.note = after.note.empty() ? entry.note : after.note + "\n" + entry.note;
  edit.update(**existing, after);
  return edit;
}

Edit delete_goal(const ModelView& view, const Goal& goal) {
  Edit edit("edit.goal.delete");
  edit.erase(goal.id);
  for (const ProgressPoint* point : view.points_of(goal.id)) edit.erase(point->id);
  return edit;
}

Edit set_goal_state(const Goal& goal, GoalState state) {
  Edit edit("edit.goal.change");
  Goal after = goal;
  after.state = state;
  edit.update(goal, after);
  return edit;
}

}  // namespace fullcircle
