// Giving a rating: cards with anchors on a focus screen, or one row of figures where space is short.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "ui/widgets/ui.h"

namespace fullcircle::ui {

/// One step of a scale. `value` is what is stored, `figure` what is shown.
struct RatingStep {
  int value = 0;
  std::string_view figure;
  std::string_view word{};     ///< "Usually"
  std::string_view anchor{};   ///< "Asks early, shares progress and changes"
};

/// Side by side, on phones one under the other. Figure keys choose; arrows move. Clicking the chosen one again empties it.
/// Out: changed.
bool rating_cards(Ui& ui, const Rect& rect, std::string_view name, std::span<const RatingStep> steps, std::optional<int>& value,
                  bool disabled = false);
float rating_cards_height(Ui& ui, float width, std::span<const RatingStep> steps);

/// Figures in one row, 32 high, with the word of the chosen step behind. Out: changed.
bool rating_row(Ui& ui, const Rect& rect, std::string_view name, std::span<const RatingStep> steps, std::optional<int>& value,
                bool disabled = false);
float rating_row_width(std::span<const RatingStep> steps);

}  // namespace fullcircle::ui
