// Growth: the development plan of a person and its actions.
#pragma once

#include "model/competency.h"
#include "model/person.h"
#include "model/review_cycle.h"

namespace fullcircle {

/// An area the plan works on: where the person stood and where they want to be, on the rating scale.
struct FocusArea {
  Id<Competency> competency;
  std::string title;  ///< when it is no competency of the team
  std::string reason;
  std::optional<double> start_score;
  std::optional<double> current_score;
  std::optional<double> target_score;
  UnknownKeys unknown;
  bool operator==(const FocusArea&) const = default;
};
constexpr auto fields_of(FocusArea*) {
  using A = FocusArea;
  return std::tuple{Field{1, "competency", &A::competency}, Field{2, "title", &A::title}, Field{3, "reason", &A::reason},
                    Field{4, "start", &A::start_score}, Field{5, "current", &A::current_score}, Field{6, "target", &A::target_score}};
}
static_assert(table_is_complete<FocusArea>());

struct DevelopmentPlan {
  Id<DevelopmentPlan> id;
  Id<Person> person;
  Id<ReviewCycle> cycle;
  Id<Person> mentor;
  std::optional<Day> agreed_day;
  std::optional<Day> next_look_day;
  std::vector<FocusArea> focus;
  std::string strengths;
  std::string ambitions;
  std::string wellbeing;
};
constexpr auto fields_of(DevelopmentPlan*) {
  using P = DevelopmentPlan;
  constexpr auto subject = Audience::subject;
  return std::tuple{Field{1, "person", &P::person, subject},       Field{2, "cycle", &P::cycle, subject},
                    Field{3, "mentor", &P::mentor, subject},       Field{4, "agreed", &P::agreed_day, subject},
                    Field{5, "nextLook", &P::next_look_day, subject}, Field{6, "focus", &P::focus, subject},
                    Field{7, "strengths", &P::strengths, subject}, Field{8, "ambitions", &P::ambitions, subject},
                    Field{9, "wellbeing", &P::wellbeing, subject}};
}
static_assert(table_is_complete<DevelopmentPlan>());

enum class ActionKind : std::uint8_t { on_the_job, with_others, course };
FULLCIRCLE_ENUM_NAMES(ActionKind, "action_kind", "on_the_job", "with_others", "course");

enum class ActionState : std::uint8_t { planned, doing, done, dropped };
FULLCIRCLE_ENUM_NAMES(ActionState, "action_state", "planned", "doing", "done", "dropped");

struct DevelopmentAction {
  Id<DevelopmentAction> id;
  Id<DevelopmentPlan> plan;
  Id<Competency> competency;
  std::string area;  ///< title of the focus area when it is no competency
  std::string title;
  ActionKind kind = ActionKind::on_the_job;
  Id<Person> mentor;
  std::optional<Day> due_day;
  ActionState state = ActionState::planned;
  std::optional<Day> done_day;
  std::string target;  ///< how one will see that it worked
  std::string note;
};
constexpr auto fields_of(DevelopmentAction*) {
  using A = DevelopmentAction;
  constexpr auto subject = Audience::subject;
  return std::tuple{Field{1, "plan", &A::plan, subject},         Field{2, "competency", &A::competency, subject},
                    Field{3, "area", &A::area, subject},         Field{4, "title", &A::title, subject},
                    Field{5, "kind", &A::kind, subject},         Field{6, "mentor", &A::mentor, subject},
                    Field{7, "due", &A::due_day, subject},       Field{8, "state", &A::state, subject},
                    Field{9, "doneDay", &A::done_day, subject},  Field{10, "target", &A::target, subject},
                    Field{11, "note", &A::note, subject}};
}
static_assert(table_is_complete<DevelopmentAction>());

}  // namespace fullcircle
