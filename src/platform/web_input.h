// Everything the page reports, held until the next frame takes it.
#pragma once

#include <deque>

#include "ui/frame/frame_input.h"

namespace fullcircle {

/// Not reentrant: the page reports between frames, or while the last frame's requests are carried out.
class WebInput {
 public:
  void resize(Point size, float density);
  void move_pointer(Point position, bool inside, bool touch, std::uint8_t modifiers);
  void press_pointer(WidgetId on);
  void release_pointer();
  void set_hover_path(std::vector<WidgetId> path);
  void set_focus(WidgetId id, bool visible);
  void set_composing(bool composing);
  void set_scroll(WidgetId id, Point scroll);
  void forget_scroll(WidgetId id) { state_.scroll.erase(id); }
  void add_action(Action action);
  void add_file(OpenedFile file);
  /// Language, scheme, safe area and the like: whatever `change` does to the state that lasts.
  template <class Change>
  void set_environment(Change change) {
    change(state_);
    news_ = true;
  }

  /// The browser's first language, as last reported.
  const std::string& language() const { return state_.language; }

  /// Something was reported that no frame has seen yet.
  bool has_news() const { return news_ || has_scrolled_ || !actions_.empty(); }
  /// Areas have moved under the pointer, and that is all.
  bool has_only_scrolled() const { return has_scrolled_ && !news_ && actions_.empty(); }

  /// What the next frame gets: all edits up to the next discrete action, and that one. See FrameInput.
  FrameInput take(double now_ms);

 private:
  FrameInput state_;
  std::deque<Action> actions_;
  bool news_ = true, has_scrolled_ = false;
};

}  // namespace fullcircle
