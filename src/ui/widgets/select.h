// One of many: a field that opens a list. Long lists get a search entry; ten thousand choices are fine.
#pragma once

#include <span>
#include <string_view>

#include "ui/widgets/ui.h"

namespace fullcircle::ui {

struct Choice {
  std::string_view label;
  std::string_view caption{};   ///< quieter, behind the label
  Icon icon{};
  std::uint64_t person = 0;     ///< not 0: an avatar in this person's tint instead of the icon
};

struct SelectOptions {
  std::string_view key;
  std::string_view placeholder;     ///< shown while nothing is chosen
  std::string_view search;          ///< words in the search entry; a list without them gets none
  std::string_view nothing_found;   ///< the line shown when the search finds nothing
  std::string_view none;            ///< first choice that empties the field ("No manager"); left out when empty
  std::string_view error;
  bool disabled = false;
  bool required = false;
  bool as_button = false;           ///< line2 outline and medium text: a choice in the top bar
  Icon icon{};                      ///< before what is shown; with it there is no chevron, as on a button with a menu
};

/// `chosen` is an index into `choices`, -1 for none. Out: changed.
bool select(Ui& ui, const Rect& rect, std::string_view name, std::span<const Choice> choices, int& chosen, const SelectOptions& options = {});
float select_width(Ui& ui, std::span<const Choice> choices, int chosen, const SelectOptions& options = {});

/// As select, for people: avatars and always a search entry.
bool person_picker(Ui& ui, const Rect& rect, std::string_view name, std::span<const Choice> people, int& chosen, const SelectOptions& options);

}  // namespace fullcircle::ui
