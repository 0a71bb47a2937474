// What the person at this device does next to bring the review forward: the way from an empty team to signed results.
#pragma once

#include <vector>

#include "app/model_view.h"

namespace fullcircle {

enum class StepKind : std::uint8_t {
  add_people,         ///< the team is the lead alone
  set_goals,          ///< nobody has a goal
  agree_goals,        ///< `count` goals wait for my yes; `record` is the first
  set_up_review,      ///< there was no review yet
  write_self_review,  ///< `record` is my review
  export_requests,    ///< `count` requests have no file yet
  collect_answers,    ///< `count` files are out; `due_day` is the first day one is due
  owner_agrees,       ///< `count` goals of the person `record` wait for their yes, which comes in their file
  release_result,     ///< all answers are in; `record` is the review
  hold_conversation,  ///< released, and the manager has not signed; `record` is the review
  person_signs,       ///< the manager has signed; the person's signature comes in their file; `record` is the review
  sign_result,        ///< released for me to read and sign; `record` is my review
  start_plan,         ///< signed by both, without a plan; `record` is the review
  agree_plan,         ///< signed by both, and the plan is not agreed; `record` is the plan
  close_review,       ///< every result is signed by both and has an agreed plan
  give_file_back,     ///< I am a member: what I write here reaches the lead in my file
};
FULLCIRCLE_ENUM_NAMES(StepKind, "step", "add_people", "set_goals", "agree_goals", "set_up_review", "write_self_review", "export_requests", "collect_answers",
                      "owner_agrees", "release_result", "hold_conversation", "person_signs", "sign_result", "start_plan", "agree_plan", "close_review", "give_file_back");

struct NextStep {
  StepKind kind = StepKind::add_people;
  int count = 1;
  RecordId record;
  Id<Person> person;  ///< whom it is about; none when it is about the team
  std::optional<Day> due_day;
  bool is_pressing = true;  ///< the review stands still until it is done; otherwise it goes on beside other work
};

/// In the order in which the work goes on. The lead gets the steps of the team, a member their own; nobody gets another's.
/// Example: a team of one -> {add_people}; with people -> {set_goals, set_up_review}.
std::vector<NextStep> compute_next_steps(const ModelView& view);

}  // namespace fullcircle
