// A development plan on paper, and its actions as a table for spreadsheets.
#pragma once

#include <string>

#include "app/formats.h"
#include "app/language.h"
#include "app/queries/plan_view.h"

namespace fullcircle {

/// One row an action, with its focus; headed in the person's language.
std::string plan_csv(const ModelView& view, const PlanView& shown, const Language& language, const Formats& formats);

/// A whole HTML document. Of what reviews measured only what was released: the paper goes to the person.
std::string plan_report_html(const ModelView& view, const PlanView& shown, const Language& language, const Formats& formats);

}  // namespace fullcircle
