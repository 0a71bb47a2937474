#include "app/queries/plan_view.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

#include "model/double_text.h"
#include "model/sorting.h"

namespace fullcircle {
namespace {

constexpr Day kNever{std::numeric_limits<std::int32_t>::max()};
constexpr double kStepUp = 0.5;  ///< how much higher than now a suggested target is

void count(PlanView& shown, const DevelopmentAction& action, Day today) {
  const ShownState state = compute_shown_state(action, today);
  if (state == ShownState::dropped) {
    ++shown.dropped;
    return;
  }
  ++shown.total;
  if (state == ShownState::done) ++shown.done;
  if (state == ShownState::late) ++shown.late;
  ++shown.kinds[static_cast<std::size_t>(action.kind)];
}

}  // namespace

ShownState compute_shown_state(const DevelopmentAction& action, Day today) {
  if (action.state == ActionState::done) return ShownState::done;
  if (action.state == ActionState::dropped) return ShownState::dropped;
  if (action.due_day && *action.due_day < today) return ShownState::late;
  return action.state == ActionState::doing ? ShownState::doing : ShownState::planned;
}

const DevelopmentPlan* current_plan(const ModelView& view, Id<Person> person) {
  const DevelopmentPlan* newest = nullptr;
  const auto rank = [](const DevelopmentPlan& plan) { return std::tuple(plan.agreed_day.value_or(kNever), plan.id); };
  for (const DevelopmentPlan* plan : view.plans_of(person))
    if (!newest || rank(*newest) < rank(*plan)) newest = plan;
  return newest;
}

std::string focus_title(const ModelView& view, const FocusArea& area) {
  const auto* competency = view.find(area.competency);
  return competency ? competency->name : area.title;
}

bool belongs_to(const DevelopmentAction& action, const FocusArea& area) {
  if (area.competency) return action.competency == area.competency;
  return !action.competency && !area.title.empty() && action.area == area.title;
}

std::array<int, 3> shares_of_hundred(const std::array<int, 3>& counts) {
  std::array<int, 3> shares{}, remainders{};
  const int total = counts[0] + counts[1] + counts[2];
  if (total == 0) return shares;
  int left = 100;
  for (std::size_t i = 0; i < 3; ++i) {
    shares[i] = counts[i] * 100 / total;
    remainders[i] = counts[i] * 100 % total;
    left -= shares[i];
  }
  for (; left > 0; --left) {
    const auto largest = std::ranges::max_element(remainders);
    ++shares[static_cast<std::size_t>(largest - remainders.begin())];
    *largest = -1;
  }
  return shares;
}

std::array<ShareTerm, 3> share_terms(const std::array<int, 3>& counts) {
  const int total = counts[0] + counts[1] + counts[2];
  const auto shares = shares_of_hundred(counts);
  std::array<ShareTerm, 3> terms;
  for (std::size_t i = 0; i < 3; ++i) terms[i] = {counts[i], total > 0 ? 100.0 * counts[i] / total : 0, shares[i]};
  return terms;
}

PlanView compute_plan_view(const ModelView& view, const DevelopmentPlan& plan) {
  PlanView shown;
  shown.plan = &plan;
  for (const FocusArea& area : plan.focus) shown.focus.push_back({&area, focus_title(view, area), {}});
  PlanFocus rest;
  for (const DevelopmentAction* action : view.actions_of(plan.id)) {
    count(shown, *action, view.today);
    const auto found = std::ranges::find_if(shown.focus, [&](const PlanFocus& focus) { return belongs_to(*action, *focus.area); });
    (found == shown.focus.end() ? rest : *found).actions.push_back(action);
  }
  if (!rest.actions.empty()) shown.focus.push_back(std::move(rest));
  for (PlanFocus& focus : shown.focus)
    sort_stably(focus.actions, {}, [](const DevelopmentAction* action) { return std::tuple(action->due_day.value_or(kNever), action->id); });
  return shown;
}

std::vector<PlanRow> compute_plan_rows(const ModelView& view) {
  std::vector<PlanRow> rows;
  for (const Person& person : view.table<Person>().alive()) {
    const auto* plan = current_plan(view, person.id);
    if (!plan) continue;
    const PlanView shown = compute_plan_view(view, *plan);
    PlanRow row{&person, plan, {}, shown.done, shown.total, shown.late};
    for (const FocusArea& area : plan->focus) row.focus.push_back(focus_title(view, area));
    rows.push_back(std::move(row));
  }
  const auto order = [](const PlanRow& row) {
    return std::tuple(-row.late, row.plan->next_look_day.value_or(kNever), std::string_view(row.person->name));
  };
  sort_stably(rows, [&](const PlanRow& a, const PlanRow& b) { return order(a) < order(b); });
  return rows;
}

std::vector<Id<Person>> people_without_plan(const ModelView& view) {
  std::vector<Id<Person>> people;
  for (const Person& person : view.table<Person>().alive()) {
    const bool has_left = person.left_day && *person.left_day < view.today;
    if (!person.is_external && !has_left && view.plans_of(person.id).empty()) people.push_back(person.id);
  }
  return people;
}

std::vector<FocusArea> suggest_focus(const ModelView& view, Id<Person> person, Id<ReviewCycle> cycle, std::size_t most) {
  std::vector<FocusArea> areas;
  const Review* review = view.review(person, cycle);
  if (!review || !review->released) return areas;  // a plan must not tell what the result does not tell yet
  const RatingRules& rules = view.rules(cycle);
  for (const auto& criterion : review->released->criteria) {
    const auto score = read_number(criterion.others);
    if (!score) continue;
    FocusArea area;
    for (const Competency& competency : view.table<Competency>().alive())
      if (to_text(competency.id) == criterion.key) area.competency = competency.id;
    if (!area.competency) area.title = criterion.name;
    area.start_score = score->value;
    area.target_score = std::min(rules.scale_high, std::ceil((score->value + kStepUp) * 2) / 2);
    areas.push_back(std::move(area));
  }
  sort_stably(areas, {}, [](const FocusArea& area) { return *area.start_score; });
  if (areas.size() > most) areas.resize(most);
  return areas;
}

}  // namespace fullcircle
