// Working on a development plan: starting and agreeing it, its focus areas, its actions.
#pragma once

#include <optional>
#include <string>

#include "app/model_view.h"
#include "store/edit.h"

namespace fullcircle {

/// A plan for `person` in the current cycle with the manager as mentor; its focus is suggested from the released result.
Edit start_plan(const ModelView& view, Id<DevelopmentPlan> id, Id<Person> person);

/// Both have agreed the plan today; the next look is four weeks ahead unless a later one is set.
Edit agree_plan(const ModelView& view, const DevelopmentPlan& plan);
/// Mentor, next look, and the three texts, as a form left them.
Edit save_plan(const DevelopmentPlan& before, const DevelopmentPlan& after);

/// Changes the focus at `place`, or adds one. Its actions go with it when it takes another competency or title.
Edit save_focus(const ModelView& view, const DevelopmentPlan& plan, std::optional<std::size_t> place, FocusArea area);
/// Its actions stay, under no focus.
Edit remove_focus(const ModelView& view, const DevelopmentPlan& plan, std::size_t place);

/// Creates the action when the plan has none with its id. The day it was done follows its state.
Edit save_plan_action(const ModelView& view, DevelopmentAction action);
/// The checkbox: done today, or back to being worked on.
Edit check_plan_action(const ModelView& view, const DevelopmentAction& action, bool is_done);
Edit remove_plan_action(Id<DevelopmentAction> action);

}  // namespace fullcircle
