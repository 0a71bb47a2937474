// The list of all record kinds. A new entity is added here and nowhere else outside its own header.
#pragma once

#include "model/competency.h"
#include "model/development.h"
#include "model/feedback.h"
#include "model/feedback_request.h"
#include "model/goal.h"
#include "model/person.h"
#include "model/review.h"
#include "model/review_cycle.h"
#include "model/review_form.h"
#include "model/workspace.h"

namespace fullcircle {

/// A kind's key in files (plural, permanent) and in the language files (singular).
template <class Entity>
struct Kind;

#define FULLCIRCLE_KIND(Entity, file_key, language_key)               \
  template <>                                                         \
  struct Kind<Entity> {                                               \
    static constexpr std::string_view kFileKey = file_key;            \
    static constexpr std::string_view kLanguageKey = language_key;    \
  }

FULLCIRCLE_KIND(Workspace, "workspaces", "workspace");
FULLCIRCLE_KIND(Unit, "units", "unit");
FULLCIRCLE_KIND(Role, "roles", "role");
FULLCIRCLE_KIND(Competency, "competencies", "competency");
FULLCIRCLE_KIND(CoreValue, "coreValues", "core_value");
FULLCIRCLE_KIND(Person, "people", "person");
FULLCIRCLE_KIND(Goal, "goals", "goal");
FULLCIRCLE_KIND(ProgressPoint, "progressPoints", "progress_point");
FULLCIRCLE_KIND(ReviewForm, "forms", "form");
FULLCIRCLE_KIND(ReviewCycle, "cycles", "cycle");
FULLCIRCLE_KIND(FeedbackRequest, "requests", "request");
FULLCIRCLE_KIND(FeedbackResponse, "responses", "response");
FULLCIRCLE_KIND(ReceivedRequest, "receivedRequests", "received_request");
FULLCIRCLE_KIND(Review, "reviews", "review");
FULLCIRCLE_KIND(Feedback, "feedback", "feedback");
FULLCIRCLE_KIND(CheckIn, "checkIns", "check_in");
FULLCIRCLE_KIND(DevelopmentPlan, "plans", "plan");
FULLCIRCLE_KIND(DevelopmentAction, "actions", "action");
FULLCIRCLE_KIND(ImportLog, "imports", "import");
#undef FULLCIRCLE_KIND

template <class... Entities>
struct KindList {};

using AllKinds = KindList<Workspace, Unit, Role, Competency, CoreValue, Person, Goal, ProgressPoint, ReviewForm, ReviewCycle, FeedbackRequest,
                          FeedbackResponse, ReceivedRequest, Review, Feedback, CheckIn, DevelopmentPlan, DevelopmentAction, ImportLog>;

/// Calls visit.template operator()<Entity>() for each kind in file order.
template <class Visit, class... Entities>
constexpr void for_each_kind_in(KindList<Entities...>, Visit&& visit) {
  (visit.template operator()<Entities>(), ...);
}
template <class Visit>
constexpr void for_each_kind(Visit&& visit) {
  for_each_kind_in(AllKinds{}, visit);
}

}  // namespace fullcircle
