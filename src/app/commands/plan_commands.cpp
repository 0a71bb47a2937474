#include "app/commands/plan_commands.h"

#include "app/queries/plan_view.h"

namespace fullcircle {
namespace {

constexpr int kNextLookDays = 28;

void set_done_day(DevelopmentAction& action, Day today) {
  if (action.state != ActionState::done)
    action.done_day.reset();
  else if (!action.done_day)
    action.done_day = today;
}

/// The actions of one area get what another area needs, or nothing.
void carry_actions(Edit& edit, const ModelView& view, const DevelopmentPlan& plan, const FocusArea& from, const FocusArea& to) {
  for (const DevelopmentAction* action : view.actions_of(plan.id)) {
    if (!belongs_to(*action, from)) continue;
    DevelopmentAction after = *action;
    after.competency = to.competency;
    after.area = to.competency ? std::string() : to.title;
    edit.update(*action, after);
  }
}

}  // namespace

Edit start_plan(const ModelView& view, Id<DevelopmentPlan> id, Id<Person> person) {
  Edit edit("edit.plan.create");
  DevelopmentPlan plan;
  plan.id = id;
  plan.person = person;
  if (const auto* cycle = view.current_cycle()) {
    plan.cycle = cycle->id;
    plan.focus = suggest_focus(view, person, cycle->id);
  }
  if (const auto* found = view.find(person)) plan.mentor = found->manager;
  edit.create(plan);
  return edit;
}

Edit agree_plan(const ModelView& view, const DevelopmentPlan& plan) {
  DevelopmentPlan after = plan;
  after.agreed_day = view.today;
  if (!after.next_look_day || *after.next_look_day <= view.today) after.next_look_day = view.today + kNextLookDays;
  return save_plan(plan, after);
}

Edit save_plan(const DevelopmentPlan& before, const DevelopmentPlan& after) {
  Edit edit("edit.plan.change");
  edit.update(before, after);
  return edit;
}

Edit save_focus(const ModelView& view, const DevelopmentPlan& plan, std::optional<std::size_t> place, FocusArea area) {
  Edit edit("edit.plan.change");
  if (area.competency) area.title.clear();
  DevelopmentPlan after = plan;
  if (place && *place < after.focus.size()) {
    carry_actions(edit, view, plan, plan.focus[*place], area);
    after.focus[*place] = std::move(area);
  } else {
    after.focus.push_back(std::move(area));
  }
  edit.update(plan, after);
  return edit;
}

Edit remove_focus(const ModelView& view, const DevelopmentPlan& plan, std::size_t place) {
  Edit edit("edit.plan.change");
  if (place >= plan.focus.size()) return edit;
  carry_actions(edit, view, plan, plan.focus[place], FocusArea{});
  DevelopmentPlan after = plan;
  after.focus.erase(after.focus.begin() + static_cast<std::ptrdiff_t>(place));
  edit.update(plan, after);
  return edit;
}

Edit save_plan_action(const ModelView& view, DevelopmentAction action) {
  set_done_day(action, view.today);
  if (action.competency) action.area.clear();
  const auto* before = view.find(action.id);
  Edit edit(before ? "edit.action.change" : "edit.action.add");
  if (before)
    edit.update(*before, action);
  else
    edit.create(action);
  return edit;
}

Edit check_plan_action(const ModelView& view, const DevelopmentAction& action, bool is_done) {
  DevelopmentAction after = action;
  after.state = is_done ? ActionState::done : ActionState::doing;
  return save_plan_action(view, std::move(after));
}

Edit remove_plan_action(Id<DevelopmentAction> action) {
  Edit edit("edit.action.delete");
  edit.erase(action);
  return edit;
}

}  // namespace fullcircle
