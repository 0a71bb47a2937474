// One frame between the browser and the widgets: what came in, what goes out. The only thing both sides include.
//
// The pointer reaches a widget through its mirror element, like everything else: hover, press and click are the
// browser's answers, so that a popup covers what is under it, a finger that scrolls clicks nothing, and a screen reader
// does what a mouse does. No widget tests the pointer against its own rectangle, except to follow a drag.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/frame/frame_input.h"
#include "ui/frame/mirror.h"

namespace fullcircle {

enum class Cursor : std::uint8_t { by_element, arrow, pointer, text, grab, grabbing, column_resize, wait };

struct Shortcut {
  Key key = Key::none;
  char character = 0;           ///< lower case, with Key::character
  std::uint8_t modifiers = 0;
  bool in_text_fields = false;  ///< also while a text field has the focus (never while composing)
  bool operator==(const Shortcut&) const = default;
};

struct FileToSave {
  std::string name;
  std::string media_type;
  std::string bytes;
};

struct FileRequest {
  WidgetId id = 0;
  std::string accept;           ///< as the HTML attribute: ".json,.csv"
  bool several = false;
};

struct ScrollRequest {
  WidgetId id = 0;
  Point to;
};

/// What the platform carries out after the frame, in this order, and then clears.
struct FrameOutput {
  std::optional<WidgetId> focus;          ///< 0 takes the focus away
  std::vector<ScrollRequest> scrolls;
  std::vector<WidgetId> reveals;          ///< scroll into view
  std::vector<Shortcut> shortcuts;        ///< in force until the next frame
  std::string announcement;               ///< read out once by screen readers
  std::optional<std::string> clipboard;
  std::vector<FileRequest> file_requests;
  std::vector<FileToSave> files_to_save;
  std::optional<std::string> print_html;  ///< a whole document, printed by the browser
  std::optional<std::string> location;    ///< new part after #; adds a step to the history
  std::optional<std::string> open_address;  ///< mailto: and the like
  std::string title;                      ///< of the window; kept when empty
  std::string language;                   ///< lang of the page; kept when empty
  std::optional<bool> dark;               ///< the theme drawn, for the parts the browser draws
  Cursor cursor = Cursor::by_element;
  double next_frame_ms = -1;              ///< draw again at this time; -1 only when something happens
};

class Frame {
 public:
  // -- what the widgets read ----------------------------------------------------------------------------------------
  const FrameInput& input() const { return input_; }

  /// True once per click, whoever made it. False for anything that was not drawn in the frame before.
  bool activated(WidgetId id) const { return action(Action::Kind::activate, id) != nullptr; }
  bool double_clicked(WidgetId id) const { return action(Action::Kind::double_click, id) != nullptr; }
  bool context_menu_wanted(WidgetId id) const { return action(Action::Kind::context_menu, id) != nullptr; }

  /// The text of a field after the person's edits; nothing when it did not change.
  std::optional<std::string_view> new_text(WidgetId id) const;
  std::optional<double> new_number(WidgetId id) const;
  bool text_committed(WidgetId id) const { return action(Action::Kind::commit_text, id) != nullptr; }

  /// The pointer is over it or over something inside it. Never after touch.
  bool hovered(WidgetId id) const;
  /// The pointer went down on it and has not come up.
  bool held(WidgetId id) const { return id != 0 && input_.pressed == id; }
  bool focused(WidgetId id) const { return id != 0 && input_.focused == id; }
  bool focus_ring(WidgetId id) const { return focused(id) && input_.focus_visible; }

  /// A key from the widget's own `MirrorItem::keys`, pressed while it had the focus.
  const KeyPress* key(WidgetId id) const;
  bool key(WidgetId id, Key key, std::uint8_t modifiers = 0) const;

  /// Claims a shortcut for as long as it is asked for each frame; true when it was pressed. The first to ask gets it.
  bool shortcut(const Shortcut& wanted);

  Point scroll(WidgetId scroll_area) const;

  // -- what the widgets give ------------------------------------------------------------------------------------------
  Mirror& mirror() { return mirror_; }
  const Mirror& mirror() const { return mirror_; }
  FrameOutput& output() { return output_; }

  void focus(WidgetId id) { output_.focus = id; }
  void reveal(WidgetId id) { output_.reveals.push_back(id); }
  void scroll_to(WidgetId scroll_area, Point to) { output_.scrolls.push_back({scroll_area, to}); }
  void announce(std::string_view text) { output_.announcement = text; }
  void copy(std::string_view text) { output_.clipboard = std::string(text); }
  void open_files(FileRequest request) { output_.file_requests.push_back(std::move(request)); }
  void save_file(FileToSave file) { output_.files_to_save.push_back(std::move(file)); }
  void set_cursor(Cursor cursor) { output_.cursor = cursor; }

  /// Asks for another frame: now (an animation runs), or not before a time (a tooltip, a notice that goes away).
  void redraw() { redraw_at(input_.now_ms); }
  void redraw_at(double time_ms);

  // -- what the platform does -----------------------------------------------------------------------------------------
  /// Starts a frame: takes the input, forgets the last frame's output.
  void begin(FrameInput input);
  /// Ends it. True when the mirror differs from that of the frame before.
  bool end() { return mirror_.end_frame(); }

 private:
  const Action* action(Action::Kind kind, WidgetId id) const;

  FrameInput input_;
  FrameOutput output_;
  Mirror mirror_;
  bool shortcut_taken_ = false;
};

}  // namespace fullcircle
