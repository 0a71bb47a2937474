// Shapes, clipping and the tooltip. Rectangles land on whole device pixels.
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "ui/widgets/draw_layers.h"
#include "ui/widgets/ui.h"

namespace fullcircle::ui {
namespace {

/// Round ends of half the height. ImGui's own rounding stops one pixel short of that, which leaves thin bars square.
bool is_capsule(const Rect& rect, float radius) {
  const float half = std::min(rect.width, rect.height) / 2;
  return half > 0 && radius >= half;
}

void capsule_path(ImDrawList& list, const Rect& rect) {
  constexpr float kQuarter = std::numbers::pi_v<float> / 2;
  const float radius = std::min(rect.width, rect.height) / 2;
  const bool lies = rect.width >= rect.height;
  const float turn = lies ? kQuarter : 2 * kQuarter;
  list.PathArcTo({rect.x + radius, rect.y + radius}, radius, turn, turn + 2 * kQuarter);
  list.PathArcTo({rect.right() - radius, rect.bottom() - radius}, radius, turn + 2 * kQuarter, turn + 4 * kQuarter);
}

}  // namespace

ImDrawList& Ui::draw() { return memory.draw_layers->list(); }

float Ui::pixel() const { return 1.0f / std::max(frame.input().density, 0.25f); }

float Ui::snap(float value) const {
  const float density = std::max(frame.input().density, 0.25f);
  return std::round(value * density) / density;
}

Rect Ui::snap(const Rect& rect) const {
  const float x = snap(rect.x), y = snap(rect.y);
  return {x, y, snap(rect.right()) - x, snap(rect.bottom()) - y};
}

void Ui::fill(const Rect& rect, Colour colour, float radius) {
  reach(rect.bottom());
  if (!visible(rect)) return;
  const Rect place = snap(rect);
  if (is_capsule(place, radius)) {
    capsule_path(draw(), place);
    draw().PathFillConvex(colour);
    return;
  }
  draw().AddRectFilled({place.x, place.y}, {place.right(), place.bottom()}, colour, radius);
}

void Ui::outline(const Rect& rect, Colour colour, float radius, float thickness) {
  reach(rect.bottom());
  if (!visible(rect)) return;
  const float width = std::max(pixel(), snap(thickness));
  const Rect place = snap(rect).inset(width / 2);
  ImDrawList& list = draw();
  if (is_capsule(place, radius))
    capsule_path(list, place);
  else
    list.PathRect({place.x, place.y}, {place.right(), place.bottom()}, std::max(0.0f, radius - width / 2));
  list.PathStroke(colour, ImDrawFlags_Closed, width);
}

void Ui::hairline(float x, float y, float width) { fill({x, snap(y), width, std::max(pixel(), snap(1.0f))}, c.line); }

void Ui::hairline_vertical(float x, float y, float height) { fill({snap(x), y, std::max(pixel(), snap(1.0f)), height}, c.line); }

void Ui::raised(const Rect& rect, float radius) {
  fill(rect.grow(12).moved(0, 8), c.far_shadow, radius + 12);
  fill(rect.grow(4).moved(0, 3), c.near_shadow, radius + 4);
  fill(rect.grow(1), c.line2, radius + 1);
  fill(rect, c.sheet, radius);
}

void Ui::focus_ring(const Rect& rect, float radius) { outline(rect.grow(4), c.accent, radius + 4, 2); }

void Ui::push_clip(const Rect& rect) {
  clips_.push_back(clips_.back().intersect(rect));
  const Rect& place = clips_.back();
  draw().PushClipRect({place.x, place.y}, {place.right(), place.bottom()});
}

void Ui::pop_clip() {
  clips_.pop_back();
  draw().PopClipRect();
}

void Ui::reach(float bottom) {
  if (!reaches_.empty() && bottom > reaches_.back()) reaches_.back() = bottom;
}

void Ui::tooltip_at(WidgetId owner, const Rect& rect, std::string_view text, bool at_once) {
  if (memory.tooltip_for != owner) {
    memory.tooltip_for = owner;
    memory.tooltip_since_ms = now_ms();
  }
  tooltip_asked_ = true;
  const double due = memory.tooltip_since_ms + (at_once ? 0 : metrics::kTooltipSeconds * 1000);
  if (now_ms() < due) return frame.redraw_at(due);
  tooltip_text_ = text;
  tooltip_rect_ = rect;
}

void Ui::draw_tooltip() {
  if (!tooltip_asked_) memory.tooltip_for = 0;
  if (tooltip_text_.empty()) return;
  memory.draw_layers->select(DrawLayers::kTop);
  constexpr float kMost = 320, kPadding = 8;
  const float wanted = text_width(type::caption, tooltip_text_) + 1;
  const float width = std::min(wanted, kMost);
  const float height = paragraph_height(width, type::caption, tooltip_text_);
  Rect box{tooltip_rect_.centre().x - width / 2 - kPadding, tooltip_rect_.bottom() + 6, width + 2 * kPadding, height + 10};
  const Rect window = screen().inset(8);
  if (box.bottom() > window.bottom()) box.y = tooltip_rect_.y - 6 - box.height;
  box.x = std::max(window.x, std::min(box.x, window.right() - box.width));
  fill(box, c.ink, metrics::kRadiusChip);
  paint_paragraph({box.x + kPadding, box.y + 5, width, height}, type::caption, c.sheet, tooltip_text_);
}

}  // namespace fullcircle::ui
