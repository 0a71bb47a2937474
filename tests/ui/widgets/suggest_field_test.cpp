#include "ui/widgets/suggest_field.h"

#include <doctest/doctest.h>

#include "ui/widgets/support/test_window.h"

using namespace fullcircle;
using namespace fullcircle::ui;

namespace {

constexpr std::string_view kRoles[] = {"Buyer", "Designer", "Engineer A", "Engineer B"};

struct Roles {
  std::string role, after;

  void operator()(Ui& ui) {
    suggest_field(ui, {20, 20, 300, 32}, "Role", role, kRoles);
    text_field(ui, {20, 80, 300, 32}, "Department", after);
  }
};

}  // namespace

TEST_CASE("typing offers what holds the words typed, and a click takes it") {
  Roles roles;
  TestWindow window(std::ref(roles));
  CHECK_FALSE(window.shows("Engineer A"));
  window.type("Role", "eng");
  CHECK(window.shows("Engineer A"));
  CHECK_FALSE(window.shows("Buyer"));
  window.click("Engineer B");
  CHECK(roles.role == "Engineer B");
  CHECK_FALSE(window.shows("Engineer A"));
}

TEST_CASE("Down and Enter take a suggestion") {
  Roles roles;
  TestWindow window(std::ref(roles));
  window.type("Role", "e");
  window.press(Key::down);
  window.press(Key::down);
  window.press(Key::enter);
  CHECK(roles.role == "Designer");
}

TEST_CASE("what is in no list may be written, and nothing is offered for it") {
  Roles roles;
  TestWindow window(std::ref(roles));
  window.type("Role", "Astronaut");
  CHECK(roles.role == "Astronaut");
  CHECK(window.count(MirrorRole::option) == 0);
}

TEST_CASE("suggestions go away when the field is left, and do not take the focus back") {
  Roles roles;
  TestWindow window(std::ref(roles));
  window.type("Role", "eng");
  const WidgetId department = window.find("Department", MirrorRole::text_field);
  window.focus(department);
  window.settle();
  CHECK_FALSE(window.shows("Engineer A"));
  CHECK(window.input.focused == department);
}
