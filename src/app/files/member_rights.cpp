#include "app/files/member_rights.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace fullcircle {
namespace {

bool is_one_of(std::string_view key, std::initializer_list<std::string_view> keys) { return std::ranges::find(keys, key) != keys.end(); }

/// What the manager writes into a review before the member may read it.
bool waits_for_release(std::string_view key) { return is_one_of(key, {"summary", "managerWords", "managerSignOff", "released", "releasedAt", "actions"}); }

}  // namespace

MemberRights::MemberRights(const Document& document, Id<Person> member) : document_(document), member_(member) {
  for (const Goal& goal : document.table<Goal>().alive())
    if (goal.owner == member) add_goals_above(goal.id);
  const Person* person = document.table<Person>().find(member);
  for (Id<Unit> unit = person ? person->unit : Id<Unit>(); unit && units_.insert(unit).second;) {
    const Unit* above = document.table<Unit>().find(unit);
    unit = above ? above->parent : Id<Unit>();
  }
  for (const Review& review : document.table<Review>().alive())
    if (review.person == member) cycles_.insert(review.cycle);
  for (const ReviewCycle& cycle : document.table<ReviewCycle>().alive())
    if (cycles_.contains(cycle.id)) forms_.insert(cycle.form);
}

void MemberRights::add_goals_above(Id<Goal> id) {
  while (id && goals_.insert(id).second) {
    const Goal* goal = document_.table<Goal>().find(id);
    id = goal ? goal->parent : Id<Goal>();
  }
}

bool MemberRights::is_own_plan(Id<DevelopmentPlan> id) const {
  const auto* row = document_.table<DevelopmentPlan>().find_row(id);
  return row && row->entity.person == member_;
}

// ---- what a member sees ----

bool MemberRights::may_see(const Workspace&) const { return true; }
bool MemberRights::may_see(const Unit&) const { return true; }
bool MemberRights::may_see(const Role&) const { return true; }
bool MemberRights::may_see(const Competency&) const { return true; }
bool MemberRights::may_see(const CoreValue&) const { return true; }
/// People outside are there because they were asked for feedback: naming them would name raters.
bool MemberRights::may_see(const Person& person) const { return person.id == member_ || !person.is_external; }
bool MemberRights::may_see(const Goal& goal) const {
  const bool is_published = goal.level == GoalLevel::organisation || (goal.level == GoalLevel::unit && units_.contains(goal.unit));
  return goal.owner == member_ || goals_.contains(goal.id) || (is_published && goal.state != GoalState::draft);
}
bool MemberRights::may_see(const ProgressPoint& point) const {
  const auto* goal = document_.table<Goal>().find_row(point.goal);
  return goal && goal->entity.owner == member_;
}
bool MemberRights::may_see(const ReviewCycle& cycle) const { return cycles_.contains(cycle.id); }
bool MemberRights::may_see(const ReviewForm& form) const { return forms_.contains(form.id); }
bool MemberRights::may_see(const Review& review) const { return review.person == member_; }
bool MemberRights::may_see(const FeedbackRequest& request) const {
  return request.group == RaterGroup::self && request.subject == member_ && request.rater == member_;
}
bool MemberRights::may_see(const FeedbackResponse& response) const {
  return response.group == RaterGroup::self && response.subject == member_ && response.author == member_;
}
bool MemberRights::may_see(const Feedback& feedback) const {
  return (feedback.about == member_ || feedback.author == member_) && (!feedback.is_private || feedback.author == member_);
}
bool MemberRights::may_see(const CheckIn& check_in) const { return check_in.person == member_; }
bool MemberRights::may_see(const DevelopmentPlan& plan) const { return plan.person == member_; }
bool MemberRights::may_see(const DevelopmentAction& action) const { return is_own_plan(action.plan); }

bool MemberRights::may_see_field(const Person& person, std::string_view, Audience audience) const {
  return audience == Audience::team || (audience == Audience::subject && person.id == member_);
}
bool MemberRights::may_see_field(const Review& review, std::string_view key, Audience audience) const {
  return (review.released_at || !waits_for_release(key)) && (audience == Audience::team || audience == Audience::subject);
}

// ---- what a member changes ----

