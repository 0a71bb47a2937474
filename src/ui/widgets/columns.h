// Columns of mixed widths, fixed ones in pixels and the rest by weight.
#pragma once

#include <cstddef>
#include <initializer_list>

#include "ui/frame/rect.h"

namespace fullcircle::ui {

/// The columns of one area. A positive width is pixels; a negative one is a weight over what the fixed columns leave.
/// Example: Columns(row, {120, -1, -2, 80}, 16)[1] is the second.
class Columns {
 public:
  Columns(const Rect& area, std::initializer_list<float> widths, float gap);
  const Rect& operator[](std::size_t index) const { return columns_[index]; }

 private:
  static constexpr std::size_t kMost = 16;
  Rect columns_[kMost];
};

}  // namespace fullcircle::ui
