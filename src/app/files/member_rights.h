// What a member may see of a workspace and what a member may change in it: the one place both directions of the member file ask.
#pragma once

#include <set>

#include "store/document.h"

namespace fullcircle {

/// Judged by the lead's copy, never by what a member's file claims about itself.
class MemberRights {
 public:
  /// The document must outlive the rights.
  MemberRights(const Document& document, Id<Person> member);

  Id<Person> member() const { return member_; }

  /// Whether the member's file holds the record at all. A kind without a rule of its own reaches nobody.
  template <class Entity>
  bool may_see(const Entity&) const {
    return false;
  }
  bool may_see(const Workspace&) const;
  bool may_see(const Unit&) const;
  bool may_see(const Role&) const;
  bool may_see(const Competency&) const;
  bool may_see(const CoreValue&) const;
  bool may_see(const Person&) const;
  bool may_see(const Goal&) const;
  bool may_see(const ProgressPoint&) const;
  bool may_see(const ReviewCycle&) const;
  bool may_see(const ReviewForm&) const;
  bool may_see(const Review&) const;
  bool may_see(const FeedbackRequest&) const;
  bool may_see(const FeedbackResponse&) const;
  bool may_see(const Feedback&) const;
  bool may_see(const CheckIn&) const;
  bool may_see(const DevelopmentPlan&) const;
  bool may_see(const DevelopmentAction&) const;

  /// Whether it holds this field of a record it holds.
  template <class Entity>
  bool may_see_field(const Entity&, std::string_view, Audience audience) const {
    return audience == Audience::team || audience == Audience::subject;
  }
  bool may_see_field(const Person& person, std::string_view key, Audience audience) const;
  bool may_see_field(const Review& review, std::string_view key, Audience audience) const;
  bool may_see_field(const FeedbackRequest&, std::string_view, Audience) const { return true; }  // the member's own, see may_see
  bool may_see_field(const FeedbackResponse&, std::string_view, Audience) const { return true; }

  /// Whether the member may write this field. `here`: the record in the lead's copy, nullptr when the member made it;
  /// `theirs`: as the member's file has it, with nothing but its edits when it is here already. An empty key: the record as such.
  template <class Entity>
  bool may_change(const Entity*, const Entity&, std::string_view) const {
    return false;
  }
  bool may_change(const Person* here, const Person& theirs, std::string_view key) const;
  bool may_change(const Goal* here, const Goal& theirs, std::string_view key) const;
  bool may_change(const ProgressPoint* here, const ProgressPoint& theirs, std::string_view key) const;
  bool may_change(const Review* here, const Review& theirs, std::string_view key) const;
  bool may_change(const FeedbackRequest* here, const FeedbackRequest& theirs, std::string_view key) const;
  bool may_change(const FeedbackResponse* here, const FeedbackResponse& theirs, std::string_view key) const;
  bool may_change(const Feedback* here, const Feedback& theirs, std::string_view key) const;
  bool may_change(const CheckIn* here, const CheckIn& theirs, std::string_view key) const;
  bool may_change(const DevelopmentPlan* here, const DevelopmentPlan& theirs, std::string_view key) const;
  bool may_change(const DevelopmentAction* here, const DevelopmentAction& theirs, std::string_view key) const;

  /// Whether the member may delete or restore it.
  template <class Entity>
  bool may_erase(const Entity* here, const Entity& theirs) const {
    constexpr bool kIsOwnNote = std::is_same_v<Entity, ProgressPoint> || std::is_same_v<Entity, Feedback> || std::is_same_v<Entity, DevelopmentAction>;
    return kIsOwnNote && may_change(here, here ? *here : theirs, {});
  }

  /// The same for records of any kind. `here` is null when the member made it.
  bool may_see(KindIndex kind, const void* entity) const;
  bool may_see_field(KindIndex kind, const void* entity, const FieldAccess& field) const;
  bool may_change(KindIndex kind, const void* here, const void* theirs, std::string_view key) const;
  bool may_erase(KindIndex kind, const void* here, const void* theirs) const;

 private:
  struct KindRights;
  static const KindRights& rights_of(KindIndex kind);
  void add_goals_above(Id<Goal> goal);
  bool is_own_plan(Id<DevelopmentPlan> plan) const;

  const Document& document_;
  Id<Person> member_;
  std::set<Id<Goal>> goals_;           ///< own ones and those above them
  std::set<Id<Unit>> units_;           ///< own unit and those above it
  std::set<Id<ReviewCycle>> cycles_;   ///< in which the member has a review
  std::set<Id<ReviewForm>> forms_;     ///< of these cycles
};

}  // namespace fullcircle
