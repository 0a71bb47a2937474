// What queries and screens read: the document with its references followed in both directions, who is looking, and the day.
#pragma once

#include <span>

#include "app/back_index.h"
#include "app/language.h"
#include "model/kinds.h"

namespace fullcircle {

class ModelView {
 public:
  explicit ModelView(const Document& document) : document_(&document) {}

  /// Another document (a workspace was opened); forgets what was indexed.
  void show(const Document& document) { *this = ModelView(document); }

  const Document& document() const { return *document_; }
  template <class Entity>
  const Table<Entity>& table() const {
    return document_->table<Entity>();
  }
  template <class Entity>
  const Entity* find(Id<Entity> id) const {
    return table<Entity>().find(id);
  }

  /// The one Workspace record; nullptr only while nothing is open.
  const Workspace* workspace() const;
  /// The rules of a cycle, or those of the workspace for work outside of cycles.
  const RatingRules& rules(Id<ReviewCycle> cycle) const;
  /// The open cycle that started last; else the one that ended last; nullptr without any.
  const ReviewCycle* current_cycle() const;
  /// The cycle before `cycle` by start day.
  const ReviewCycle* cycle_before(const ReviewCycle& cycle) const;

  std::span<const Person* const> reports_of(Id<Person> manager) const { return reports_.of(table<Person>(), manager); }
  std::span<const Goal* const> goals_of(Id<Person> owner) const { return goals_.of(table<Goal>(), owner); }
  std::span<const Goal* const> goals_under(Id<Goal> parent) const { return child_goals_.of(table<Goal>(), parent); }
  std::span<const ProgressPoint* const> points_of(Id<Goal> goal) const { return points_.of(table<ProgressPoint>(), goal); }
  std::span<const FeedbackRequest* const> requests_about(Id<Person> subject) const { return requests_.of(table<FeedbackRequest>(), subject); }
  std::span<const FeedbackResponse* const> responses_about(Id<Person> subject) const { return responses_.of(table<FeedbackResponse>(), subject); }
  std::span<const Review* const> reviews_of(Id<Person> person) const { return reviews_.of(table<Review>(), person); }
  std::span<const Review* const> reviews_in(Id<ReviewCycle> cycle) const { return cycle_reviews_.of(table<Review>(), cycle); }
  std::span<const Feedback* const> feedback_about(Id<Person> about) const { return feedback_.of(table<Feedback>(), about); }
  std::span<const CheckIn* const> check_ins_of(Id<Person> person) const { return check_ins_.of(table<CheckIn>(), person); }
  std::span<const DevelopmentPlan* const> plans_of(Id<Person> person) const { return plans_.of(table<DevelopmentPlan>(), person); }
  std::span<const DevelopmentAction* const> actions_of(Id<DevelopmentPlan> plan) const { return actions_.of(table<DevelopmentAction>(), plan); }

  const Review* review(Id<Person> person, Id<ReviewCycle> cycle) const;
  const std::string& name_of(Id<Person> person) const;  ///< empty when not in the document
  const std::string& role_of(Id<Person> person) const;

  Id<Person> me;  ///< who uses this device; set by the session
  Day today;
  Instant now;

 private:
  const Document* document_;
  // Caches of what the tables say, refreshed by table revision; filling them changes nothing a caller can see.
  mutable BackIndex<Person, Person> reports_{&Person::manager};
  mutable BackIndex<Goal, Person> goals_{&Goal::owner};
  mutable BackIndex<Goal, Goal> child_goals_{&Goal::parent};
  mutable BackIndex<ProgressPoint, Goal> points_{&ProgressPoint::goal};
  mutable BackIndex<FeedbackRequest, Person> requests_{&FeedbackRequest::subject};
  mutable BackIndex<FeedbackResponse, Person> responses_{&FeedbackResponse::subject};
  mutable BackIndex<Review, Person> reviews_{&Review::person};
  mutable BackIndex<Review, ReviewCycle> cycle_reviews_{&Review::cycle};
  mutable BackIndex<Feedback, Person> feedback_{&Feedback::about};
  mutable BackIndex<CheckIn, Person> check_ins_{&CheckIn::person};
  mutable BackIndex<DevelopmentPlan, Person> plans_{&DevelopmentPlan::person};
  mutable BackIndex<DevelopmentAction, DevelopmentPlan> actions_{&DevelopmentAction::plan};
};

}  // namespace fullcircle
