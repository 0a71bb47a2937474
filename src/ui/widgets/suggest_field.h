// A field of one line that offers what was written before: roles, departments. What is not in the list may be written all the same.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "ui/widgets/text_field.h"

namespace fullcircle::ui {

/// The suggestions that hold what is typed stand under the field while it is being edited; Down goes into them, Enter takes one, Escape
/// puts them away.
FieldResult suggest_field(Ui& ui, const Rect& rect, std::string_view name, std::string& value, std::span<const std::string_view> suggestions,
                          const FieldOptions& options = {});

}  // namespace fullcircle::ui
