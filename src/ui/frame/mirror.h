// What is on the screen, said in the browser's own terms: every widget becomes a native, transparent element over the
// canvas, which gives screen readers, keyboard, text editing, find in page and tests something to hold.
//
// A widget that is drawn calls `open` (and `close` after its children) once per frame, in reading order: the order of
// the calls is the order of Tab. The same calls in two frames produce the same bytes, and then nothing reaches the DOM.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/frame/mirror_role.h"
#include "ui/frame/rect.h"
#include "ui/frame/widget_id.h"

namespace fullcircle {

/// How a text field shows its text while it has the focus: the same as the drawn text, or the text jumps.
struct TextLook {
  float size_px = 14;            ///< CSS font size
  float line_height_px = 20;
  float padding_left = 0;        ///< from the element's rectangle to the text
  float padding_top = 0;
  float padding_right = 0;
  float padding_bottom = 0;
  std::uint32_t colour = 0xff1a1c1d;  ///< as ImGui packs it: ABGR
  std::uint16_t weight = 400;
  TextEntry entry = TextEntry::text;
  TextAlign align = TextAlign::left;
  bool operator==(const TextLook&) const = default;
};

/// What a widget says about itself. Strings are copied before `open` returns.
struct MirrorItem {
  WidgetId id = 0;
  MirrorRole role = MirrorRole::group;
  Rect rect;                       ///< on the screen, also inside scroll areas
  std::string_view name;           ///< the accessible name; text of a text node
  std::string_view value;          ///< text of a field, href of a link, value text of a slider or progress
  std::string_view description;    ///< hint or error text that belongs to it
  std::string_view placeholder;
  MirrorStates states = 0;
  KeySet keys = 0;                 ///< keys the widget handles itself while focused; all others stay the browser's
  int level = 0;                   ///< headings 1-6, tree items from 1
  int tab_index = 0;               ///< 0 in the Tab order, -1 only by `Frame::focus` or a click
  int layer = 0;                   ///< 0 the page; popups and dialogs above, outside of the node that is open
  WidgetId labelled_by = 0;        ///< a text node that names it, instead of `name`
  WidgetId controls = 0;           ///< the popup or panel it opens, or the active option of a search field
  int index = 0;                   ///< from 1: row of a table, position in a set, column of a cell; 0 unknown
  int count = 0;                   ///< rows of the table or size of the set, drawn or not; 0 unknown
  int column_count = 0;
  double number = 0;               ///< sliders and progress; index of the chosen option of a combo
  double minimum = 0;
  double maximum = 0;
  double step = 0;
  Point content_size;              ///< scroll areas: the size of all they hold
  std::uint32_t text_revision = 0; ///< raise to replace the text even while the person is typing in it
  TextLook text;
};

/// A range of the string arena, in bytes of UTF-8.
struct MirrorString {
  std::uint32_t offset = 0;
  std::uint32_t length = 0;
};

/// One element as the browser reads it from memory: fixed layout, no padding (asserted in mirror.cpp).
struct MirrorNode {
  std::uint32_t id;
  std::uint32_t parent;            ///< id, 0 at the top
  std::uint32_t hash_low;          ///< over everything below and the strings: equal means nothing to write
  std::uint32_t hash_high;
  std::uint32_t role_level;        ///< role | level << 8 | layer << 16 | (tab_index + 1) << 24
  std::uint32_t states;
  std::uint32_t keys;
  float x, y, width, height;       ///< from the content origin of the parent, so that scrolling changes nothing
  MirrorString name, value, description, placeholder;
  std::uint32_t labelled_by;
  std::uint32_t controls;
  std::int32_t index, count, column_count;
  std::uint32_t text_revision;
  float content_width, content_height;
  double number, minimum, maximum, step;
  float font_size, line_height;
  float padding_left, padding_top, padding_right, padding_bottom;
  std::uint32_t text_colour;
  std::uint32_t text_kind;         ///< weight | entry << 16 | align << 24
};

/// The mirror of one frame, kept beside that of the frame before.
class Mirror {
 public:
  void begin_frame();

  /// Adds a node under the one that is open and opens it. Two nodes of one frame must not share an id:
  /// the second gets none of the clicks and is reported by `duplicate_id`.
  void open(const MirrorItem& item);
  void close();

  /// A node without children.
  void add(const MirrorItem& item);

  /// Where the content of the open scroll area has moved to; call between `open` and the first child.
  void set_scroll(Point scroll);

  /// True when anything differs from the frame before. Every `open` must have met its `close`.
  bool end_frame();

  bool contains(WidgetId id) const;
  WidgetId duplicate_id() const { return duplicate_; }

  std::span<const MirrorNode> nodes() const { return frames_[current_].nodes; }
  std::string_view strings() const { return frames_[current_].strings; }
  std::string_view text(MirrorString range) const { return strings().substr(range.offset, range.length); }

 private:
  struct Recorded {
    std::vector<MirrorNode> nodes;
    std::string strings;
  };
  struct Open {
    WidgetId id = 0;
    Point origin;
  };

  MirrorString keep(std::string_view text);
  Recorded& recording() { return frames_[current_]; }

  std::array<Recorded, 2> frames_;
  std::size_t current_ = 0;
  std::vector<Open> open_;
  WidgetId duplicate_ = 0;
};

}  // namespace fullcircle
