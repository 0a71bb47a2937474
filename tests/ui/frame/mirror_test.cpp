#include "ui/frame/mirror.h"

#include <doctest/doctest.h>

using namespace fullcircle;

namespace {

const MirrorNode& node(const Mirror& mirror, WidgetId id) {
  for (const MirrorNode& each : mirror.nodes())
    if (each.id == id) return each;
  FAIL("no node with this id");
  return mirror.nodes()[0];
}

/// A page with a scroll area of two buttons, scrolled down by `scroll_y`.
bool record_page(Mirror& mirror, float scroll_y, std::string_view first_name = "First") {
  mirror.begin_frame();
  mirror.open({.id = 1, .role = MirrorRole::main, .rect = {0, 0, 800, 600}});
  mirror.open({.id = 2, .role = MirrorRole::scroll_area, .rect = {100, 50, 300, 200}, .content_size = {300, 900}});
  mirror.set_scroll({0, scroll_y});
  mirror.add({.id = 3, .role = MirrorRole::button, .rect = {110, 60 - scroll_y, 80, 32}, .name = first_name});
  mirror.add({.id = 4, .role = MirrorRole::button, .rect = {110, 100 - scroll_y, 80, 32}, .name = "Second"});
  mirror.close();
  mirror.close();
  return mirror.end_frame();
}

}  // namespace

TEST_CASE("the same page twice is no change") {
  Mirror mirror;
  CHECK(record_page(mirror, 0));
  CHECK_FALSE(record_page(mirror, 0));
}

TEST_CASE("a changed name is a change of that node alone") {
  Mirror mirror;
  record_page(mirror, 0);
  const MirrorNode first = node(mirror, 3), second = node(mirror, 4);
  CHECK(record_page(mirror, 0, "A longer name"));
  CHECK(node(mirror, 3).hash_low != first.hash_low);
  CHECK(mirror.text(node(mirror, 3).name) == "A longer name");
  // Its strings lie elsewhere in the arena now, which is nothing the page needs to know.
  CHECK(node(mirror, 4).hash_low == second.hash_low);
  CHECK(node(mirror, 4).hash_high == second.hash_high);
}

TEST_CASE("scrolling changes no node") {
  Mirror mirror;
  record_page(mirror, 0);
  CHECK_FALSE(record_page(mirror, 37));
}

TEST_CASE("places are counted from the content of the parent") {
  Mirror mirror;
  record_page(mirror, 37);
  CHECK(node(mirror, 2).x == 100);
  CHECK(node(mirror, 3).x == 10);
  CHECK(node(mirror, 3).y == 10);
  CHECK(node(mirror, 4).parent == 2);
}

TEST_CASE("a popup belongs to the page, whoever opens it") {
  Mirror mirror;
  mirror.begin_frame();
  mirror.open({.id = 1, .role = MirrorRole::main, .rect = {0, 0, 800, 600}});
  mirror.open({.id = 2, .role = MirrorRole::scroll_area, .rect = {100, 50, 300, 200}});
  mirror.open({.id = 5, .role = MirrorRole::menu, .rect = {120, 80, 100, 60}, .layer = 1});
  mirror.add({.id = 6, .role = MirrorRole::menu_item, .rect = {125, 85, 90, 20}, .name = "Edit"});
  mirror.close();
  mirror.close();
  mirror.close();
  mirror.end_frame();
  CHECK(node(mirror, 5).parent == 0);
  CHECK(node(mirror, 5).x == 120);
  CHECK(node(mirror, 6).x == 5);
}

TEST_CASE("two nodes with one id are reported") {
  Mirror mirror;
  record_page(mirror, 0);
  CHECK(mirror.duplicate_id() == 0);
  mirror.begin_frame();
  mirror.add({.id = 7, .role = MirrorRole::button, .name = "One"});
  mirror.add({.id = 7, .role = MirrorRole::button, .name = "Two"});
  mirror.end_frame();
  CHECK(mirror.duplicate_id() == 7);
}

TEST_CASE("ids depend on the text, the number and the parent") {
  CHECK(widget_id("name") == widget_id("name"));
  CHECK(widget_id("name") != widget_id("names"));
  CHECK(widget_id("name", 1) != widget_id("name", 2));
  CHECK(widget_id(1, 9) != widget_id(2, 9));
  CHECK(widget_id("") != 0);
}
