#include "platform/web_input.h"

#include <doctest/doctest.h>

using namespace fullcircle;

namespace {

Action text(WidgetId id, std::string value) { return {.kind = Action::Kind::set_text, .id = id, .text = std::move(value)}; }
Action click(WidgetId id) { return {.kind = Action::Kind::activate, .id = id}; }

}  // namespace

TEST_CASE("a frame gets all edits up to the next click, and that one click") {
  WebInput input;
  input.add_action(text(1, "a"));
  input.add_action(text(2, "b"));
  input.add_action(click(3));
  input.add_action(text(1, "c"));
  input.add_action(click(3));

  const FrameInput first = input.take(0);
  REQUIRE(first.actions.size() == 3);
  CHECK(first.actions[2].kind == Action::Kind::activate);
  CHECK(input.has_news());

  const FrameInput second = input.take(0);
  REQUIRE(second.actions.size() == 2);
  CHECK(second.actions[0].text == "c");
  CHECK_FALSE(input.has_news());
}

TEST_CASE("of several texts of one field only the newest is kept") {
  WebInput input;
  for (const char* value : {"h", "he", "hel"}) input.add_action(text(1, value));
  const FrameInput frame = input.take(0);
  REQUIRE(frame.actions.size() == 1);
  CHECK(frame.actions[0].text == "hel");
}

TEST_CASE("a press and its release between two frames are both seen, once") {
  WebInput input;
  input.move_pointer({40, 50}, true, false, 0);
  input.press_pointer(7);
  input.release_pointer();
  const FrameInput frame = input.take(0);
  CHECK(frame.pointer.pressed);
  CHECK(frame.pointer.released);
  CHECK_FALSE(frame.pointer.down);
  CHECK(frame.pointer.pressed_at == Point{40, 50});
  CHECK_FALSE(input.take(1).pointer.pressed);
}

TEST_CASE("what lasts is in every frame: size, focus, scroll positions") {
  WebInput input;
  input.resize({390, 844}, 2);
  input.set_focus(9, true);
  input.set_scroll(4, {0, 120});
  input.take(0);
  const FrameInput later = input.take(1);
  CHECK(later.display_size == Point{390, 844});
  CHECK(later.focused == 9);
  CHECK(later.scroll.at(4) == Point{0, 120});
}

TEST_CASE("reporting what is known already is no news") {
  WebInput input;
  input.set_focus(9, true);
  input.set_scroll(4, {0, 120});
  input.set_hover_path({9, 4});
  input.take(0);
  input.set_focus(9, true);
  input.set_scroll(4, {0, 120});
  input.set_hover_path({9, 4});
  CHECK_FALSE(input.has_news());
}

TEST_CASE("a file is handed over once") {
  WebInput input;
  input.add_file({.name = "answer.json", .bytes = "{}"});
  CHECK(input.take(0).files.size() == 1);
  CHECK(input.take(1).files.empty());
}

TEST_CASE("scrolling alone is told from scrolling while anything else happens") {
  WebInput input;
  input.take(0);
  CHECK_FALSE(input.has_only_scrolled());
  input.set_scroll(4, {0, 120});
  CHECK(input.has_news());
  CHECK(input.has_only_scrolled());
  input.move_pointer({1, 1}, true, false, 0);
  CHECK_FALSE(input.has_only_scrolled());
  input.take(0);
  input.set_scroll(4, {0, 240});
  input.add_action(click(3));
  CHECK_FALSE(input.has_only_scrolled());
  input.take(0);
  input.set_scroll(4, {0, 240});  // where it was
  CHECK_FALSE(input.has_news());
}
