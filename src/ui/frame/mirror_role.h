// The words of the mirror: what a widget is and what state it is in. The numbers are the protocol with shell/mirror.js.
#pragma once

#include <cstdint>

namespace fullcircle {

enum class MirrorRole : std::uint8_t {
  group = 0,
  button = 1,
  link = 2,
  checkbox = 3,
  radio = 4,
  switch_ = 5,
  tab = 6,
  tab_list = 7,
  tab_panel = 8,
  text_field = 9,
  text_area = 10,
  search_field = 11,
  combo = 12,          ///< a native select; its choices are `option` children
  option = 13,
  list_box = 14,
  slider = 15,
  heading = 16,
  text = 17,
  list = 18,
  list_item = 19,
  table = 20,
  row = 21,
  column_header = 22,
  row_header = 23,
  cell = 24,
  scroll_area = 25,
  dialog = 26,
  menu = 27,
  menu_item = 28,
  menu_item_radio = 29,
  navigation = 30,
  main = 31,
  region = 32,
  banner = 33,
  complementary = 34,
  form = 35,
  search = 36,
  status = 37,         ///< read out when its text changes
  alert = 38,
  progress = 39,
  figure = 40,
  image = 41,
  radio_group = 42,
  tree = 43,
  tree_item = 44,
  tooltip = 45,
  separator = 46,
  surface = 47,        ///< takes clicks and drags but is nothing to a screen reader (scrim, drag handle)
};

/// Bits of `MirrorItem::states`.
using MirrorStates = std::uint32_t;
namespace mirror_state {
inline constexpr MirrorStates checked = 1u << 0;
inline constexpr MirrorStates mixed = 1u << 1;
inline constexpr MirrorStates disabled = 1u << 2;
inline constexpr MirrorStates selected = 1u << 3;
inline constexpr MirrorStates expanded = 1u << 4;
inline constexpr MirrorStates collapsed = 1u << 5;
inline constexpr MirrorStates invalid = 1u << 6;
inline constexpr MirrorStates required = 1u << 7;
inline constexpr MirrorStates readonly = 1u << 8;
inline constexpr MirrorStates current = 1u << 9;      ///< the page or step one is on
inline constexpr MirrorStates pressed = 1u << 10;     ///< a toggle button that is down
inline constexpr MirrorStates toggle = 1u << 11;      ///< a button that has a pressed state at all
inline constexpr MirrorStates hidden_visually = 1u << 12;  ///< for screen readers only, no place on the screen
inline constexpr MirrorStates modal = 1u << 13;       ///< everything in lower layers is out of reach
inline constexpr MirrorStates sorted_ascending = 1u << 14;
inline constexpr MirrorStates sorted_descending = 1u << 15;
inline constexpr MirrorStates has_menu = 1u << 16;
inline constexpr MirrorStates has_list = 1u << 17;    ///< a search field with a list box of suggestions
inline constexpr MirrorStates clickable = 1u << 18;   ///< takes clicks although its role does not (a row, a chart)
inline constexpr MirrorStates busy = 1u << 19;
inline constexpr MirrorStates spell_check = 1u << 20;
inline constexpr MirrorStates indeterminate = 1u << 21;
inline constexpr MirrorStates focusable = 1u << 22;   ///< takes the focus although its role does not
inline constexpr MirrorStates drags = 1u << 23;       ///< a press starts a drag, never a touch scroll
}  // namespace mirror_state

/// Keys, as one enumeration for events and as bits for `MirrorItem::keys`.
enum class Key : std::uint8_t {
  none = 0,
  left, right, up, down, home, end, page_up, page_down,
  enter, space, escape, tab, backspace, delete_, f2, context_menu,
  character,  ///< any other; `KeyPress::text` has it, lower case
};

using KeySet = std::uint32_t;
namespace key_set {
constexpr KeySet of(Key key) { return 1u << static_cast<unsigned>(key); }
inline constexpr KeySet vertical = of(Key::up) | of(Key::down);
inline constexpr KeySet horizontal = of(Key::left) | of(Key::right);
inline constexpr KeySet arrows = vertical | horizontal;
inline constexpr KeySet ends = of(Key::home) | of(Key::end);
inline constexpr KeySet pages = of(Key::page_up) | of(Key::page_down);
inline constexpr KeySet characters = of(Key::character);
}  // namespace key_set

enum class TextEntry : std::uint8_t { text, password, number, decimal, email, date };
enum class TextAlign : std::uint8_t { left, centre, right };

}  // namespace fullcircle
