#include "platform/web_input.h"

#include <algorithm>
#include <utility>

namespace fullcircle {
namespace {

bool is_edit(Action::Kind kind) { return kind == Action::Kind::set_text || kind == Action::Kind::set_number; }

}  // namespace

void WebInput::resize(Point size, float density) {
  state_.display_size = size;
  state_.density = density;
  news_ = true;
}

void WebInput::move_pointer(Point position, bool inside, bool touch, std::uint8_t modifiers) {
  Pointer& pointer = state_.pointer;
  pointer.position = position;
  pointer.inside = inside;
  pointer.touch = touch;
  pointer.modifiers = modifiers;
  news_ = true;
}

void WebInput::press_pointer(WidgetId on) {
  Pointer& pointer = state_.pointer;
  pointer.down = true;
  pointer.pressed = true;
  pointer.pressed_at = pointer.position;
  state_.pressed = on;
  news_ = true;
}

void WebInput::release_pointer() {
  if (!state_.pointer.down) return;
  state_.pointer.down = false;
  state_.pointer.released = true;
  state_.pressed = 0;
  news_ = true;
}

void WebInput::set_hover_path(std::vector<WidgetId> path) {
  if (path == state_.hover_path) return;
  state_.hover_path = std::move(path);
  news_ = true;
}

void WebInput::set_focus(WidgetId id, bool visible) {
  if (state_.focused == id && state_.focus_visible == visible) return;
  state_.focused = id;
  state_.focus_visible = visible;
  news_ = true;
}

void WebInput::set_composing(bool composing) {
  if (state_.composing == composing) return;
  state_.composing = composing;
  news_ = true;
}

void WebInput::set_scroll(WidgetId id, Point scroll) {
  Point& known = state_.scroll[id];
  if (known == scroll) return;
  known = scroll;
  has_scrolled_ = true;
}

void WebInput::add_action(Action action) {
  if (is_edit(action.kind) && !actions_.empty() && actions_.back().kind == action.kind && actions_.back().id == action.id) {
    actions_.back() = std::move(action);  // only the newest text of a field matters
    return;
  }
  actions_.push_back(std::move(action));
}

void WebInput::add_file(OpenedFile file) {
  state_.files.push_back(std::move(file));
  news_ = true;
}

FrameInput WebInput::take(double now_ms) {
  std::vector<OpenedFile> files = std::exchange(state_.files, {});  // moved, not copied: they may be large
  FrameInput input = state_;
  input.files = std::move(files);
  input.now_ms = now_ms;
  while (!actions_.empty()) {
    input.actions.push_back(std::move(actions_.front()));
    actions_.pop_front();
    if (!is_edit(input.actions.back().kind)) break;
  }
  state_.pointer.pressed = false;
  state_.pointer.released = false;
  news_ = has_scrolled_ = false;
  return input;
}

}  // namespace fullcircle
