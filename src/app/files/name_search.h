// Whether a text names somebody: the name as a word of its own, not as a piece of another.
#pragma once

#include <string_view>

namespace fullcircle {

/// Example: "Bo" is in "as Bo said", not in "about". Letters beyond ASCII count as part of a word.
bool names_somebody(std::string_view text, std::string_view name);

}  // namespace fullcircle
