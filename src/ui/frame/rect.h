// Places on the page: CSS pixels, origin at the top left of the window, y down. The density never enters here.
// A screen takes its area and cuts rows and columns off it, so that layout reads from top to bottom.
#pragma once

#include <algorithm>
#include <cstddef>

namespace fullcircle {

struct Point {
  float x = 0;
  float y = 0;
  bool operator==(const Point&) const = default;
};

/// The `cut_` members take a strip off this rectangle and return it; all others leave it as it is.
struct Rect {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;

  constexpr float right() const { return x + width; }
  constexpr float bottom() const { return y + height; }
  constexpr Point centre() const { return {x + width / 2, y + height / 2}; }
  constexpr bool empty() const { return width <= 0 || height <= 0; }
  constexpr bool contains(Point point) const {
    return point.x >= x && point.x < right() && point.y >= y && point.y < bottom();
  }
  constexpr bool overlaps(const Rect& other) const {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }
  constexpr bool operator==(const Rect&) const = default;

  constexpr Rect cut_top(float amount) {
    const Rect strip{x, y, width, amount};
    y += amount;
    height -= amount;
    return strip;
  }
  constexpr Rect cut_bottom(float amount) {
    height -= amount;
    return {x, y + height, width, amount};
  }
  constexpr Rect cut_left(float amount) {
    const Rect strip{x, y, amount, height};
    x += amount;
    width -= amount;
    return strip;
  }
  constexpr Rect cut_right(float amount) {
    width -= amount;
    return {x + width, y, amount, height};
  }
  /// Drops a gap at the top: the step from one section to the next.
  constexpr void skip(float amount) { cut_top(amount); }

  constexpr Rect inset(float horizontal, float vertical) const {
    return {x + horizontal, y + vertical, width - 2 * horizontal, height - 2 * vertical};
  }
  constexpr Rect inset(float all) const { return inset(all, all); }
  constexpr Rect grow(float all) const { return inset(-all, -all); }
  constexpr Rect grow(float horizontal, float vertical) const { return inset(-horizontal, -vertical); }
  constexpr Rect moved(float dx, float dy) const { return {x + dx, y + dy, width, height}; }
  constexpr Rect with_height(float new_height) const { return {x, y, width, new_height}; }
  constexpr Rect with_width(float new_width) const { return {x, y, new_width, height}; }
  /// A rectangle of this size in the middle.
  constexpr Rect centred(float new_width, float new_height) const {
    return {x + (width - new_width) / 2, y + (height - new_height) / 2, new_width, new_height};
  }
  /// Full width, this height, centred vertically: where a control sits in a row.
  constexpr Rect middle(float new_height) const { return {x, y + (height - new_height) / 2, width, new_height}; }
  constexpr Rect intersect(const Rect& other) const {
    const float left = std::max(x, other.x), top = std::max(y, other.y);
    return {left, top, std::max(0.0f, std::min(right(), other.right()) - left),
            std::max(0.0f, std::min(bottom(), other.bottom()) - top)};
  }
  /// One of `count` equal columns with `gap` between them.
  constexpr Rect column(std::size_t index, std::size_t count, float gap) const {
    const float each = (width - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
    return {x + static_cast<float>(index) * (each + gap), y, each, height};
  }
  /// Row `index` of this height, counted from the top.
  constexpr Rect row(std::size_t index, float row_height, float gap = 0) const {
    return {x, y + static_cast<float>(index) * (row_height + gap), width, row_height};
  }
};

}  // namespace fullcircle
