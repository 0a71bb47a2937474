#include "ui/frame/frame.h"

#include <doctest/doctest.h>

using namespace fullcircle;

namespace {

constexpr WidgetId kButton = 11;
constexpr WidgetId kField = 12;
constexpr Shortcut kPalette{.key = Key::character, .character = 'k', .modifiers = key_modifier::control};

Action pressed_key(WidgetId id, Key key, std::uint8_t modifiers = 0, std::string text = {}) {
  Action action{.kind = Action::Kind::key, .id = id};
  action.key = {.key = key, .modifiers = modifiers, .text = std::move(text)};
  return action;
}

Frame frame_with(FrameInput input) {
  Frame frame;
  frame.begin(std::move(input));
  return frame;
}

}  // namespace

TEST_CASE("a click activates its widget and no other") {
  const Frame frame = frame_with({.actions = {{.kind = Action::Kind::activate, .id = kButton}}});
  CHECK(frame.activated(kButton));
  CHECK_FALSE(frame.activated(kField));
  CHECK_FALSE(frame.activated(0));
}

TEST_CASE("a field hears its newest text, and nothing when it did not change") {
  const Frame frame = frame_with({.actions = {{.kind = Action::Kind::set_text, .id = kField, .text = "a"},
                                              {.kind = Action::Kind::set_text, .id = kField, .text = "ab"}}});
  CHECK(frame.new_text(kField) == "ab");
  CHECK_FALSE(frame.new_text(kButton).has_value());
}

TEST_CASE("a widget is hovered when something inside it is") {
  const Frame frame = frame_with({.hover_path = {kButton, 5}});
  CHECK(frame.hovered(kButton));
  CHECK(frame.hovered(5));
  CHECK_FALSE(frame.hovered(6));
}

TEST_CASE("the focus ring shows only where the browser would show one") {
  CHECK(frame_with({.focused = kButton, .focus_visible = true}).focus_ring(kButton));
  CHECK_FALSE(frame_with({.focused = kButton, .focus_visible = false}).focus_ring(kButton));
}

TEST_CASE("a key belongs to the widget that asked for it, with exactly these modifiers") {
  const Frame frame = frame_with({.actions = {pressed_key(kButton, Key::down, key_modifier::shift)}});
  CHECK(frame.key(kButton, Key::down, key_modifier::shift));
  CHECK_FALSE(frame.key(kButton, Key::down));
  CHECK_FALSE(frame.key(kField, Key::down, key_modifier::shift));
}

TEST_CASE("a shortcut goes to the first that asks, and is claimed by asking") {
  Frame frame = frame_with({.actions = {pressed_key(0, Key::character, key_modifier::control, "k")}});
  CHECK(frame.shortcut(kPalette));
  CHECK_FALSE(frame.shortcut(kPalette));
  CHECK_FALSE(frame.shortcut({.key = Key::escape}));
  CHECK(frame.output().shortcuts == std::vector<Shortcut>{kPalette, {.key = Key::escape}});
}

TEST_CASE("a key that a widget took is no shortcut") {
  Frame frame = frame_with({.actions = {pressed_key(kButton, Key::escape)}});
  CHECK_FALSE(frame.shortcut({.key = Key::escape}));
}

TEST_CASE("the earliest wish for another frame counts") {
  Frame frame = frame_with({.now_ms = 1000});
  CHECK(frame.output().next_frame_ms == -1);
  frame.redraw_at(1500);
  frame.redraw_at(1200);
  frame.redraw_at(1300);
  CHECK(frame.output().next_frame_ms == 1200);
}

TEST_CASE("nothing asked for in one frame is left in the next") {
  Frame frame = frame_with({});
  frame.focus(kButton);
  frame.copy("text");
  frame.announce("Saved");
  frame.begin({});
  CHECK_FALSE(frame.output().focus.has_value());
  CHECK_FALSE(frame.output().clipboard.has_value());
  CHECK(frame.output().announcement.empty());
}
