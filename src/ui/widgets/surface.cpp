#include "ui/widgets/surface.h"

#include <imgui.h>

#include <cmath>

namespace fullcircle::ui {
namespace {

constexpr float kCapHeight = 20, kCapGap = 4;

float cap_width(const Ui& ui, std::string_view key) { return std::max(kCapHeight, std::ceil(ui.text_width(type::axis, key)) + 12); }

void paint_cap(Ui& ui, const Rect& place, std::string_view key) {
  ui.fill(place, ui.c.sheet, 5);
  ui.outline(place, ui.c.line2, 5);
  ui.paint_text(place, type::axis, ui.c.ink3, key, Align::centre);
}

}  // namespace

void card(Ui& ui, const Rect& rect, float radius) {
  ui.fill(rect, ui.c.sheet, radius);
  ui.outline(rect, ui.c.line, radius);
}

void well(Ui& ui, const Rect& rect, float radius) { ui.fill(rect, ui.c.subtle, radius); }

Behaviour card_button(Ui& ui, const Rect& rect, std::string_view name, std::string_view key, bool selected) {
  const WidgetId id = ui.make_id(key.empty() ? name : key);
  const Behaviour done = ui.behave(id, rect, MirrorRole::button, name);
  ui.fill(rect, selected ? ui.c.accent_soft : ui.animate_colour(id, ui.c.sheet, ui.c.hover, done.hovered), metrics::kRadiusChoice);
  ui.outline(rect, selected ? ui.c.accent : ui.c.line2, metrics::kRadiusChoice, selected ? 2.0f : 1.0f);
  if (done.focus_visible) ui.focus_ring(rect, metrics::kRadiusChoice);
  return done;
}

float key_caps(Ui& ui, const Rect& rect, std::span<const std::string_view> keys, Align align) {
  float width = -kCapGap;
  for (const std::string_view key : keys) width += cap_width(ui, key) + kCapGap;
  Rect rest = rect.middle(kCapHeight);
  if (align == Align::right) rest.cut_left(rest.width - width);
  for (const std::string_view key : keys) {
    paint_cap(ui, ui.snap(rest.cut_left(cap_width(ui, key))), key);
    rest.cut_left(kCapGap);
  }
  return width;
}

float key_cap(Ui& ui, const Rect& rect, std::string_view key, Align align) { return key_caps(ui, rect, {&key, 1}, align); }

void date_tile(Ui& ui, const Rect& rect, std::string_view day, std::string_view month) {
  const Rect place = ui.snap(rect.with_width(40).with_height(40));
  ui.fill(place, ui.c.subtle, metrics::kRadiusControl);
  ui.outline(place, ui.c.line, metrics::kRadiusControl);
  Rect inside = place.inset(0, 5);
  ui.text(inside.cut_top(16), {14, 16, Weight::semibold, true}, ui.c.ink, day, Align::centre);
  ui.text(inside.cut_top(14), type::axis, ui.c.ink3, month, Align::centre);
}

float quote(Ui& ui, const Rect& rect, std::string_view words, std::string_view source) {
  Rect inside = rect;
  inside.cut_left(16);
  const float height = ui.paragraph(inside, type::body, ui.c.ink2, words);
  float used = height;
  if (!source.empty()) {
    inside.skip(height + 4);
    used += 4 + ui.paragraph(inside, type::caption, ui.c.ink3, source);
  }
  ui.fill({rect.x, rect.y, 2, used}, ui.c.accent);
  return used;
}

float comment(Ui& ui, const Rect& rect, std::string_view words, std::string_view source) {
  Rect inside = rect;
  const float height = ui.paragraph(inside, type::body, ui.c.ink, words);
  inside.skip(height);
  return height + ui.paragraph(inside, type::caption, ui.c.ink3, source);
}

float bullet(Ui& ui, const Rect& rect, TextStyle style, Colour colour, std::string_view text) {
  Rect inside = rect;
  const Rect dot = inside.cut_left(4).with_height(ui.line_height(style));
  inside.cut_left(10);
  const float height = ui.paragraph(inside, style, colour, text);
  if (ui.visible(dot)) ui.draw().AddCircleFilled({dot.centre().x, dot.centre().y}, 2, ui.c.field);
  return height;
}

float icon_line(Ui& ui, const Rect& rect, Icon icon, std::string_view text, Colour colour, TextStyle style, float icon_size) {
  Rect rest = rect;
  ui.paint_icon(rest.cut_left(icon_size), icon, colour, icon_size);
  rest.cut_left(8);
  return icon_size + 8 + ui.text(rest, style, colour, text);
}

}  // namespace fullcircle::ui
