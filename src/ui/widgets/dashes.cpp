#include "ui/widgets/dashes.h"

#include <imgui.h>

#include <cmath>
#include <numbers>
#include <vector>

namespace fullcircle::ui {

void dashed_line(Ui& ui, std::span<const Point> points, Colour colour, float thickness, float on, float off, bool closed) {
  if (points.size() < 2) return;
  ImDrawList& list = ui.draw();
  bool drawing = true;
  float left = on;
  const std::size_t edges = closed ? points.size() : points.size() - 1;
  list.PathLineTo({points[0].x, points[0].y});
  for (std::size_t i = 0; i < edges; ++i) {
    const Point from = points[i], to = points[(i + 1) % points.size()];
    const float length = std::hypot(to.x - from.x, to.y - from.y);
    if (length <= 0) continue;
    float done = 0;
    while (done + left <= length) {
      done += left;
      const ImVec2 at(from.x + (to.x - from.x) * done / length, from.y + (to.y - from.y) * done / length);
      if (drawing) {
        list.PathLineTo(at);
        list.PathStroke(colour, 0, thickness);
      } else {
        list.PathClear();
        list.PathLineTo(at);
      }
      drawing = !drawing;
      left = drawing ? on : off;
    }
    left -= length - done;
    if (drawing) list.PathLineTo({to.x, to.y});
  }
  if (drawing) list.PathStroke(colour, 0, thickness);
  list.PathClear();
}

void dashed_outline(Ui& ui, const Rect& rect, float radius, Colour colour, float thickness, float on, float off) {
  if (!ui.visible(rect)) return;
  constexpr float kQuarter = std::numbers::pi_v<float> / 2;
  std::vector<Point> points;
  const Point corners[] = {{rect.right() - radius, rect.y + radius}, {rect.right() - radius, rect.bottom() - radius},
                           {rect.x + radius, rect.bottom() - radius}, {rect.x + radius, rect.y + radius}};
  for (int corner = 0; corner < 4; ++corner)
    for (int step = 0; step <= 6; ++step) {
      const float angle = kQuarter * (static_cast<float>(corner) - 1 + static_cast<float>(step) / 6);
      points.push_back({corners[corner].x + std::cos(angle) * radius, corners[corner].y + std::sin(angle) * radius});
    }
  // Whole dashes only: the seam does not show.
  float length = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Point next = points[(i + 1) % points.size()];
    length += std::hypot(next.x - points[i].x, next.y - points[i].y);
  }
  const float stretch = length / (on + off) / std::max(1.0f, std::round(length / (on + off)));
  dashed_line(ui, points, colour, thickness, on * stretch, off * stretch, true);
}

}  // namespace fullcircle::ui
