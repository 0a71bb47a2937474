// Own view against that of the others, as two figures on one line.
#pragma once

#include <string_view>

#include "ui/screens/screen.h"

namespace fullcircle {

/// "4.4 self · 3.6 others": the figures in their colours, the words quiet. Both figures as text of the language.
float gap_figures_width(const ScreenContext& screen, std::string_view self, std::string_view others);
void draw_gap_figures(ScreenContext& screen, const Rect& rect, std::string_view self, std::string_view others);

}  // namespace fullcircle
