// The colours of the two themes, under the names the design uses. A colour's name is its meaning; never reuse one for its shade.
#pragma once

#include <array>
#include <cstdint>

namespace fullcircle::ui {

/// Packed the way ImDrawList takes it: alpha, blue, green, red from the high byte down.
using Colour = std::uint32_t;

/// 0xRRGGBB, the way the design writes it, as an opaque colour.
constexpr Colour rgb(std::uint32_t hex) {
  return 0xFF000000u | ((hex & 0xFFu) << 16) | (hex & 0xFF00u) | (hex >> 16);
}

/// The same colour at a share of its opacity, 0 to 1.
constexpr Colour with_alpha(Colour colour, float alpha) {
  const float kept = static_cast<float>(colour >> 24) * (alpha < 0 ? 0 : alpha > 1 ? 1 : alpha);
  return (colour & 0x00FFFFFFu) | (static_cast<Colour>(kept + 0.5f) << 24);
}

/// Part of the way from one colour to another, 0 to 1; used by hover and press.
constexpr Colour mix(Colour from, Colour to, float share) {
  Colour mixed = 0;
  for (int shift = 0; shift < 32; shift += 8) {
    const float a = static_cast<float>((from >> shift) & 0xFFu), b = static_cast<float>((to >> shift) & 0xFFu);
    mixed |= static_cast<Colour>(a + (b - a) * share + 0.5f) << shift;
  }
  return mixed;
}

/// Fill and initials of one avatar; a person keeps one tint everywhere.
struct AvatarTint {
  Colour fill, letters;
};

struct Colours {
  Colour canvas, sheet, subtle, hover, press;                            ///< surfaces, from the window to a pressed control
  Colour line, line2, field;                                             ///< hairline, button outline, input outline
  Colour ink, ink2, ink3;                                                ///< titles, body, captions
  Colour accent, accent_fill, accent_hover, accent_press, accent_soft, accent_line;
  Colour on_fill;                                                        ///< text on any filled colour
  Colour good, good_fill, good_soft;
  Colour warn, warn_fill, warn_soft;
  Colour bad, bad_fill, bad_soft;
  Colour scrim;                                                          ///< behind the palette and dialogs
  Colour self, manager, peer, report;                                    ///< rater groups, always the same meaning
  Colour band, track, grid;                                              ///< forecast band, empty part of a bar, gridline
  Colour near_shadow, far_shadow;                                        ///< the two layers under menus and notices
  std::array<AvatarTint, 7> avatars;
};

const Colours& light_colours();
const Colours& dark_colours();

/// What a chip, notice or figure says by colour; always shown together with a word or an icon.
enum class Tone : std::uint8_t { neutral, accent, good, warn, bad };

/// Text colour of a tone.
Colour tone_text(const Colours& colours, Tone tone);
/// Soft background of a tone.
Colour tone_soft(const Colours& colours, Tone tone);
/// Solid colour of a tone for bars and marks.
Colour tone_fill(const Colours& colours, Tone tone);

}  // namespace fullcircle::ui
