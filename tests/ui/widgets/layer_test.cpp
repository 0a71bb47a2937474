#include "ui/widgets/layer.h"

#include <doctest/doctest.h>

#include "ui/widgets/button.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/menu.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/support/test_window.h"
#include "ui/widgets/text_field.h"

using namespace fullcircle;
using namespace fullcircle::ui;

namespace {

constexpr MenuItem kItems[] = {{"Edit"}, {"Export", Icon::none, {}, true}, {"Delete"}};

/// A button that opens a dialog, in it a menu.
struct Layers {
  bool dialog = false;
  std::string title;
  int chosen = -1;
  Dialog::Result result = Dialog::Result::none;

  void operator()(Ui& ui) {
    if (button(ui, {20, 20, 100, 32}, "Open")) dialog = true;
    if (!dialog) return;
    Dialog open(ui, "dialog", {.title = "Goal", .confirm = "Save", .cancel = "Cancel"});
    Rect body = open.body();
    text_field(ui, body.cut_top(32), "Title", title);
    if (const int item = more_menu(ui, body.cut_top(32).with_width(32), "More", kItems); item >= 0) chosen = item;
    if (const Dialog::Result now = open.result(); now != Dialog::Result::none) {
      result = now;
      dialog = false;
    }
  }
};

}  // namespace

TEST_CASE("a dialog takes the focus to its first field and gives it back to what opened it") {
  Layers layers;
  TestWindow window(std::ref(layers));
  window.focus(window.find("Open"));
  window.click("Open");
  CHECK(window.name_of(window.input.focused) == "Title");
  window.click("Cancel");
  CHECK(layers.result == Dialog::Result::cancelled);
  CHECK(window.name_of(window.input.focused) == "Open");
}

TEST_CASE("Escape closes the topmost layer only") {
  Layers layers;
  TestWindow window(std::ref(layers));
  window.focus(window.find("Open"));
  window.click("Open");
  window.focus(window.find("More"));
  window.click("More");
  CHECK(window.shows("Edit"));
  window.press(Key::escape);
  CHECK_FALSE(window.shows("Edit"));
  CHECK(layers.dialog);
  CHECK(window.name_of(window.input.focused) == "More");
  window.press(Key::escape);
  CHECK_FALSE(layers.dialog);
}

TEST_CASE("Control and Enter confirm a dialog from a field of it, but not through a layer above it") {
  Layers layers;
  TestWindow window(std::ref(layers));
  window.click("Open");
  window.click("More");
  window.press(Key::enter, key_modifier::control);
  CHECK(layers.result == Dialog::Result::none);
  window.press(Key::escape);
  window.focus(window.find("Title"));
  window.press(Key::enter, key_modifier::control);
  CHECK(layers.result == Dialog::Result::confirmed);
}

TEST_CASE("a long title of a dialog takes the lines it needs, above the body and beside the cross") {
  std::string title = "Goal";
  Rect body;
  TestWindow window([&](Ui& ui) {
    Dialog dialog(ui, "terms", {.title = title, .close = "Close"});
    body = dialog.body();
    ui.text(body.with_height(20), type::body, ui.c.ink, "First line");
    dialog.result();
  }, 390, 844);
  const auto head = [&]() -> const MirrorNode& { return *window.node(window.find(title, MirrorRole::heading)); };
  const auto below = [&] { return body.y - window.node(head().parent)->y - head().y - head().height; };
  const float one_line = head().height, room = below();
  title = "Spring review · Communication · Others: 3.51, and a name of a goal as long as someone likes";
  window.settle();
  CHECK(head().height >= 2 * one_line);
  CHECK(below() == doctest::Approx(room).epsilon(0.01));
  CHECK(head().x + head().width <= window.node(window.find("Close"))->x);
  title.append(400, 'x');
  window.settle();
  CHECK(head().height == 3 * one_line);
}

TEST_CASE("a question offers its way out first") {
  bool asks = true;
  TestWindow window([&](Ui& ui) {
    if (asks && confirm(ui, "delete", {.title = "Delete?", .text = "It is gone.", .confirm = "Delete", .cancel = "Keep", .danger = true}) != Dialog::Result::none)
      asks = false;
  });
  CHECK(window.name_of(window.input.focused) == "Keep");
}

