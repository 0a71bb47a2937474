#include "ui/widgets/link.h"

#include "ui/widgets/button.h"

namespace fullcircle::ui {
namespace {

constexpr float kIcon = 16, kGap = 6;

}  // namespace

float link_width(Ui& ui, std::string_view label, const LinkOptions& options) {
  float width = ui.text_width(options.style, label);
  if (options.icon != Icon::none) width += kIcon + kGap;
  if (options.trailing != Icon::none) width += kIcon + kGap - 2;
  return width;
}

bool link(Ui& ui, const Rect& rect, std::string_view label, const LinkOptions& options) {
  const WidgetId id = ui.make_id(!options.key.empty() ? options.key : label);
  const float least = ui.line_height(options.style);
  Rect place = rect.middle(std::min(std::max(least, rect.height), ui.frame.input().coarse_pointer ? 44.0f : least));
  place.width = std::min(link_width(ui, label, options), rect.width);
  const std::string name = spoken_name(label, options.name);
  const Behaviour done = ui.behave(MirrorItem{.id = id, .role = options.href.empty() ? MirrorRole::button : MirrorRole::link,
                                              .rect = place, .name = name, .value = options.href});
  const Colour rest = options.colour.value_or(ui.c.accent);
  const bool plain = options.colour.has_value();
  const Colour colour = ui.animate_colour(id, rest, plain ? ui.c.ink : ui.c.accent_hover, done.hovered);
  Rect inside = place;
  if (options.icon != Icon::none) {
    ui.paint_icon(inside.cut_left(kIcon), options.icon, colour);
    inside.cut_left(kGap);
  }
  if (options.trailing != Icon::none) {
    ui.paint_icon(inside.cut_right(kIcon), options.trailing, colour);
    inside.cut_right(kGap - 2);
  }
  inside.width += 1;
  const float width = ui.paint_text(inside, options.style, colour, label);
  if (done.hovered && !plain) ui.fill({inside.x, place.middle(least).bottom() - 3, width, 1}, colour);
  if (done.focus_visible) ui.focus_ring(place.grow(2, 0), 4);
  return done.clicked;
}

bool more_link_right(Ui& ui, Rect& row, std::string_view label, std::string_view name) {
  const LinkOptions options{.colour = ui.c.ink2, .trailing = Icon::chevron_right, .name = name};
  const Rect place = row.cut_right(link_width(ui, label, options));
  row.cut_right(16);
  return link(ui, place, label, options);
}

}  // namespace fullcircle::ui
