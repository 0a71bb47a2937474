// What widgets remember between frames: positions of animations, open popups, heights found while drawing.
//
// Screens keep what a person would miss (the chosen tab, the text of a filter) in their own state; this holds only what
// nobody misses when it is lost.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "ui/frame/rect.h"
#include "ui/frame/widget_id.h"

namespace fullcircle::ui {

/// A value on its way from one place to another.
struct Animation {
  float from = 0, to = 0;
  double started_ms = 0;
};

/// One popup, panel or dialog that was open in the last frame, outermost first.
struct OpenLayer {
  WidgetId id = 0;
  WidgetId opener = 0;   ///< gets the focus back
  Rect rect;
  int depth = 0;
};

/// A line at the bottom of the window, with an optional way back.
struct Notice {
  std::uint64_t number = 0;
  std::string text;
  std::string actions[2];     ///< "Decide", "Undo"; empty for none
  double leaves_at_ms = 0;
  double left_ms = 0;         ///< what remained when the pointer or the focus stopped the clock; 0 while it runs
  bool problem = false;
};

/// The ids claimed in one frame; clearing it is raising a number.
class IdSet {
 public:
  void begin_frame() { ++generation_; count_ = 0; }
  /// False when it was claimed already.
  bool claim(WidgetId id);

 private:
  struct Slot {
    WidgetId id = 0;
    std::uint32_t generation = 0;
  };
  void grow();
  std::vector<Slot> slots_ = std::vector<Slot>(1024);
  std::uint32_t generation_ = 1;
  std::size_t count_ = 0;
};

class DrawLayers;
class TextLayout;

struct UiMemory {
  UiMemory();
  ~UiMemory();
  UiMemory(const UiMemory&) = delete;
  UiMemory& operator=(const UiMemory&) = delete;

  std::unordered_map<WidgetId, Animation> animations;
  std::unordered_map<WidgetId, double> first_seen_ms;
  std::unordered_map<WidgetId, float> heights;      ///< of scroll contents and of anything else known only after drawing
  std::vector<OpenLayer> layers, layers_before;     ///< of this frame so far, and of the frame before
  WidgetId layer_wants_focus = 0;                   ///< just opened: its first control gets the focus
  std::vector<Notice> notices;
  std::uint64_t notices_shown = 0;
  IdSet ids;
  std::uint64_t frame_number = 0;                   ///< raised with each frame: what was not drawn in the one before begins anew

  std::unique_ptr<DrawLayers> draw_layers;
  std::unique_ptr<TextLayout> text_layout;          ///< reused by every wrapped text
  std::string text_buffer, spoken_buffer;

  WidgetId tooltip_for = 0;
  double tooltip_since_ms = 0;

  /// The state of one widget of a kind, made on first use. A widget uses one type for one id.
  template <class State>
  State& state(WidgetId id) {
    std::unique_ptr<Box>& box = boxes_[id];
    if (!box) box = std::make_unique<Holder<State>>();
    return static_cast<Holder<State>&>(*box).value;
  }

 private:
  struct Box {
    virtual ~Box() = default;
  };
  template <class State>
  struct Holder final : Box {
    State value{};
  };
  std::unordered_map<WidgetId, std::unique_ptr<Box>> boxes_;
};

}  // namespace fullcircle::ui