TEST_CASE("the arrows of a menu pass over what is disabled and go round") {
  Layers layers;
  TestWindow window(std::ref(layers));
  window.click("Open");
  window.click("More");
  CHECK(window.name_of(window.input.focused) == "Edit");
  window.press(Key::down);
  CHECK(window.name_of(window.input.focused) == "Delete");
  window.press(Key::down);
  CHECK(window.name_of(window.input.focused) == "Edit");
  window.press(Key::character, 0, "d");
  CHECK(window.name_of(window.input.focused) == "Delete");
  window.click("Delete");
  CHECK(layers.chosen == 2);
  CHECK_FALSE(window.shows("Edit"));
}

TEST_CASE("a layer stands above the page in the mirror, a nested one above its own") {
  Layers layers;
  TestWindow window(std::ref(layers));
  window.click("Open");
  window.click("More");
  const auto layer_of = [&](std::string_view name, MirrorRole role) { return window.node(window.find(name, role))->role_level >> 16 & 255; };
  CHECK(layer_of("Goal", MirrorRole::dialog) > 0);
  CHECK(layer_of("More", MirrorRole::menu) > layer_of("Goal", MirrorRole::dialog));
}

TEST_CASE("a notice leaves after six seconds, and stays while the pointer rests on it") {
  bool shown = false;
  std::optional<std::uint64_t> undone;
  TestWindow window([&](Ui& ui) {
    if (!shown) show_notice(ui, "Saved", "Undo");
    shown = true;
    if (const auto clicked = draw_notices(ui)) undone = clicked->number;
  });
  window.pass(5000);
  CHECK(window.shows("Saved"));
  window.input.hover_path = {window.node(window.find("Saved"))->parent};
  window.pass(9000);
  CHECK(window.shows("Saved"));
  window.input.hover_path.clear();
  window.settle();
  window.pass(5000);
  CHECK_FALSE(window.shows("Saved"));
  CHECK_FALSE(undone.has_value());
}

TEST_CASE("undoing on a notice says which, and takes it away") {
  std::uint64_t number = 0;
  std::optional<std::uint64_t> undone;
  TestWindow window([&](Ui& ui) {
    if (number == 0) number = show_notice(ui, "Saved", "Undo");
    if (const auto clicked = draw_notices(ui)) undone = clicked->number;
  });
  window.click("Undo");
  CHECK(undone == number);
  CHECK_FALSE(window.shows("Saved"));
}

TEST_CASE("a notice never lies over a dialog's buttons") {
  Layers layers;
  bool shown = false;
  TestWindow window([&](Ui& ui) {
    layers(ui);
    if (!shown) show_notice(ui, "Saved", "Undo");
    shown = true;
    draw_notices(ui);
  }, 390, 844);
  const auto top_of_notice = [&] { return window.node(window.node(window.find("Undo"))->parent)->y; };
  const float at_the_foot = top_of_notice();
  CHECK(at_the_foot > 600);
  window.click("Open");
  CHECK(top_of_notice() < 40);
  window.click("Cancel");
  CHECK(top_of_notice() == at_the_foot);
}

TEST_CASE("a notice puts its actions below its words where they would leave these a narrow column") {
  bool shown = false;
  const std::string words = "The result of Mara was out already when another device changed its release.";
  const auto draw = [&](Ui& ui) {
    if (!shown) show_notice(ui, words, "Show", false, "Undo the merge");
    shown = true;
    draw_notices(ui);
  };
  const auto is_below = [&](TestWindow& window) {
    const auto text = *window.node(window.find(words)), action = *window.node(window.find("Show"));
    CHECK(action.x > text.x);
    return action.y >= text.y + text.height;
  };
  SUBCASE("on a phone") {
    TestWindow window(draw, 390, 844);
    CHECK(is_below(window));
  }
  SUBCASE("where there is room") {
    TestWindow window(draw, 1440, 900);
    CHECK_FALSE(is_below(window));
  }
}
