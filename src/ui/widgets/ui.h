// What every widget and screen is handed: theme, input, text, ids, drawing and animation for one frame.
//
// Immediate mode: a widget is a function called in each frame with the rectangle it fills. It draws itself, says in the
// mirror what it is, and returns what the person did. Rectangles are cut by the caller (frame/rect.h); nothing moves them.
// All strings are translated, all numbers formatted, before they come here.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/frame/frame.h"
#include "ui/theme/theme.h"
#include "ui/widgets/memory.h"

struct ImDrawList;

namespace fullcircle::ui {

enum class Align : std::uint8_t { left, centre, right };
enum class Layout : std::uint8_t { wide, medium, phone };

/// What was done to one interactive rectangle.
struct Behaviour {
  WidgetId id = 0;
  bool clicked = false;         ///< by pointer, key or assistive technology
  bool double_clicked = false;
  bool menu_wanted = false;     ///< right click, long press or the menu key
  bool hovered = false;
  bool pressed = false;         ///< held down
  bool focused = false;
  bool focus_visible = false;   ///< draw the ring only then
};

/// A piece of a sentence, set apart by weight or colour.
struct Run {
  std::string_view text;
  bool strong = false;
  std::optional<Colour> colour{};
};

class Ui {
 public:
  /// Begins the drawing of one frame, between ImGui::NewFrame and ImGui::Render; the destructor finishes it.
  Ui(Frame& frame, const Theme& theme, UiMemory& memory);
  ~Ui();
  Ui(const Ui&) = delete;
  Ui& operator=(const Ui&) = delete;

  Frame& frame;
  const Theme& theme;
  const Colours& c;   ///< theme.colours: the one short name, because every line of drawing has it
  UiMemory& memory;

  // ---- the window
  Rect screen() const;
  Layout layout() const;               ///< wide from 1200, phone below 700
  bool phone() const { return layout() == Layout::phone; }
  bool wide() const { return layout() == Layout::wide; }
  double now_ms() const { return frame.input().now_ms; }
  float control_height() const { return phone() ? metrics::kControlPhone : metrics::kControl; }
  float row_height() const { return theme.compact_rows ? metrics::kRowCompact : metrics::kRow; }

  // ---- ids: a key names a widget within the scopes around it
  WidgetId make_id(std::string_view key);        ///< a second equal key in one scope and frame gets its own id
  WidgetId peek_id(std::string_view key) const;  ///< the id that make_id gives to the first such key
  void push_id(std::string_view key);
  void push_id(std::uint64_t number);
  void pop_id();

  // ---- text, drawn and said in the mirror
  /// One line, centred vertically in `rect`; where it does not fit it ends in an ellipsis and shows whole in a tooltip.
  /// Out: the width drawn.
  float text(const Rect& rect, TextStyle style, Colour colour, std::string_view text, Align align = Align::left);
  /// As text, and a heading (level 1 to 6) to screen readers.
  float heading(const Rect& rect, int level, TextStyle style, Colour colour, std::string_view text, Align align = Align::left);
  /// A heading over as many lines as it takes, from the top of `rect`; `max_lines` as of paragraph. Out: the height used.
  float long_heading(const Rect& rect, int level, TextStyle style, Colour colour, std::string_view text, int max_lines = 0);
  /// Wrapped from the top of `rect`; what goes beyond `max_lines` (0: no limit) ends in an ellipsis. Out: the height used.
  float paragraph(const Rect& rect, TextStyle style, Colour colour, std::string_view text, int max_lines = 0, Align align = Align::left);
  /// A wrapped sentence with strong (semibold) parts. Out: the height used.
  float rich(const Rect& rect, TextStyle style, Colour colour, std::span<const Run> runs, Align align = Align::left);
  /// As rich, the strong parts between double stars and in ink: "**3 check-ins** are due".
  float rich(const Rect& rect, TextStyle style, Colour colour, std::string_view marked, Align align = Align::left);

  /// Says in the mirror what is drawn by other means: a chip, a bar.
  void say_text(const Rect& rect, std::string_view text) { say(next_text_id(), rect, MirrorRole::text, text); }

  // ---- measuring
  float text_width(TextStyle style, std::string_view text) const;
  float paragraph_height(float width, TextStyle style, std::string_view text, int max_lines = 0) const;
  float rich_height(float width, TextStyle style, std::string_view marked) const;
  float line_height(TextStyle style) const { return style.line + (theme.tall_lines ? 2.0f : 0.0f); }

  // ---- text that belongs to a widget whose name is in the mirror already: drawn only
  /// `whole` is what the tooltip of a cut text says where that is more than `text`.
  float paint_text(const Rect& rect, TextStyle style, Colour colour, std::string_view text, Align align = Align::left, std::string_view whole = {});
  float paint_paragraph(const Rect& rect, TextStyle style, Colour colour, std::string_view text, int max_lines = 0,
                        Align align = Align::left);
  float paint_rich(const Rect& rect, TextStyle style, Colour colour, std::span<const Run> runs, Align align = Align::left);
  void paint_icon(const Rect& rect, Icon icon, Colour colour, float size = 16);   ///< centred in `rect`

