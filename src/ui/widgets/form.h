// Rows of forms and settings: label, field, hint, error.
#pragma once

#include <string_view>

#include "ui/widgets/ui.h"

namespace fullcircle::ui {

struct FormRowOptions {
  std::string_view hint;
  std::string_view error;
  bool required = false;
  float field_height = metrics::kControl;
  std::string_view optional;      ///< "optional", behind the label
};

/// Label over the field, hint or error under it; cut from the top of `area` with the gap to the next. Out: the field's rectangle.
/// Example: text_field(ui, form_row(ui, area, tr("goal.title"), {}), tr("goal.title"), goal.title);
Rect form_row(Ui& ui, Rect& area, std::string_view label, const FormRowOptions& options = {});
/// As form_row, for a field whose height is known only afterwards (text areas): call form_row_end with it.
Rect form_row_begin(Ui& ui, Rect& area, std::string_view label, const FormRowOptions& options = {});
void form_row_end(Ui& ui, Rect& area, float field_height, const FormRowOptions& options = {});

/// A row of the settings: title and caption at the left, the control at the right, hairline below; 56 high, or more where they wrap.
/// Out: the row; cut the control from its right end. `control` is how wide it is where that is known: the words leave it room, and on
/// phones it goes below them. What is small (a switch, a figure, an icon) says no width and stays beside them.
Rect setting_row(Ui& ui, Rect& area, std::string_view title, std::string_view caption, bool line = true, float control = 0);

}  // namespace fullcircle::ui
