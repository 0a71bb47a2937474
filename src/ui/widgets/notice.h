// One line at the bottom of the window: what just happened, with a way back. Gone after six seconds unless attended to.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "ui/widgets/ui.h"

namespace fullcircle::ui {

/// Shows a line and returns its number; `action` ("Undo") may be empty.
std::uint64_t show_notice(Ui& ui, std::string_view text, std::string_view action = {}, bool problem = false);
/// Draws the newest notice; the app calls it once a frame, last. Out: the number of the notice whose action was clicked.
std::optional<std::uint64_t> draw_notices(Ui& ui);

}  // namespace fullcircle::ui
