// A development plan as files: a table for spreadsheets, and a page for printing.
#pragma once

#include <string>

#include "app/formats.h"
#include "app/language.h"
#include "app/queries/plan_view.h"

namespace fullcircle {

/// One row an action, with its focus; headed in the person's language.
std::string encode_plan_csv(const ModelView& view, const PlanView& shown, const Language& language, const Formats& formats);

/// A whole HTML document without anything from outside.
std::string encode_plan_html(const ModelView& view, const PlanView& shown, const Language& language, const Formats& formats);

}  // namespace fullcircle
