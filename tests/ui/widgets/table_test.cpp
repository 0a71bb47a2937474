#include "ui/widgets/table.h"

#include <doctest/doctest.h>

#include "ui/widgets/scroll.h"
#include "ui/widgets/support/test_window.h"

using namespace fullcircle;
using namespace fullcircle::ui;

namespace {

constexpr Column kColumns[] = {{"Person", -1, Align::left, true}, {"Role", 200}};

/// A table in a scroll area of the whole window, its rows named after their index.
struct Drawn {
  TableState state;
  std::size_t rows = 10000;
  TableOptions options;
  std::optional<std::size_t> clicked;
  std::size_t drawn = 0;

  void operator()(Ui& ui) {
    ScrollArea scroll(ui, ui.screen(), "page", "Page");
    Rect area = scroll.content();
    Table table(ui, area, "People", kColumns, state, rows, options);
    drawn = 0;
    while (const auto row = table.next([](std::size_t i) { return std::uint64_t{i + 1}; })) {
      ++drawn;
      if (row->clicked) clicked = row->index;
      table.text_cell(0, "Person " + std::to_string(row->index));
      table.text_cell(1, "");
    }
    if (const auto& range = table.range_wanted()) {
      state.selected.clear();
      for (std::size_t i = range->first; i <= range->last; ++i) state.selected.insert(i + 1);
    }
  }
};

/// The row that holds this text.
WidgetId row_of(const TestWindow& window, std::string_view text) {
  const MirrorNode* cell = window.node(window.node(window.find(text))->parent);
  return cell->parent;
}

}  // namespace

TEST_CASE("of ten thousand rows only those in view are drawn") {
  Drawn drawn;
  TestWindow window(std::ref(drawn));
  CHECK(drawn.drawn < 25);
  CHECK(window.shows("Person 0"));
  CHECK_FALSE(window.shows("Person 30"));
  window.scroll("Page", 48 * 5000);
  CHECK(drawn.drawn < 25);
  CHECK(window.shows("Person 5001"));
  CHECK_FALSE(window.shows("Person 0"));
  CHECK(window.node(window.find("People", MirrorRole::table))->count == 10001);
}

TEST_CASE("the arrows move from row to row, End goes to one that was not drawn") {
  Drawn drawn;
  TestWindow window(std::ref(drawn));
  window.focus(row_of(window, "Person 0"));
  window.press(Key::down);
  CHECK(window.input.focused == row_of(window, "Person 1"));
  window.press(Key::end);
  CHECK(window.input.focused == row_of(window, "Person 9999"));
  window.press(Key::home);
  CHECK(window.input.focused == row_of(window, "Person 0"));
}

TEST_CASE("the focused row is drawn even when it is scrolled out of view") {
  Drawn drawn;
  TestWindow window(std::ref(drawn));
  window.focus(row_of(window, "Person 2"));
  window.scroll("Page", 48 * 5000);
  CHECK(window.shows("Person 2"));
  CHECK(window.shows("Person 5001"));
}

TEST_CASE("a click on a row tells which") {
  Drawn drawn;
  TestWindow window(std::ref(drawn));
  window.input.actions = {{.kind = Action::Kind::activate, .id = row_of(window, "Person 7")}};
  window.settle();
  CHECK(drawn.clicked == 7);
}

TEST_CASE("a sortable head sorts up, then down") {
  Drawn drawn;
  TestWindow window(std::ref(drawn));
  window.click("Person");
  CHECK(drawn.state.sort_column == 0);
  CHECK_FALSE(drawn.state.descending);
  window.click("Person");
  CHECK(drawn.state.descending);
}

TEST_CASE("an empty table draws its head and no row") {
  Drawn drawn{.rows = 0};
  TestWindow window(std::ref(drawn));
  CHECK(drawn.drawn == 0);
  CHECK(window.shows("Role"));
}

TEST_CASE("Space selects the row, and only with several selectable") {
  Drawn drawn{.options = {.multi_select = true, .select_row = "Select", .select_all = "Select all"}};
  TestWindow window(std::ref(drawn));
  window.focus(row_of(window, "Person 3"));
  window.press(Key::space);
  CHECK(drawn.state.selected == std::unordered_set<std::uint64_t>{4});
  window.press(Key::space);
  CHECK(drawn.state.selected.empty());
}

TEST_CASE("Shift with the keys selects from where the selection began, also rows that were never drawn, and Escape empties it") {
  Drawn drawn{.options = {.multi_select = true, .select_row = "Select", .select_all = "Select all"}};
  using Keys = std::unordered_set<std::uint64_t>;
  TestWindow window(std::ref(drawn));
  window.focus(row_of(window, "Person 3"));
  window.press(Key::space);
  window.press(Key::down, key_modifier::shift);
  window.press(Key::down, key_modifier::shift);
  CHECK(drawn.state.selected == Keys{4, 5, 6});
  window.press(Key::up, key_modifier::shift);
  CHECK(drawn.state.selected == Keys{4, 5});
  CHECK(window.input.focused == row_of(window, "Person 4"));
  window.press(Key::home, key_modifier::shift);
  CHECK(drawn.state.selected == Keys{1, 2, 3, 4});
  window.press(Key::end, key_modifier::shift);
  CHECK(drawn.state.selected.size() == 10000 - 3);
  window.press(Key::escape);
  CHECK(drawn.state.selected.empty());
}

TEST_CASE("a click with Control or Shift selects and opens nothing") {
  Drawn drawn{.options = {.multi_select = true, .select_row = "Select", .select_all = "Select all"}};
  TestWindow window(std::ref(drawn));
  const auto click = [&](std::string_view name, std::uint8_t held) {
    window.input.pointer.modifiers = held;
    window.input.actions = {{.kind = Action::Kind::activate, .id = row_of(window, name)}};
    window.settle();
  };
  click("Person 2", key_modifier::control);
  click("Person 5", key_modifier::shift);
  CHECK(drawn.state.selected == std::unordered_set<std::uint64_t>{3, 4, 5, 6});
  CHECK(!drawn.clicked);
  click("Person 7", 0);
  CHECK(drawn.clicked == 7);
}

TEST_CASE("without several to select, Escape and Space are not the table's") {
  Drawn drawn;
  TestWindow window(std::ref(drawn));
  const MirrorNode* row = window.node(row_of(window, "Person 3"));
  CHECK((row->keys & key_set::of(Key::escape)) == 0);
  CHECK((row->keys & key_set::of(Key::space)) == 0);
}
