// The page of parts has every widget: what holds for it holds for all of them.
#include <doctest/doctest.h>

#include "ui/screens/parts_screen.h"
#include "ui/widgets/support/test_window.h"

using namespace fullcircle;
using namespace fullcircle::ui;

TEST_CASE("no two widgets of a frame share an id, wide or on a phone") {
  for (const float width : {1440.0f, 900.0f, 390.0f}) {
    PartsState state;
    TestWindow window([&](Ui& ui) { draw_parts_screen(ui, state); }, width, 844);
    CHECK(window.frame.mirror().duplicate_id() == 0);
    CHECK(window.frame.mirror().nodes().size() > 300);
  }
}

TEST_CASE("everything one can act upon has a name") {
  PartsState state;
  TestWindow window([&](Ui& ui) { draw_parts_screen(ui, state); });
  for (const MirrorNode& node : window.frame.mirror().nodes()) {
    const auto role = static_cast<MirrorRole>(node.role_level & 255);
    const bool acts = role == MirrorRole::button || role == MirrorRole::link || role == MirrorRole::checkbox || role == MirrorRole::radio ||
                      role == MirrorRole::switch_ || role == MirrorRole::tab || role == MirrorRole::text_field ||
                      role == MirrorRole::text_area || role == MirrorRole::search_field || role == MirrorRole::figure;
    if (acts) CHECK(window.frame.mirror().text(node.name).find_first_not_of(' ') != std::string_view::npos);
  }
}

TEST_CASE("a page at rest asks for no further frame") {
  PartsState state;
  TestWindow window([&](Ui& ui) { draw_parts_screen(ui, state); });
  window.pass(5000);
  window.pass(5000);
  CHECK(window.frame.output().next_frame_ms == -1);
}

TEST_CASE("drawing the same page twice changes nothing in the mirror") {
  PartsState state;
  int passes = 0;
  TestWindow window([&](Ui& ui) { draw_parts_screen(ui, state); ++passes; });
  window.pass(5000);
  passes = 0;
  window.settle();
  CHECK(passes == 1);
}
