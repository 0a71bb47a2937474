#include <doctest/doctest.h>

#include "ui/widgets/button.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/support/test_window.h"
#include "ui/widgets/text_field.h"

using namespace fullcircle;
using namespace fullcircle::ui;

namespace {

/// A dialog with one number from 0 to 100, as long as it is open.
struct Drawn {
  std::optional<double> weight = 40;
  bool is_open = true, is_wrong = false;
  int confirmed = 0;

  void operator()(Ui& ui) {
    if (!is_open) return;
    Dialog dialog(ui, "goal", {.title = "Goal", .confirm = "Save", .cancel = "Cancel"});
    Rect body = dialog.body();
    is_wrong = number_field(ui, body.cut_top(32), "Weight", weight, {.minimum = 0, .maximum = 100, .unit = "%", .expected = "A number from 0 to 100."}).wrong;
    const auto result = dialog.result();
    confirmed += result == Dialog::Result::confirmed;
    if (result != Dialog::Result::none) is_open = false;
  }
};

}  // namespace

TEST_CASE("a number beyond its limits is told when it is left, and neither it nor the last number is lost") {
  Drawn drawn;
  TestWindow window(std::ref(drawn));
  const WidgetId field = window.find("Weight", MirrorRole::text_field);
  window.focus(field);
  window.type("Weight", "400");
  CHECK_FALSE(drawn.is_wrong);  // nobody is corrected while typing
  window.focus(window.find("Save", MirrorRole::button));
  window.settle();
  CHECK(drawn.is_wrong);
  CHECK(drawn.weight == 40);
  CHECK((window.node(field)->states & mirror_state::invalid) != 0);
  window.focus(field);
  window.type("Weight", "45");
  CHECK_FALSE(drawn.is_wrong);
  CHECK(drawn.weight == 45);
}

TEST_CASE("a dialog does not confirm over an entry that is no number, and leads back to it") {
  Drawn drawn;
  TestWindow window(std::ref(drawn));
  const WidgetId field = window.find("Weight", MirrorRole::text_field);
  window.focus(field);
  window.type("Weight", "much");
  window.focus(window.find("Save", MirrorRole::button));
  window.click("Save");
  CHECK(drawn.confirmed == 0);
  CHECK(drawn.is_open);
  CHECK(window.input.focused == field);
  window.settle();
  CHECK(drawn.is_wrong);
  window.type("Weight", "");
  window.click("Save");
  CHECK(drawn.confirmed == 1);
  CHECK(!drawn.weight);
}

TEST_CASE("what is seen on a button comes first in what is said") {
  CHECK(spoken_name("Write", "Feedback for Mara") == "Write: Feedback for Mara");
  CHECK(spoken_name("Copy", "Copy the public key") == "Copy the public key");
  CHECK(spoken_name("Write", "") == "Write");
}
