#include "app/commands/conversation_commands.h"

#include <algorithm>

#include "app/queries/plan_view.h"

namespace fullcircle {
namespace {

constexpr double kWholeWeight = 100;
constexpr const char* kLabel = "edit.conversation.change";

/// The review with what `apply` does to a copy of it.
template <class Apply>
Edit change(const Review& review, Apply&& apply) {
  Review after = review;
  apply(after);
  Edit edit(kLabel);
  edit.update(review, after);
  return edit;
}

auto find_point(std::vector<AgendaPoint>& agenda, std::string_view key) { return std::ranges::find(agenda, key, &AgendaPoint::key); }

/// Where new points go: before the signing.
auto end_of_talk(std::vector<AgendaPoint>& agenda) { return find_point(agenda, kSignPoint); }

bool may_follow(const Goal* goal) { return goal && (goal->state == GoalState::draft || goal->state == GoalState::proposed); }
bool may_follow(const DevelopmentAction* action) { return action && action->state != ActionState::done && action->state != ActionState::dropped; }

void drop_goal(Edit& edit, const ModelView& view, AgreedAction& action) {
  if (may_follow(view.find(action.goal))) edit.erase(action.goal);
  action.goal = {};
}

void drop_plan_action(Edit& edit, const ModelView& view, AgreedAction& action) {
  const auto* made = view.find(action.action);
  if (made && made->state == ActionState::planned) edit.erase(action.action);
  action.action = {};
}

/// What is agreed in the conversation is rated in the next review, so it begins when this one ends, unless it is due before.
Day first_day_after(const ModelView& view, const Review& review, std::optional<Day> due) {
  const auto* cycle = view.find(review.cycle);
  const Day after = cycle && cycle->end_day && *cycle->end_day >= view.today ? *cycle->end_day + 1 : view.today;
  return due && *due < after ? view.today : after;
}

void send_to_goal(Edit& edit, const ModelView& view, const Review& review, AgreedAction& action, const IdSource& new_id) {
  if (const Goal* made = view.find(action.goal)) {
    if (!may_follow(made)) return;
    Goal after = *made;
    after.title = action.text;
    after.owner = action.who;
    after.due_day = action.due_day;
    edit.update(*made, after);
    return;
  }
  Goal goal;
  goal.id = Id<Goal>(new_id());
  goal.title = action.text;
  goal.owner = action.who;
  goal.kind = GoalKind::yes_no;  // the one kind that needs no figures yet
  goal.start_day = first_day_after(view, review, action.due_day);
  goal.due_day = action.due_day;
  goal.weight_percent = kWholeWeight;
  edit.create(goal);
  action.goal = goal.id;
}

/// The plan that agreed actions go to; begun here when the person has none.
Id<DevelopmentPlan> plan_for(Edit& edit, const ModelView& view, const Review& review, const IdSource& new_id) {
  if (const auto* plan = current_plan(view, review.person)) return plan->id;
  DevelopmentPlan plan;
  plan.id = Id<DevelopmentPlan>(new_id());
  plan.person = review.person;
  plan.cycle = review.cycle;
  plan.mentor = review.manager;
  plan.focus = suggest_focus(view, review.person, review.cycle);
  edit.create(plan);
  return plan.id;
}

void send_to_plan(Edit& edit, const ModelView& view, const Review& review, AgreedAction& action, const IdSource& new_id) {
  const Id<Person> mentor = action.who == review.person ? Id<Person>() : action.who;
  if (const auto* made = view.find(action.action)) {
    if (!may_follow(made)) return;
    DevelopmentAction after = *made;
    after.title = action.text;
    after.due_day = action.due_day;
    if (mentor) after.mentor = mentor;
    edit.update(*made, after);
    return;
  }
  DevelopmentAction made;
  made.id = Id<DevelopmentAction>(new_id());
  made.plan = plan_for(edit, view, review, new_id);
  made.title = action.text;
  made.mentor = mentor;
  made.due_day = action.due_day;
  edit.create(made);
  action.action = made.id;
}

}  // namespace

const std::string& words_of(const Review& review, TalkSide side, std::string_view point) {
  static const std::string kNone;
  const auto& words = side == TalkSide::person ? review.person_words : review.manager_words;
  const auto found = std::ranges::find(words, point, &Words::point);
  return found == words.end() ? kNone : found->text;
}

Edit write_words(const Review& review, TalkSide side, std::string_view point, std::string text) {
  return change(review, [&](Review& after) {
    auto& words = side == TalkSide::person ? after.person_words : after.manager_words;
    const auto found = std::ranges::find(words, point, &Words::point);
    if (found == words.end()) {
      if (!text.empty()) words.push_back({std::string(point), std::move(text), {}});
    } else if (text.empty()) {
      words.erase(found);
    } else {
      found->text = std::move(text);
    }
  });
}

Edit check_point(const Review& review, std::string_view point, bool is_done) {
  return change(review, [&](Review& after) {
    if (const auto found = find_point(after.agenda, point); found != after.agenda.end()) found->is_done = is_done;
  });
}

Edit save_point(const Review& review, AgendaPoint point) {
  return change(review, [&](Review& after) {
    if (const auto found = find_point(after.agenda, point.key); found != after.agenda.end())
      *found = std::move(point);
    else
      after.agenda.insert(end_of_talk(after.agenda), std::move(point));
  });
}

Edit remove_point(const Review& review, std::string_view point) {
  return change(review, [&](Review& after) {
    if (point != kSignPoint) std::erase_if(after.agenda, [&](const AgendaPoint& one) { return one.key == point; });
  });
}

Edit move_point(const Review& review, std::string_view point, int steps) {
  return change(review, [&](Review& after) {
    const auto found = find_point(after.agenda, point);
    if (found == after.agenda.end() || point == kSignPoint) return;
    AgendaPoint moved = *found;
    const auto place = static_cast<int>(found - after.agenda.begin());
    after.agenda.erase(found);
    const auto last = static_cast<int>(end_of_talk(after.agenda) - after.agenda.begin());
    after.agenda.insert(after.agenda.begin() + std::clamp(place + steps, 0, last), std::move(moved));
  });
}

Edit save_agreed_action(const ModelView& view, const Review& review, std::optional<std::size_t> place, AgreedAction action, const IdSource& new_id) {
  Edit edit(place ? "edit.action.change" : "edit.action.add");
  if (action.goes_to != ActionTarget::goal && action.goal) drop_goal(edit, view, action);
  if (action.goes_to != ActionTarget::plan && action.action) drop_plan_action(edit, view, action);
  if (action.goes_to == ActionTarget::goal) send_to_goal(edit, view, review, action, new_id);
  if (action.goes_to == ActionTarget::plan) send_to_plan(edit, view, review, action, new_id);
  Review after = review;
  if (place && *place < after.actions.size())
    after.actions[*place] = std::move(action);
  else
    after.actions.push_back(std::move(action));
  edit.update(review, after);
  return edit;
}

Edit remove_agreed_action(const ModelView& view, const Review& review, std::size_t place) {
  Edit edit("edit.action.delete");
  if (place >= review.actions.size()) return edit;
  AgreedAction removed = review.actions[place];
  if (removed.goal) drop_goal(edit, view, removed);
  if (removed.action) drop_plan_action(edit, view, removed);
  Review after = review;
  after.actions.erase(after.actions.begin() + static_cast<std::ptrdiff_t>(place));
  edit.update(review, after);
  return edit;
}

Edit set_conversation_time(const Review& review, std::optional<Instant> at) {
  return change(review, [&](Review& after) { after.conversation_at = at; });
}

}  // namespace fullcircle
