#include "app/model_view.h"

#include "app/queries/team_results.h"

namespace fullcircle {
namespace {

const std::string kNothing;

bool starts_later(const ReviewCycle& a, const ReviewCycle& b) { return a.start_day.value_or(Day{}) > b.start_day.value_or(Day{}); }

}  // namespace

ModelView::ModelView(const Document& document) : document_(&document), results_(std::make_shared<TeamResults>()) {}

const Workspace* ModelView::workspace() const {
  for (const Workspace& workspace : table<Workspace>().alive()) return &workspace;
  return nullptr;
}

const RatingRules& ModelView::rules(Id<ReviewCycle> cycle) const {
  static const RatingRules kDefault;
  if (const auto* found = find(cycle)) return found->rules;
  return workspace() ? workspace()->rules : kDefault;
}

const ReviewCycle* ModelView::current_cycle() const {
  const ReviewCycle* current = nullptr;
  for (const ReviewCycle& cycle : table<ReviewCycle>().alive()) {
    if (cycle.state == CycleState::draft) continue;
    const bool is_open = cycle.state == CycleState::open, current_is_open = current && current->state == CycleState::open;
    if (!current || (is_open && !current_is_open) || (is_open == current_is_open && starts_later(cycle, *current))) current = &cycle;
  }
  return current;
}

const ReviewCycle* ModelView::cycle_before(const ReviewCycle& cycle) const {
  const ReviewCycle* before = nullptr;
  for (const ReviewCycle& other : table<ReviewCycle>().alive())
    if (other.state != CycleState::draft && starts_later(cycle, other) && (!before || starts_later(other, *before))) before = &other;
  return before;
}

const Review* ModelView::review(Id<Person> person, Id<ReviewCycle> cycle) const {
  for (const Review* review : reviews_of(person))
    if (review->cycle == cycle) return review;
  return nullptr;
}

const std::string& ModelView::name_of(Id<Person> person) const {
  const Person* found = find(person);
  return found ? found->name : kNothing;
}

const std::string& ModelView::role_of(Id<Person> person) const {
  const Person* found = find(person);
  const Role* role = found ? find(found->role) : nullptr;
  return role ? role->name : kNothing;
}

}  // namespace fullcircle
