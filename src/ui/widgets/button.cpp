#include "ui/widgets/button.h"

#include <cmath>

namespace fullcircle::ui {
namespace {

constexpr float kPadding = 13, kIcon = 16, kGap = 8;

struct Look {
  Colour fill, outline, text;
};

float height_of(const Ui& ui, const ButtonOptions& options) { return options.height > 0 ? options.height : ui.control_height(); }

bool has_outline(const ButtonOptions& options) { return options.disabled || options.kind == ButtonKind::secondary; }

/// `over` and `down` run from 0 to 1.
Look look_of(const Ui& ui, const ButtonOptions& options, float over, float down) {
  const Colours& c = ui.c;
  if (options.disabled) return {c.subtle, c.line, c.ink3};
  switch (options.kind) {
    case ButtonKind::primary: return {mix(mix(c.accent_fill, c.accent_hover, over), c.accent_press, down), 0, c.on_fill};
    case ButtonKind::secondary: return {mix(mix(c.sheet, c.hover, over), c.press, down), c.line2, c.ink};
    case ButtonKind::danger: {
      // White on the bright red of the dark theme would be too faint: there the label is dark, and the fill brightens.
      const Colour label = ui.theme.dark ? c.canvas : c.on_fill, towards = ui.theme.dark ? c.on_fill : c.ink;
      return {mix(mix(c.bad_fill, towards, 0.14f * over), towards, 0.16f * down), 0, label};
    }
    case ButtonKind::quiet: break;
  }
  const Colour rest = over > 0 || down > 0 ? mix(with_alpha(c.hover, over), c.press, down) : 0;
  return {rest, 0, mix(c.ink2, c.ink, std::max(over, down))};
}

TextStyle label_style(float height) {
  if (height >= 44) return {15, 20, Weight::medium};
  return height >= metrics::kControlForm ? TextStyle{14, 20, Weight::medium} : type::control;
}

float content_width(Ui& ui, std::string_view label, const ButtonOptions& options, float height) {
  float width = ui.text_width(label_style(height), label);
  if (options.icon != Icon::none) width += kIcon + (label.empty() ? 0 : kGap);
  if (options.trailing != Icon::none) width += kIcon + kGap;
  return width;
}

void paint_content(Ui& ui, Rect rect, std::string_view label, const ButtonOptions& options, Colour colour) {
  const TextStyle style = label_style(rect.height);
  const float width = std::min(content_width(ui, label, options, rect.height), rect.width - 8);
  Rect inside{ui.snap(rect.x + (rect.width - width) / 2), rect.y, width, rect.height};
  if (options.icon != Icon::none) {
    ui.paint_icon(inside.cut_left(kIcon), options.icon, colour);
    inside.cut_left(kGap);
  }
  if (options.trailing != Icon::none) {
    ui.paint_icon(inside.cut_right(kIcon), options.trailing, colour);
    inside.cut_right(kGap);
  }
  inside.width += 1;
  ui.paint_text(inside, style, colour, label);
}

MirrorStates states_of(const ButtonOptions& options) {
  MirrorStates states = 0;
  if (options.disabled) states |= mirror_state::disabled;
  if (options.toggle) states |= mirror_state::toggle;
  if (options.toggle && options.toggled) states |= mirror_state::pressed;
  if (options.opens_menu) states |= mirror_state::has_menu | (options.open ? mirror_state::expanded : mirror_state::collapsed);
  return states;
}

bool draw_button(Ui& ui, const Rect& rect, std::string_view label, std::string_view spoken, const ButtonOptions& options) {
  const WidgetId id = ui.make_id(!options.key.empty() ? options.key : spoken);
  const std::string name = label.empty() && !options.name.empty() ? std::string(options.name) : spoken_name(spoken, options.name);
  const Behaviour done = ui.behave(id, rect, MirrorRole::button, name, states_of(options));
  const bool down = done.pressed || options.open || (options.toggle && options.toggled);
  const Look look = look_of(ui, options, ui.animate(widget_id("over", id), done.hovered ? 1.0f : 0.0f),
                            ui.animate(widget_id("down", id), down ? 1.0f : 0.0f));
  const float radius = rect.height <= metrics::kControlSmall ? metrics::kRadiusSmall : metrics::kRadiusControl;
  if (look.fill != 0) ui.fill(rect, look.fill, radius);
  if (has_outline(options)) ui.outline(rect, look.outline, radius);
  paint_content(ui, rect, label, options, look.text);
  if (done.focus_visible) ui.focus_ring(rect, radius);
  if (!options.tooltip.empty()) ui.tooltip(done, rect, options.tooltip);
  return done.clicked;
}

}  // namespace

std::string spoken_name(std::string_view label, std::string_view name) {
  if (name.empty()) return std::string(label);
  return name.starts_with(label) ? std::string(name) : std::string(label).append(": ").append(name);
}

float button_width(Ui& ui, std::string_view label, const ButtonOptions& options) {
  const float height = height_of(ui, options);
  const float padding = height >= 44 ? 20.0f : height >= metrics::kControlForm ? 16.0f : height <= metrics::kControlSmall ? 11.0f : kPadding;
  return std::round(content_width(ui, label, options, height) + 2 * padding);
}

bool button(Ui& ui, const Rect& rect, std::string_view label, const ButtonOptions& options) {
  return draw_button(ui, rect, label, label, options);
}

bool button_right(Ui& ui, Rect& row, std::string_view label, const ButtonOptions& options, float gap) {
  const Rect place = row.cut_right(button_width(ui, label, options)).middle(height_of(ui, options));
  row.cut_right(gap);
  return button(ui, place, label, options);
}

bool button_left(Ui& ui, Rect& row, std::string_view label, const ButtonOptions& options, float gap) {
  const Rect place = row.cut_left(button_width(ui, label, options)).middle(height_of(ui, options));
  row.cut_left(gap);
  return button(ui, place, label, options);
}

bool icon_button(Ui& ui, const Rect& rect, Icon icon, std::string_view label, const ButtonOptions& options) {
  ButtonOptions quiet = options;
  quiet.kind = options.kind == ButtonKind::secondary ? ButtonKind::quiet : options.kind;
  quiet.icon = icon;
  if (quiet.tooltip.empty()) quiet.tooltip = label;
  return draw_button(ui, rect, {}, label, quiet);
}

bool icon_button_right(Ui& ui, Rect& row, Icon icon, std::string_view label, const ButtonOptions& options, float gap) {
  const float size = height_of(ui, options);
  const Rect place = row.cut_right(size).middle(size);
  row.cut_right(gap);
  return icon_button(ui, place, icon, label, options);
}

WidgetId button_id(const Ui& ui, std::string_view key_or_label) { return ui.peek_id(key_or_label); }

}  // namespace fullcircle::ui
