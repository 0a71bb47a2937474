// Cells and values of charts that open: by mouse, and by keyboard from one place in the order of Tab.
#include "ui/widgets/charts/heat_grid.h"

#include <doctest/doctest.h>

#include "ui/widgets/charts/interval_dots.h"
#include "ui/widgets/support/test_window.h"

using namespace fullcircle;
using namespace fullcircle::ui;

namespace {

/// Two by three; the middle of the first row and the first of the second are hidden.
struct Grid {
  std::optional<std::size_t> opened;

  void operator()(Ui& ui) {
    const std::string_view columns[] = {"A", "B", "C"}, rows[] = {"Upper", "Lower"};
    const HeatCell cells[] = {{"1", HeatLevel::middle, "Upper A"}, {"hidden", HeatLevel::hidden}, {"3", HeatLevel::weak, "Upper C"},
                              {"hidden", HeatLevel::hidden}, {"5", HeatLevel::strong, "Lower B"}, {"6", HeatLevel::middle, "Lower C"}};
    Rect area = ui.screen();
    if (const auto cell = heat_grid(ui, area, {.caption = "Grid"}, columns, rows, cells)) opened = cell;
  }
};

bool is_focused(const TestWindow& window, std::string_view name) { return window.input.focused == window.find(name, MirrorRole::button); }

}  // namespace

TEST_CASE("a cell with a value opens by a click, a hidden one is no button") {
  Grid grid;
  TestWindow window(std::ref(grid));
  CHECK(window.count(MirrorRole::button) == 4);
  window.click("Lower B");
  CHECK(grid.opened == 4);
}

TEST_CASE("one cell of a grid is in the order of Tab, and arrows lead to those that open, past hidden ones") {
  Grid grid;
  TestWindow window(std::ref(grid));
  const auto reachable = [&](std::string_view name) { return (window.node(window.find(name, MirrorRole::button))->role_level >> 24 & 255) == 1; };
  CHECK(reachable("Upper A"));
  CHECK_FALSE(reachable("Lower C"));
  window.focus(window.find("Upper A", MirrorRole::button));
  window.press(Key::right);
  CHECK(is_focused(window, "Upper C"));
  window.press(Key::down);
  window.press(Key::left);
  CHECK(is_focused(window, "Lower B"));
  window.press(Key::left);
  window.press(Key::up);  // nothing opens there
  CHECK(is_focused(window, "Lower B"));
  CHECK(reachable("Lower B"));
  CHECK_FALSE(reachable("Upper A"));
  window.press(Key::enter);
  CHECK(grid.opened == 4);
}

TEST_CASE("a long name in a chart of intervals takes a second line, and its value opens") {
  std::optional<std::size_t> opened;
  float one = 0, two = 0;
  TestWindow window([&](Ui& ui) {
    const IntervalRow rows[] = {{"Short", "4 people", 0.2f, 0.1f, 0.3f, "+0.2", "Open short"},
                                {"A name of an action that is much longer than its column", "4 people", 0.2f, -0.1f, 0.3f, "+0.3", "Open long"}};
    for (float* height : {&one, &two}) {
      const IdScope scope(ui, height == &one ? 1 : 2);
      Rect area = ui.screen();
      const auto row = interval_dots(ui, area, std::span(rows).subspan(height == &one ? 0 : 1, 1), {.caption = "Changes"}, {});
      *height = area.y - ui.screen().y;
      if (row) opened = height == &one ? 0 : 1;
    }
  });
  CHECK(two > one + 1);
  window.focus(window.find("Open long", MirrorRole::button));
  window.press(Key::enter);
  CHECK(opened == 1);
}
