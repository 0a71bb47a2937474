// What queries and screens read: the document with its references followed in both directions, who is looking, and the day.
#pragma once

#include <memory>
#include <optional>

#include "app/back_index.h"
#include "app/language.h"
#include "model/kinds.h"
#include "store/document.h"

namespace fullcircle {

class TeamResults;

/// Figures of results that leave the device, on paper or in a table. What is out can be compared with what goes out later, so they
/// are those of the release: see goes_out() in queries/shown_answers.h.
struct Paper {
  Id<Person> person;  ///< whose own results it hands out; none: those of everybody in it
};

class ModelView {
 public:
  explicit ModelView(const Document& document);

  /// Another document (a workspace was opened); forgets what was indexed.
  void show(const Document& document) { *this = ModelView(document); }

  /// The same as it may be given out. In: a person: what is about the others is of results that are out already.
  ModelView on_paper(Id<Person> person = {}) const {
    ModelView copy = *this;
    copy.paper = Paper{person};
    return copy;
  }

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

  Referrers<Person> reports_of(Id<Person> manager) const { return reports_.of(table<Person>(), manager); }
  Referrers<Goal> goals_of(Id<Person> owner) const { return goals_.of(table<Goal>(), owner); }
  Referrers<Goal> goals_under(Id<Goal> parent) const { return child_goals_.of(table<Goal>(), parent); }
  Referrers<ProgressPoint> points_of(Id<Goal> goal) const { return points_.of(table<ProgressPoint>(), goal); }
  Referrers<FeedbackRequest> requests_about(Id<Person> subject) const { return requests_.of(table<FeedbackRequest>(), subject); }
  Referrers<FeedbackResponse> responses_about(Id<Person> subject) const { return responses_.of(table<FeedbackResponse>(), subject); }
  Referrers<Review> reviews_of(Id<Person> person) const { return reviews_.of(table<Review>(), person); }
  Referrers<Review> reviews_in(Id<ReviewCycle> cycle) const { return cycle_reviews_.of(table<Review>(), cycle); }
  Referrers<Feedback> feedback_about(Id<Person> about) const { return feedback_.of(table<Feedback>(), about); }
  Referrers<CheckIn> check_ins_of(Id<Person> person) const { return check_ins_.of(table<CheckIn>(), person); }
  Referrers<DevelopmentPlan> plans_of(Id<Person> person) const { return plans_.of(table<DevelopmentPlan>(), person); }
  Referrers<DevelopmentAction> actions_of(Id<DevelopmentPlan> plan) const { return actions_.of(table<DevelopmentAction>(), plan); }

  /// Whose answers, goals and progress changed: see BackIndex.
  BackIndex<Goal, Person>& goal_index() const { return goals_; }
  BackIndex<ProgressPoint, Goal>& point_index() const { return points_; }
  BackIndex<FeedbackResponse, Person>& response_index() const { return responses_; }
  /// The numbers of the results, kept until what they depend on changes.
  TeamResults& results() const { return *results_; }

  const Review* review(Id<Person> person, Id<ReviewCycle> cycle) const;
  const std::string& name_of(Id<Person> person) const;  ///< empty when not in the document
  const std::string& role_of(Id<Person> person) const;

  Id<Person> me;  ///< who uses this device; set by the session
  Day today;
  Instant now;
  std::optional<Paper> paper;  ///< none: a screen

 private:
  const Document* document_;
  std::shared_ptr<TeamResults> results_;
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
