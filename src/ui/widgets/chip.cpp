#include "ui/widgets/chip.h"

#include <cmath>

namespace fullcircle::ui {
namespace {

constexpr float kPadding = 8, kIconPadding = 6, kIcon = 12, kGap = 5;

float paint_chip(Ui& ui, const Rect& place, std::string_view label, Colour soft, Colour colour, Icon icon, Icon trailing) {
  ui.fill(place, soft, metrics::kRadiusChip);
  Rect inside = place;
  inside.cut_left(icon == Icon::none ? kPadding : kIconPadding);
  inside.cut_right(trailing == Icon::none ? kPadding - 1 : kIconPadding);
  if (icon != Icon::none) {
    ui.paint_icon(inside.cut_left(kIcon), icon, colour, kIcon);
    inside.cut_left(kGap);
  }
  if (trailing != Icon::none) {
    ui.paint_icon(inside.cut_right(kIcon), trailing, colour, kIcon);
    inside.cut_right(kGap);
  }
  inside.width += 1;
  ui.paint_text(inside, type::head, colour, label);
  return place.width;
}

}  // namespace

float chip_button_width(Ui& ui, std::string_view label, Icon icon, Icon trailing) {
  float width = 2 * kPadding + ui.text_width(type::head, label);
  if (icon != Icon::none) width += kIconPadding - kPadding + kIcon + kGap - 1;
  if (trailing != Icon::none) width += kIcon + kGap;
  return std::ceil(width + 0.25f);
}

float chip_width(Ui& ui, std::string_view label, Icon icon) { return chip_button_width(ui, label, icon, Icon::none); }

float chip(Ui& ui, const Rect& rect, std::string_view label, Tone tone, Icon icon) {
  const Rect place = rect.middle(metrics::kChip).with_width(std::min(rect.width, chip_width(ui, label, icon)));
  paint_chip(ui, place, label, tone_soft(ui.c, tone), tone_text(ui.c, tone), icon, Icon::none);
  ui.say_text(place, label);
  return place.width;
}

void chip_right(Ui& ui, Rect& row, std::string_view label, Tone tone, Icon icon, float gap) {
  chip(ui, row.cut_right(chip_width(ui, label, icon)), label, tone, icon);
  row.cut_right(gap);
}

bool chip_button(Ui& ui, const Rect& rect, std::string_view label, Tone tone, Icon icon, Icon trailing) {
  const Rect place = rect.middle(metrics::kChip).with_width(std::min(rect.width, chip_button_width(ui, label, icon, trailing)));
  const WidgetId id = ui.make_id(label);
  const Behaviour done = ui.behave(id, place, MirrorRole::button, label);
  const Colour soft = tone_soft(ui.c, tone);
  paint_chip(ui, place, label, ui.animate_colour(id, soft, mix(soft, tone_text(ui.c, tone), 0.1f), done.hovered), tone_text(ui.c, tone), icon,
             trailing);
  if (done.focus_visible) ui.focus_ring(place, metrics::kRadiusChip);
  return done.clicked;
}

float agreement(Ui& ui, const Rect& rect, int level, std::string_view word, bool large) {
  constexpr float kBlock = 5, kHeight = 12, kBetween = 2;
  Rect rest = rect;
  if (level > 0) {
    Rect blocks = rest.cut_left(3 * kBlock + 2 * kBetween).middle(kHeight);
    for (int i = 0; i < 3; ++i) {
      ui.fill(blocks.cut_left(kBlock), i < level ? ui.c.ink2 : ui.c.track, 1.5f);
      blocks.cut_left(kBetween);
    }
    rest.cut_left(8);
  }
  const float width = ui.text(rest, large ? type::row : type::body, large ? ui.c.ink : ui.c.ink2, word);
  return rest.x - rect.x + width;
}

}  // namespace fullcircle::ui
