#include "ui/frame/frame.h"

#include <algorithm>

namespace fullcircle {

void Frame::begin(FrameInput input) {
  input_ = std::move(input);
  output_ = FrameOutput{};
  shortcut_taken_ = false;
  mirror_.begin_frame();
}

const Action* Frame::action(Action::Kind kind, WidgetId id) const {
  if (id == 0) return nullptr;
  for (const Action& action : input_.actions)
    if (action.kind == kind && action.id == id) return &action;
  return nullptr;
}

std::optional<std::string_view> Frame::new_text(WidgetId id) const {
  std::optional<std::string_view> text;
  for (const Action& action : input_.actions)
    if (action.kind == Action::Kind::set_text && action.id == id) text = action.text;
  return text;
}

std::optional<double> Frame::new_number(WidgetId id) const {
  std::optional<double> number;
  for (const Action& action : input_.actions)
    if (action.kind == Action::Kind::set_number && action.id == id) number = action.number;
  return number;
}

bool Frame::hovered(WidgetId id) const {
  return id != 0 && std::ranges::find(input_.hover_path, id) != input_.hover_path.end();
}

const KeyPress* Frame::key(WidgetId id) const {
  const Action* pressed = action(Action::Kind::key, id);
  return pressed != nullptr ? &pressed->key : nullptr;
}

bool Frame::key(WidgetId id, Key key, std::uint8_t modifiers) const {
  const KeyPress* pressed = this->key(id);
  return pressed != nullptr && pressed->key == key && pressed->modifiers == modifiers;
}

bool Frame::shortcut(const Shortcut& wanted) {
  if (std::ranges::find(output_.shortcuts, wanted) == output_.shortcuts.end()) output_.shortcuts.push_back(wanted);
  if (shortcut_taken_) return false;
  for (const Action& action : input_.actions) {
    if (action.kind != Action::Kind::key || action.id != 0) continue;
    const KeyPress& press = action.key;
    const bool same_character = wanted.key != Key::character ||
                                (press.text.size() == 1 && press.text[0] == wanted.character);
    if (press.key == wanted.key && press.modifiers == wanted.modifiers && same_character) {
      shortcut_taken_ = true;
      return true;
    }
  }
  return false;
}

Point Frame::scroll(WidgetId scroll_area) const {
  const auto found = input_.scroll.find(scroll_area);
  return found != input_.scroll.end() ? found->second : Point{};
}

void Frame::redraw_at(double time_ms) {
  if (output_.next_frame_ms < 0 || time_ms < output_.next_frame_ms) output_.next_frame_ms = time_ms;
}

}  // namespace fullcircle
