// A short table of what a figure is made of: words at the left, the figure at the right.
#pragma once

#include <span>

#include "ui/widgets/ui.h"

namespace fullcircle {

struct ValueRow {
  std::string_view label, value;
  bool strong = false;  ///< the result
};

/// Cuts the rows from the top of `area`; long words wrap.
void draw_value_rows(ui::Ui& ui, Rect& area, std::span<const ValueRow> rows, std::string_view name);

}  // namespace fullcircle
