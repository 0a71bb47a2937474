// Surfaces and small marks: card, well, key caps, date tile, quote, divider, bullet.
#pragma once

#include <span>
#include <string_view>

#include "ui/widgets/ui.h"

namespace fullcircle::ui {

/// Sheet with a hairline outline, radius 12.
void card(Ui& ui, const Rect& rect, float radius = metrics::kRadiusSheet);
/// Subtle fill, radius 12, no outline.
void well(Ui& ui, const Rect& rect, float radius = metrics::kRadiusSheet);
/// A card one can click: outline line2, hover fill, ring. Out: what was done; draw the content over it.
Behaviour card_button(Ui& ui, const Rect& rect, std::string_view name, std::string_view key = {}, bool selected = false);

/// Key caps side by side, 20 high, left in `rect`. Out: the width.
float key_caps(Ui& ui, const Rect& rect, std::span<const std::string_view> keys, Align align = Align::left);
float key_cap(Ui& ui, const Rect& rect, std::string_view key, Align align = Align::left);

/// Day over month in a small card of 40 by 40.
void date_tile(Ui& ui, const Rect& rect, std::string_view day, std::string_view month);
/// Words after a blue bar, with the source below. Out: the height used.
float quote(Ui& ui, const Rect& rect, std::string_view words, std::string_view source = {});
/// A comment in a list: words in ink, source in caption. Out: the height used.
float comment(Ui& ui, const Rect& rect, std::string_view words, std::string_view source);
/// A line with a dot before it. Out: the height used.
float bullet(Ui& ui, const Rect& rect, TextStyle style, Colour colour, std::string_view text);
/// An icon and words in one line: "Works offline". Out: the width.
float icon_line(Ui& ui, const Rect& rect, Icon icon, std::string_view text, Colour colour, TextStyle style = type::body, float icon_size = 16);

}  // namespace fullcircle::ui
