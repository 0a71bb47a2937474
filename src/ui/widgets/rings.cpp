#include "ui/widgets/rings.h"

#include <imgui.h>

#include <cmath>
#include <numbers>

namespace fullcircle::ui {
namespace {

constexpr float kDegree = std::numbers::pi_v<float> / 180;

/// From `from` to `to` degrees, clockwise from the top, with round ends that lie within.
void arc(Ui& ui, Point centre, float radius, float from, float to, float thickness, Colour colour) {
  if (to <= from) return;
  const float cap = thickness / 2 / radius / kDegree;   // a round end reaches this far beyond its point
  float begin = from + cap, end = to - cap;
  if (end < begin) begin = end = (from + to) / 2;
  ImDrawList& list = ui.draw();
  const auto angle = [](float degrees) { return (degrees - 90) * kDegree; };
  if (end > begin) {
    const int steps = std::max(6, static_cast<int>((end - begin) / 360 * radius * 4));
    list.PathArcTo({centre.x, centre.y}, radius, angle(begin), angle(end), steps);
    list.PathStroke(colour, 0, thickness);
  }
  for (const float degrees : {begin, end}) {
    const float a = angle(degrees);
    list.AddCircleFilled({centre.x + std::cos(a) * radius, centre.y + std::sin(a) * radius}, thickness / 2, colour);
  }
}

/// Round where it begins, straight where it stops. Not a whole one that is clipped: each clip is a draw call, and a table has many.
void begun_dash(Ui& ui, const Rect& dash, float share) {
  if (!ui.visible(dash)) return;
  const Rect place = ui.snap(dash);
  const float radius = place.height / 2, end = place.x + std::max(radius, place.width * share);
  ImDrawList& list = ui.draw();
  list.PathArcTo({place.x + radius, place.y + radius}, radius, 90 * kDegree, 270 * kDegree);
  list.PathLineTo({end, place.y});
  list.PathLineTo({end, place.bottom()});
  list.PathFillConvex(ui.c.accent);
}

void say_progress(Ui& ui, const Rect& rect, std::string_view name, double share) {
  if (name.empty()) return;
  ui.frame.mirror().add({.id = ui.make_id(name), .role = MirrorRole::progress, .rect = rect, .name = name, .tab_index = -1,
                         .number = share, .minimum = 0, .maximum = 1});
}

double mean(std::span<const float> stages) {
  double sum = 0;
  for (const float stage : stages) sum += stage;
  return stages.empty() ? 0 : sum / static_cast<double>(stages.size());
}

}  // namespace

void cycle_ring(Ui& ui, const Rect& rect, std::span<const float> stages, float thickness, std::string_view name) {
  say_progress(ui, rect, name, mean(stages));
  ui.reach(rect.bottom());
  if (!ui.visible(rect) || stages.empty()) return;
  const float radius = std::min(rect.width, rect.height) / 2 - thickness / 2;
  const float whole = 360.0f / static_cast<float>(stages.size());
  // Nine degrees between the middles of two round ends; small rings need more to show a gap at all.
  const float cap = thickness / 2 / radius / kDegree;
  const float margin = std::max(0.5f, (radius >= 60 ? 9.0f : 13.5f) / 2 - cap);
  const float drawn = ui.appear(widget_id("ring", ui.peek_id(name)), metrics::kPanelSeconds);
  for (std::size_t i = 0; i < stages.size(); ++i) {
    const float from = static_cast<float>(i) * whole + margin, to = static_cast<float>(i + 1) * whole - margin;
    arc(ui, rect.centre(), radius, from, to, thickness, ui.c.track);
    const float share = std::min(1.0f, std::max(0.0f, stages[i])) * drawn;
    if (share > 0) arc(ui, rect.centre(), radius, from, from + (to - from) * share, thickness, ui.c.accent);
  }
}

void progress_ring(Ui& ui, const Rect& rect, float share, float thickness, std::string_view name) {
  say_progress(ui, rect, name, share);
  ui.reach(rect.bottom());
  if (!ui.visible(rect)) return;
  const float radius = std::min(rect.width, rect.height) / 2 - thickness / 2;
  const Point centre = rect.centre();
  ui.draw().AddCircle({centre.x, centre.y}, radius, ui.c.track, 0, thickness);
  const float cap = thickness / 2 / radius / kDegree;
  if (share > 0) arc(ui, centre, radius, -cap, 360 * std::min(share, 1.0f) + cap, thickness, ui.c.accent);
}

float cycle_dashes_width(std::size_t stages) { return static_cast<float>(stages) * 15 - 3; }

float cycle_dashes(Ui& ui, const Rect& rect, std::span<const float> stages, std::string_view name) {
  Rect rest = rect.middle(4);
  const float width = cycle_dashes_width(stages.size());
  say_progress(ui, rest.with_width(width), name, mean(stages));
  for (const float stage : stages) {
    const Rect dash = rest.cut_left(12);
    rest.cut_left(3);
    ui.fill(dash, ui.c.track, 2);
    if (stage <= 0) continue;
    if (stage >= 1) ui.fill(dash, ui.c.accent, 2);
    else begun_dash(ui, dash, stage);
  }
  return width;
}

void step_bar(Ui& ui, const Rect& rect, std::span<const float> steps, std::string_view name) {
  const Rect row = rect.middle(4);
  say_progress(ui, row, name, mean(steps));
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Rect part = row.column(i, steps.size(), 4);
    ui.fill(part, ui.c.track, 2);
    if (steps[i] > 0) ui.fill(part.with_width(part.width * std::min(steps[i], 1.0f)), ui.c.accent, 2);
  }
}

void mark(Ui& ui, const Rect& rect) {
  const float size = std::min(rect.width, rect.height);
  const float thickness = size * 4 / 28;
  const Point centre = rect.centre();
  const float radius = size * 10 / 28;
  const float cap = thickness / 2 / radius / kDegree;
  // The gap of 74 degrees is centred on the upper right, where the dot sits.
  arc(ui, centre, radius, 45 + 37 - cap, 45 + 37 + 286 + cap, thickness, ui.c.accent);
  const float a = -45 * kDegree;
  ui.draw().AddCircleFilled({centre.x + std::cos(a) * radius, centre.y + std::sin(a) * radius}, size * 3 / 28, ui.c.self);
}

void first_run_ring(Ui& ui, const Rect& rect) {
  constexpr float stages[] = {1, 1, 1, 1, 1, 0.42f};
  cycle_ring(ui, rect, stages, 9, {});
  const Point centre = rect.centre();
  const auto person = [&](float dx, Colour colour) {
    ImDrawList& list = ui.draw();
    list.AddCircleFilled({centre.x + dx, centre.y - 2}, 9, colour);
    list.PathArcTo({centre.x + dx, centre.y + 26}, 14, 180 * kDegree, 360 * kDegree, 32);
    list.PathStroke(colour, 0, 5);
    for (const float side : {-14.0f, 14.0f}) list.AddCircleFilled({centre.x + dx + side, centre.y + 26}, 2.5f, colour);
  };
  person(-22, ui.c.manager);
  person(22, ui.c.self);
}

}  // namespace fullcircle::ui
