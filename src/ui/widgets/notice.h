// A line at the bottom of the window: what just happened, with a way back. Gone after six seconds unless attended to.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "ui/widgets/ui.h"

namespace fullcircle::ui {

/// Shows a line and returns its number; the actions ("Undo") may be empty. A long line wraps.
std::uint64_t show_notice(Ui& ui, std::string_view text, std::string_view action = {}, bool problem = false, std::string_view second_action = {});

struct NoticeClick {
  std::uint64_t number = 0;   ///< of the notice
  std::size_t action = 0;     ///< 0 or 1
};
/// Draws the newest notice; the app calls it once a frame, last. Out: what was clicked.
std::optional<NoticeClick> draw_notices(Ui& ui);

}  // namespace fullcircle::ui