/// Their keys are taken once: whoever sends another one later is not believed without asking.
bool MemberRights::may_change(const Person* here, const Person& theirs, std::string_view key) const {
  if (!here || here->id != member_) return false;
  const auto is_first = [](const std::string& known, const std::string& sent) { return known.empty() || known == sent; };
  if (key == "signingKey") return is_first(here->signing_key, theirs.signing_key);
  if (key == "fileKey") return is_first(here->file_key, theirs.file_key);
  return is_one_of(key, {"coachingStyle", "coachingWish"});
}
/// A goal is the member's to write until it is agreed; from then on only their agreement and what is done of it.
bool MemberRights::may_change(const Goal* here, const Goal& theirs, std::string_view key) const {
  const auto is_open = [](const Goal& goal) { return goal.state == GoalState::draft || goal.state == GoalState::proposed; };
  if (!here) return theirs.owner == member_ && theirs.level == GoalLevel::person && is_open(theirs) && key != "managerAgreedAt";
  if (here->owner != member_) return false;
  if (is_one_of(key, {"ownerAgreedAt", "milestones", "isReached"})) return true;
  // The owner's yes completes what the manager has agreed; in the owner's own copy it already has.
  const bool completes_agreement = theirs.state == GoalState::agreed && here->manager_agreed_at.has_value();
  if (key == "state" && completes_agreement) return is_open(*here) || here->state == GoalState::agreed;
  if (!is_open(*here) || is_one_of(key, {"owner", "level", "cycle", "managerAgreedAt"})) return false;
  return key != "state" || is_open(theirs);
}
bool MemberRights::may_change(const ProgressPoint* here, const ProgressPoint& theirs, std::string_view key) const {
  if (here) return may_see(*here) && here->author == member_ && !is_one_of(key, {"goal", "author"});
  return may_see(theirs) && theirs.author == member_;
}
bool MemberRights::may_change(const Review* here, const Review& theirs, std::string_view key) const {
  if (!here || here->person != member_) return false;
  if (key == "personSignOff") return here->released_at && theirs.person_sign_off && theirs.person_sign_off->person == member_;
  return key == "personWords";
}
bool MemberRights::may_change(const FeedbackRequest* here, const FeedbackRequest&, std::string_view key) const {
  return here && may_see(*here) && is_one_of(key, {"state", "receivedAt"});
}
bool MemberRights::may_change(const FeedbackResponse* here, const FeedbackResponse& theirs, std::string_view key) const {
  if (here) return may_see(*here) && is_one_of(key, {"form", "formVersion", "answers", "comments", "submittedAt"});
  return may_see(theirs) && cycles_.contains(theirs.cycle);
}
bool MemberRights::may_change(const Feedback* here, const Feedback& theirs, std::string_view key) const {
  return here ? here->author == member_ && !is_one_of(key, {"author", "about"}) : theirs.author == member_;
}
bool MemberRights::may_change(const CheckIn* here, const CheckIn& theirs, std::string_view key) const {
  if (!here) return theirs.person == member_ && key != "withWords" && key != "privateNote";
  return here->person == member_ && is_one_of(key, {"personWords", "wellbeing", "nextSteps", "goals"});
}
bool MemberRights::may_change(const DevelopmentPlan* here, const DevelopmentPlan&, std::string_view key) const {
  return here && here->person == member_ && is_one_of(key, {"focus", "strengths", "ambitions", "wellbeing"});
}
bool MemberRights::may_change(const DevelopmentAction* here, const DevelopmentAction& theirs, std::string_view key) const {
  return here ? is_own_plan(here->plan) && key != "plan" : is_own_plan(theirs.plan);
}

// ---- the same for any kind ----

struct MemberRights::KindRights {
  bool (*may_see)(const MemberRights&, const void* entity);
  bool (*may_see_field)(const MemberRights&, const void* entity, const FieldAccess& field);
  bool (*may_change)(const MemberRights&, const void* here, const void* theirs, std::string_view key);
  bool (*may_erase)(const MemberRights&, const void* here, const void* theirs);

  template <class Entity>
  static const Entity* as(const void* entity) {
    return static_cast<const Entity*>(entity);
  }
  template <class Entity>
  static constexpr KindRights of() {
    return {[](const MemberRights& rights, const void* entity) { return rights.may_see(*as<Entity>(entity)); },
            [](const MemberRights& rights, const void* entity, const FieldAccess& field) { return rights.may_see_field(*as<Entity>(entity), field.key, field.audience); },
            [](const MemberRights& rights, const void* here, const void* theirs, std::string_view key) { return rights.may_change(as<Entity>(here), *as<Entity>(theirs), key); },
            [](const MemberRights& rights, const void* here, const void* theirs) { return rights.may_erase(as<Entity>(here), *as<Entity>(theirs)); }};
  }
  template <class... Entities>
  static constexpr std::array<KindRights, sizeof...(Entities)> of_all(KindList<Entities...>) {
    return {of<Entities>()...};
  }
};

const MemberRights::KindRights& MemberRights::rights_of(KindIndex kind) {
  static constexpr auto kRights = KindRights::of_all(AllKinds{});
  return kRights[kind];
}

bool MemberRights::may_see(KindIndex kind, const void* entity) const { return rights_of(kind).may_see(*this, entity); }
bool MemberRights::may_see_field(KindIndex kind, const void* entity, const FieldAccess& field) const {
  return rights_of(kind).may_see_field(*this, entity, field);
}
bool MemberRights::may_change(KindIndex kind, const void* here, const void* theirs, std::string_view key) const {
  return rights_of(kind).may_change(*this, here, theirs, key);
}
bool MemberRights::may_erase(KindIndex kind, const void* here, const void* theirs) const { return rights_of(kind).may_erase(*this, here, theirs); }

}  // namespace fullcircle
