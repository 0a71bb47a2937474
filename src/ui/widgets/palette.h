// The command palette: an entry and what it finds, in groups. The caller searches; this shows and moves.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/widgets/ui.h"

namespace fullcircle::ui {

struct PaletteItem {
  std::string_view title;
  std::string_view caption{};
  std::string_view group{};             ///< a head is drawn where it changes
  Icon icon{};
  std::uint64_t person = 0;             ///< not 0: an avatar
  std::span<const std::string_view> keys{};
  std::string_view verb{};              ///< "Open", shown on the marked row
};

struct PaletteState {
  bool open = false;
  std::string text;
  int marked = 0;
  bool acts_next = false;  ///< Enter came in one frame with words that `items` did not know yet
};

struct PaletteWords {
  std::string_view name, placeholder, nothing_found, to_move, to_open, only_actions;
  std::string_view results;             ///< "7 results", counted by the caller
};

/// Call only while `state.open`. Out: the index chosen (and it is closed), or -1.
int palette(Ui& ui, PaletteState& state, std::span<const PaletteItem> items, const PaletteWords& words);

}  // namespace fullcircle::ui
