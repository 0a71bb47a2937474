// What the browser tells the widgets in one frame. Plain values: a native test fills them in and draws.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "ui/frame/mirror_role.h"
#include "ui/frame/rect.h"
#include "ui/frame/widget_id.h"

namespace fullcircle {

class FilePieces;

namespace key_modifier {
inline constexpr std::uint8_t shift = 1;
inline constexpr std::uint8_t alt = 2;
inline constexpr std::uint8_t control = 4;  ///< Ctrl, and Cmd on a Mac
}  // namespace key_modifier

struct KeyPress {
  Key key = Key::none;
  std::uint8_t modifiers = 0;
  std::string text;        ///< for Key::character: one character, lower case
  bool repeated = false;
};

/// One thing a person did to a widget.
struct Action {
  enum class Kind : std::uint8_t {
    activate,      ///< clicked, tapped, Enter or Space on it, or chosen by a screen reader: one and the same
    set_text,      ///< the whole text of a field after an edit
    set_number,    ///< slider value, or index of the option of a combo
    commit_text,   ///< left the field, or Enter in a field of one line
    key,           ///< a key in its `MirrorItem::keys`, or a shortcut
    context_menu,  ///< right click, long press or the menu key
    double_click,
  };
  Kind kind = Kind::activate;
  WidgetId id = 0;
  std::string text;
  double number = 0;
  KeyPress key;
};

struct OpenedFile {
  std::string name;
  std::string bytes;     ///< of a large file only how it begins
  WidgetId request = 0;  ///< who asked for it with Frame::open_files; 0 when dropped on the window
  std::shared_ptr<FilePieces> pieces{};  ///< of a large file
};

struct Pointer {
  Point position;
  bool inside = false;      ///< false when it left the window, and after a finger lifted
  bool down = false;        ///< main button or finger
  bool pressed = false;     ///< went down since the last frame
  bool released = false;    ///< went up since the last frame
  bool touch = false;       ///< finger or pen: nothing hovers
  Point pressed_at;
  std::uint8_t modifiers = 0;
};

struct SafeArea {
  float top = 0, right = 0, bottom = 0, left = 0;
};

/// One frame's worth. At most one of `actions` is discrete (anything but set_text and set_number), and it comes last:
/// the edits before it are already the field's text. What follows waits for the next frame.
struct FrameInput {
  Point display_size{1280, 800};  ///< CSS pixels
  float density = 1;              ///< device pixels per CSS pixel, also under browser zoom
  double now_ms = 0;              ///< never goes back; only differences mean anything

  Pointer pointer;
  std::vector<WidgetId> hover_path;  ///< what the pointer is over, innermost first; empty on touch unless pressed
  WidgetId pressed = 0;              ///< what the pointer went down on, until it goes up

  WidgetId focused = 0;
  bool focus_visible = false;     ///< the browser would show a focus ring (:focus-visible)
  bool composing = false;         ///< an input method is at work: take no keys
  std::vector<Action> actions;
  std::unordered_map<WidgetId, Point> scroll;

  std::vector<OpenedFile> files;
  bool files_over_window = false; ///< a drag with files is over the page
  std::string location;           ///< the part of the address after #, without it

  bool dark_scheme = false;       ///< what the system asks for; the person's setting may differ
  bool reduced_motion = false;
  bool coarse_pointer = false;    ///< the main pointer is a finger: targets of 44
  bool window_focused = true;
  bool page_hidden = false;
  std::string language = "en";    ///< the browser's first language
  SafeArea safe_area;
  float keyboard_height = 0;      ///< covered by the screen keyboard
};

}  // namespace fullcircle
