// A short list of actions under the button that opened it.
#pragma once

#include <span>
#include <string_view>

#include "ui/widgets/ui.h"

namespace fullcircle::ui {

struct MenuItem {
  std::string_view label;
  Icon icon{};
  std::string_view key_cap{};
  bool disabled = false;
  bool separator_before = false;
  bool checked = false;
  bool danger = false;           ///< text and icon in bad
  std::string_view caption{};
};

struct MenuOptions {
  float least_width = 180;
  Align align = Align::left;     ///< right: the right edges meet
  std::string_view name;
  WidgetId opener = 0;
};

/// Draws the open menu; call it only while `open`. Arrows, Home, End and letters move, Escape and a click outside close.
/// Out: the index chosen (and `open` is false), or -1.
int menu(Ui& ui, const Rect& anchor, std::string_view key, std::span<const MenuItem> items, bool& open, const MenuOptions& options = {});

/// The "more" button with its menu. Out: the index chosen, or -1.
int more_menu(Ui& ui, const Rect& rect, std::string_view label, std::span<const MenuItem> items, std::string_view key = "more");

/// A button with a chevron and its menu, cut from the right end of `row`. Out: the index chosen, or -1.
int menu_button_right(Ui& ui, Rect& row, std::string_view label, std::span<const MenuItem> items, Icon icon = {}, float gap = 8);

}  // namespace fullcircle::ui
