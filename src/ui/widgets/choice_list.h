// The open list of a select: rows in view only, a search entry where the caller wants one, arrows and letters.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/widgets/select.h"

namespace fullcircle::ui {

/// What an open list keeps while it is open.
struct ChoiceListState {
  bool open = false;
  std::string search;
  int marked = -1;                ///< position in `found`
  std::vector<int> found;         ///< indexes into the choices that match the search
  std::string found_for;          ///< the search `found` belongs to
  std::size_t found_among = 0;
};

/// The choices that hold all words of `search` in label or caption, case aside. Example: "ma su" finds "Mara, Support lead".
void find_choices(std::span<const Choice> choices, std::string_view search, std::vector<int>& found);

/// Draws the open list under `anchor`. Out: the index chosen, -1 for "none", -2 while nothing is chosen. Closes itself.
int choice_list(Ui& ui, const Rect& anchor, ChoiceListState& state, std::string_view name, std::span<const Choice> choices, int chosen,
                const SelectOptions& options, WidgetId opener);

/// One choice as it stands in the list and in the field: icon or avatar, label, caption.
void paint_choice(Ui& ui, Rect rect, const Choice& choice, Colour colour, TextStyle style);

}  // namespace fullcircle::ui