  // ---- behaviour
  /// Puts an interactive rectangle in the mirror and reports what was done to it. `name` is what a screen reader says.
  Behaviour behave(WidgetId id, const Rect& rect, MirrorRole role, std::string_view name, MirrorStates states = 0, KeySet keys = 0);
  /// With everything a mirror item can say.
  Behaviour behave(const MirrorItem& item);
  /// What was done to a widget that is in the mirror; for those that open and close their node themselves.
  Behaviour behaviour_of(WidgetId id, MirrorStates states = 0) const;
  /// Gives the focus to this item when the layer around it has just opened; behave does so by itself.
  void take_first_focus(const MirrorItem& item);
  void set_focus(WidgetId id) { frame.focus(id); }
  void focus_ring(const Rect& rect, float radius);   ///< around a control whose own radius is given
  /// Beside the pointer after a rest on `owner`, at once on keyboard focus.
  void tooltip(const Behaviour& owner, const Rect& rect, std::string_view text);
  bool pointer_over(const Rect& rect) const;         ///< within the clip and the topmost layer; never after touch

  // ---- entries
  /// Fields only show what they hold: another tab edits. Searching and filtering go on.
  bool fields_locked = false;
  /// A field says that it does not understand what stands in it; a dialog with such a field does not confirm.
  void note_wrong(WidgetId field) {
    if (wrong_count_++ == 0) first_wrong_ = field;
  }
  int wrong_count() const { return wrong_count_; }
  WidgetId first_wrong() const { return first_wrong_; }

  /// For the page of parts: every control drawn until `pretend({})` shows this state, whatever the pointer does.
  void pretend(std::optional<Behaviour> state) { pretended_ = state; }

  // ---- animation
  /// Follows `target`, easing out; the first call starts there. Jumps with reduced motion.
  float animate(WidgetId id, float target, float seconds = metrics::kHoverSeconds);
  Colour animate_colour(WidgetId id, Colour rest, Colour active, bool is_active);
  /// 0 to 1 once, from the first frame in which `id` is seen: how charts draw themselves.
  float appear(WidgetId id, float seconds = metrics::kChartSeconds);

  // ---- drawing
  ImDrawList& draw();                        ///< of the current layer
  float pixel() const;                       ///< one device pixel
  float snap(float value) const;             ///< to a whole device pixel
  Rect snap(const Rect& rect) const;
  void fill(const Rect& rect, Colour colour, float radius = 0);
  void outline(const Rect& rect, Colour colour, float radius = 0, float thickness = 1);   ///< inside the rectangle
  void hairline(float x, float y, float width);               ///< horizontal, in `line`
  void hairline_vertical(float x, float y, float height);
  void raised(const Rect& rect, float radius);                ///< sheet, line2 outline, two shadows

  // ---- clipping; scrolling is in scroll.h, popups are in layer.h
  void push_clip(const Rect& rect);
  void pop_clip();
  const Rect& clip() const { return clips_.back(); }
  bool visible(const Rect& rect) const { return clip().overlaps(rect); }
  /// Tells the scroll area around that its content comes down to here; every drawing call says so too.
  void reach(float bottom);

 private:
  friend class Layer;
  friend class ListRow;
  friend class ScrollArea;
  struct Scope {
    WidgetId id;
    std::uint32_t texts = 0;
  };

  WidgetId next_text_id();
  void say(WidgetId id, const Rect& rect, MirrorRole role, std::string_view text, int level = 0);
  void tooltip_at(WidgetId owner, const Rect& rect, std::string_view text, bool at_once);
  void draw_tooltip();

  std::vector<Scope> scopes_;
  std::vector<Rect> clips_;
  std::vector<float> reaches_;
  int depth_ = 0;
  WidgetId layer_ = 0;
  std::optional<Behaviour> pretended_;
  int wrong_count_ = 0;
  WidgetId first_wrong_ = 0;
  float lit_row_bottom_ = -1;   ///< a lit list row covers the hairline of the next one
  std::string tooltip_text_;
  Rect tooltip_rect_;
  bool tooltip_asked_ = false;
};

/// Ids inside live under this key until the end of the block.
class IdScope {
 public:
  IdScope(Ui& ui, std::string_view key) : ui_(ui) { ui_.push_id(key); }
  IdScope(Ui& ui, std::uint64_t number) : ui_(ui) { ui_.push_id(number); }
  ~IdScope() { ui_.pop_id(); }
  IdScope(const IdScope&) = delete;
  IdScope& operator=(const IdScope&) = delete;

 private:
  Ui& ui_;
};

/// A part of the page in the mirror: list, table row, region, form. What is drawn until the end of the block lies in it.
class Group {
 public:
  Group(Ui& ui, MirrorRole role, const Rect& rect, std::string_view name, MirrorStates states = 0);
  Group(Ui& ui, const MirrorItem& item);
  ~Group();
  Group(const Group&) = delete;
  Group& operator=(const Group&) = delete;

 private:
  Ui& ui_;
};

}  // namespace fullcircle::ui
