// When there is nothing, something to drop, or something wrong: empty state, drop zone, error, loading.
#pragma once

#include <string_view>

#include "ui/widgets/ui.h"

namespace fullcircle::ui {

struct EmptyOptions {
  std::string_view text;       ///< how it fills
  std::string_view action;     ///< one button; primary only where the screen has no other
  Icon icon{};                 ///< of the button
  bool primary = false;
};
/// One sentence, one on how it fills, one button; from the top of `rect`, left. Out: clicked. `height` gets the height used.
bool empty_state(Ui& ui, const Rect& rect, std::string_view title, const EmptyOptions& options, float* height = nullptr);

struct DropOptions {
  std::string_view text;       ///< "read and merged on this device only"
  std::string_view action;     ///< "Choose files"
  Icon icon{};
  bool compact = false;
};
/// A dashed blue field; brightens while files are dragged over the window. Out: the button was clicked.
bool drop_zone(Ui& ui, const Rect& rect, std::string_view title, const DropOptions& options);

/// What happened and what to do, with the bad icon. Out: the height used.
float error_note(Ui& ui, const Rect& rect, std::string_view title, std::string_view text);
/// A quiet note in a well: icon and wrapped words; strong parts between double stars. Out: the height used.
float note(Ui& ui, const Rect& rect, Icon icon, std::string_view marked, Tone tone = Tone::neutral);
float note_height(Ui& ui, float width, std::string_view marked);

/// Still bars in the shape of rows, while something takes longer than 300 ms.
void loading_rows(Ui& ui, const Rect& rect, float row_height, int rows, std::string_view name);

}  // namespace fullcircle::ui
