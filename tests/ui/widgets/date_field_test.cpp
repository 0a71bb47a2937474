#include "ui/widgets/date_field.h"

#include <doctest/doctest.h>

#include "ui/widgets/dialog.h"
#include "ui/widgets/support/test_window.h"

using namespace fullcircle;
using namespace fullcircle::ui;

namespace {

const Day kToday = to_day({2026, 11, 19}), kJoined = to_day({2024, 2, 1});

DateWords words() {
  DateWords words;
  words.open_calendar = "Open the calendar";
  words.expected = "This is not a date.";
  return words;
}

/// A dialog with one date, as long as it is open.
struct Drawn {
  std::optional<Day> day = kJoined;
  bool is_open = true, is_wrong = false;
  int confirmed = 0;

  void operator()(Ui& ui) {
    if (!is_open) return;
    Dialog dialog(ui, "person", {.title = "Person", .confirm = "Save", .cancel = "Cancel"});
    Rect body = dialog.body();
    is_wrong = date_field(ui, body.cut_top(32), "Joined", day, kToday, words()).wrong;
    const auto result = dialog.result();
    confirmed += result == Dialog::Result::confirmed;
    if (result != Dialog::Result::none) is_open = false;
  }
};

}  // namespace

TEST_CASE("an entry that is no date is told when it is left, and neither it nor the last date is lost") {
  Drawn drawn;
  TestWindow window(std::ref(drawn));
  const WidgetId field = window.find("Joined", MirrorRole::text_field);
  window.focus(field);
  window.type("Joined", "31.2.");
  CHECK_FALSE(drawn.is_wrong);  // nobody is corrected while typing
  window.focus(window.find("Save", MirrorRole::button));
  CHECK(drawn.is_wrong);
  CHECK(drawn.day == kJoined);
  CHECK((window.node(field)->states & mirror_state::invalid) != 0);
  window.focus(field);
  window.type("Joined", "1.3.");
  CHECK_FALSE(drawn.is_wrong);
  CHECK(drawn.day == to_day({2026, 3, 1}));
}

TEST_CASE("a dialog does not confirm over an entry that is no date, and leads back to it") {
  Drawn drawn;
  TestWindow window(std::ref(drawn));
  const WidgetId field = window.find("Joined", MirrorRole::text_field);
  window.focus(field);
  window.type("Joined", "abc");
  window.click("Save");
  CHECK(drawn.confirmed == 0);
  CHECK(drawn.is_open);
  CHECK(window.input.focused == field);
  window.type("Joined", "");
  window.click("Save");
  CHECK(drawn.confirmed == 1);
  CHECK(!drawn.day);
}

TEST_CASE("an entry given up with its dialog is not there when it opens again") {
  Drawn drawn;
  TestWindow window(std::ref(drawn));
  window.focus(window.find("Joined", MirrorRole::text_field));
  window.type("Joined", "abc");
  window.click("Cancel");
  drawn.is_open = true;
  window.settle();
  window.settle();
  CHECK_FALSE(drawn.is_wrong);
}
