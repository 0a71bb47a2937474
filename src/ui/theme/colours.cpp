#include "ui/theme/colours.h"

namespace fullcircle::ui {

const Colours& light_colours() {
  static constexpr Colours colours = {
      .canvas = rgb(0xF5F4F1), .sheet = rgb(0xFFFFFF), .subtle = rgb(0xFAF9F7), .hover = rgb(0xF3F2EE), .press = rgb(0xE9E7E1),
      .line = rgb(0xE8E6E1), .line2 = rgb(0xD6D3CC), .field = rgb(0x8F8B83),
      .ink = rgb(0x1D1C1A), .ink2 = rgb(0x55534E), .ink3 = rgb(0x696660),
      .accent = rgb(0x2B56D3), .accent_fill = rgb(0x2B56D3), .accent_hover = rgb(0x2249B8), .accent_press = rgb(0x1B3C9C),
      .accent_soft = rgb(0xEBF0FE), .accent_line = rgb(0xB8C9F8), .on_fill = rgb(0xFFFFFF),
      .good = rgb(0x17713F), .good_fill = rgb(0x258E58), .good_soft = rgb(0xE5F4EB),
      .warn = rgb(0x8A5600), .warn_fill = rgb(0xB97104), .warn_soft = rgb(0xFCF1DB),
      .bad = rgb(0xAE2F27), .bad_fill = rgb(0xD0463C), .bad_soft = rgb(0xFCEAE8),
      .scrim = with_alpha(rgb(0x1D1C1A), 0.36f),
      .self = rgb(0xB97104), .manager = rgb(0x1B2F73), .peer = rgb(0x2B56D3), .report = rgb(0x6A87E0),
      .band = rgb(0xDDE6FD), .track = rgb(0xECEAE5), .grid = rgb(0xEFEDE9),
      .near_shadow = with_alpha(rgb(0x1D1C1A), 0.05f), .far_shadow = with_alpha(rgb(0x1D1C1A), 0.03f),
      .avatars = {{{rgb(0xDCE6FD), rgb(0x1F429E)}, {rgb(0xDBEFE3), rgb(0x135C36)}, {rgb(0xF4E7CD), rgb(0x6E4508)},
                   {rgb(0xF8DFDB), rgb(0x8A2720)}, {rgb(0xEBE0F4), rgb(0x5B307D)}, {rgb(0xD6EDED), rgb(0x0F585A)},
                   {rgb(0xE7E5E0), rgb(0x45433E)}}}};
  return colours;
}

const Colours& dark_colours() {
  static constexpr Colours colours = {
      .canvas = rgb(0x111110), .sheet = rgb(0x191918), .subtle = rgb(0x1F1F1D), .hover = rgb(0x252523), .press = rgb(0x2B2B28),
      .line = rgb(0x2B2A28), .line2 = rgb(0x3D3C38), .field = rgb(0x77746D),
      .ink = rgb(0xF1F0EC), .ink2 = rgb(0xB9B6AF), .ink3 = rgb(0x97948C),
      .accent = rgb(0x8FAAFF), .accent_fill = rgb(0x3D66E6), .accent_hover = rgb(0x3459D0), .accent_press = rgb(0x2C4CB4),
      .accent_soft = rgb(0x1C2647), .accent_line = rgb(0x37498A), .on_fill = rgb(0xFFFFFF),
      .good = rgb(0x62CB93), .good_fill = rgb(0x3FAE74), .good_soft = rgb(0x14291D),
      .warn = rgb(0xE9B254), .warn_fill = rgb(0xD9982B), .warn_soft = rgb(0x2E2411),
      .bad = rgb(0xF38F85), .bad_fill = rgb(0xE0665B), .bad_soft = rgb(0x361C1A),
      .scrim = with_alpha(rgb(0x000000), 0.56f),
      .self = rgb(0xE9A93C), .manager = rgb(0xC9D6FF), .peer = rgb(0x7C9BFF), .report = rgb(0x5A77DE),
      .band = rgb(0x22305E), .track = rgb(0x2D2C2A), .grid = rgb(0x262523),
      .near_shadow = with_alpha(rgb(0x000000), 0.30f), .far_shadow = with_alpha(rgb(0x000000), 0.20f),
      .avatars = {{{rgb(0x24335F), rgb(0xBDCDFF)}, {rgb(0x1B3A2A), rgb(0x9FE0BD)}, {rgb(0x42330F), rgb(0xF0CE8C)},
                   {rgb(0x4A2420), rgb(0xF8BDB6)}, {rgb(0x3B2750), rgb(0xDDC2F2)}, {rgb(0x163B3C), rgb(0x9ADADB)},
                   {rgb(0x33322F), rgb(0xCFCCC5)}}}};
  return colours;
}

Colour tone_text(const Colours& colours, Tone tone) {
  switch (tone) {
    case Tone::accent: return colours.accent;
    case Tone::good: return colours.good;
    case Tone::warn: return colours.warn;
    case Tone::bad: return colours.bad;
    case Tone::neutral: break;
  }
  return colours.ink2;
}

Colour tone_soft(const Colours& colours, Tone tone) {
  switch (tone) {
    case Tone::accent: return colours.accent_soft;
    case Tone::good: return colours.good_soft;
    case Tone::warn: return colours.warn_soft;
    case Tone::bad: return colours.bad_soft;
    case Tone::neutral: break;
  }
  return colours.hover;
}

Colour tone_fill(const Colours& colours, Tone tone) {
  switch (tone) {
    case Tone::accent: return colours.accent;
    case Tone::good: return colours.good_fill;
    case Tone::warn: return colours.warn_fill;
    case Tone::bad: return colours.bad_fill;
    case Tone::neutral: break;
  }
  return colours.field;
}

}  // namespace fullcircle::ui
