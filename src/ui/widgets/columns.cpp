#include "ui/widgets/columns.h"

namespace fullcircle::ui {

Columns::Columns(const Rect& area, std::initializer_list<float> widths, float gap) {
  float fixed = 0, weights = 0;
  for (const float width : widths) (width >= 0 ? fixed : weights) += width >= 0 ? width : -width;
  const float gaps = gap * static_cast<float>(widths.size() - 1);
  const float left_over = std::max(0.0f, area.width - fixed - gaps);
  Rect rest = area;
  std::size_t index = 0;
  for (const float width : widths) {
    if (index == kMost) break;
    columns_[index++] = rest.cut_left(width >= 0 ? width : left_over * -width / weights);
    rest.cut_left(gap);
  }
}

}  // namespace fullcircle::ui
