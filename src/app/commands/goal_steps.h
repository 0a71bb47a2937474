// The steps of a goal from draft to done: who proposes, who agrees, and what an agreement needs.
#pragma once

#include "app/model_view.h"
#include "store/edit.h"

namespace fullcircle {

/// Who has to say yes, and who has. A goal of nobody needs the lead alone, a person without a manager only their own yes.
struct GoalAgreement {
  Id<Person> owner, manager;  ///< none: this side is not needed
  bool has_owner_agreed = false, has_manager_agreed = false;

  bool is_complete() const { return (!owner || has_owner_agreed) && (!manager || has_manager_agreed); }
};
GoalAgreement agreement_of(const ModelView& view, const Goal& goal);

/// Whether `who` still has to agree: as owner, as the owner's manager, or as the lead in the manager's place.
bool may_agree(const ModelView& view, const Goal& goal, Id<Person> who);

/// `who` says yes at `view.now`; the goal is agreed once nobody is missing, proposed until then. Empty when it is not theirs to agree.
Edit agree_goal(const ModelView& view, const Goal& goal, Id<Person> who);
/// From draft to proposed; the proposer's own side has agreed with it.
Edit propose_goal(const ModelView& view, const Goal& goal, Id<Person> who);
/// A new entry in the goal's log. A day has one value: a second one replaces it, so that the order of entries never matters.
/// In: `entry` with its own new id; day, value, note and author as wanted.
Edit log_progress(const ModelView& view, const ProgressPoint& entry);
/// Deletes the goal and its log; the goals below stay.
Edit delete_goal(const ModelView& view, const Goal& goal);
/// Done, dropped, or agreed again.
Edit set_goal_state(const Goal& goal, GoalState state);

}  // namespace fullcircle
