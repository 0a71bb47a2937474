// A state as a word with an icon on its soft colour.
#pragma once

#include <string_view>

#include "ui/widgets/ui.h"

namespace fullcircle::ui {

float chip_width(Ui& ui, std::string_view label, Icon icon = {});
/// Left in `rect`, centred vertically, 22 high. Out: the width.
float chip(Ui& ui, const Rect& rect, std::string_view label, Tone tone, Icon icon = {});
/// Cut from the right end of `row`.
void chip_right(Ui& ui, Rect& row, std::string_view label, Tone tone, Icon icon = {}, float gap = 12);

/// A choice that filters or removes itself when clicked: department × . Out: clicked.
bool chip_button(Ui& ui, const Rect& rect, std::string_view label, Tone tone, Icon icon = {}, Icon trailing = {});
float chip_button_width(Ui& ui, std::string_view label, Icon icon = {}, Icon trailing = {});

/// Three blocks of 5 by 12 and the word: agreement of raters, 1 low to 3 high; 0 draws only the word.
float agreement(Ui& ui, const Rect& rect, int level, std::string_view word, bool large = false);

}  // namespace fullcircle::ui
