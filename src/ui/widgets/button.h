// Buttons: primary (at most one on a screen), secondary, quiet, and icons alone.
#pragma once

#include <string>
#include <string_view>

#include "ui/widgets/ui.h"

namespace fullcircle::ui {

/// `danger` is a primary button that takes something away.
enum class ButtonKind : std::uint8_t { primary, secondary, quiet, danger };

struct ButtonOptions {
  ButtonKind kind = ButtonKind::secondary;
  Icon icon{};                    ///< before the label
  Icon trailing{};                ///< after it: chevron of a menu, arrow of Next
  float height = 0;               ///< 0: 32, or 44 on phones; 28 in rows, 36 in the header of a focus screen, 40 in forms
  bool disabled = false;
  bool toggled = false;           ///< with `toggle`: it is down
  bool toggle = false;
  bool opens_menu = false;
  bool open = false;              ///< the menu or panel it opens is open
  std::string_view key;           ///< tells equal labels apart; the label when empty
  std::string_view name;          ///< what screen readers say where the label alone is too little; see spoken_name
  std::string_view tooltip;
};

/// What is seen comes first in what is said, so that it can be spoken to: "Write" named "Feedback for Mara" is
/// "Write: Feedback for Mara"; a name that begins with the label stays.
std::string spoken_name(std::string_view label, std::string_view name);

float button_width(Ui& ui, std::string_view label, const ButtonOptions& options = {});

/// Fills `rect`. Out: clicked.
bool button(Ui& ui, const Rect& rect, std::string_view label, const ButtonOptions& options = {});

/// As wide as its label, cut from the right (or left) end of `row` and centred in it; `gap` is cut beyond it as well.
bool button_right(Ui& ui, Rect& row, std::string_view label, const ButtonOptions& options = {}, float gap = 8);
bool button_left(Ui& ui, Rect& row, std::string_view label, const ButtonOptions& options = {}, float gap = 8);

/// An icon alone, quiet, square; the label is its name and tooltip. Only for: more, close, back, next, edit, search, theme.
bool icon_button(Ui& ui, const Rect& rect, Icon icon, std::string_view label, const ButtonOptions& options = {});
bool icon_button_right(Ui& ui, Rect& row, Icon icon, std::string_view label, const ButtonOptions& options = {}, float gap = 4);

/// The id a button with this key (or label) has in the scope: to give it the focus or to open a menu under it.
WidgetId button_id(const Ui& ui, std::string_view key_or_label);

}  // namespace fullcircle::ui
