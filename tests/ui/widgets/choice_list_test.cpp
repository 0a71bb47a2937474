#include "ui/widgets/choice_list.h"

#include <doctest/doctest.h>

#include "ui/widgets/support/test_window.h"

using namespace fullcircle;
using namespace fullcircle::ui;

namespace {

std::vector<std::string> numbered_names(int count) {
  std::vector<std::string> names;
  for (int i = 0; i < count; ++i) names.push_back("Person " + std::to_string(i));
  return names;
}

std::vector<Choice> choices_of(const std::vector<std::string>& names) {
  std::vector<Choice> choices;
  for (std::size_t i = 0; i < names.size(); ++i) choices.push_back({.label = names[i], .caption = "Engineer", .person = i + 1});
  return choices;
}

constexpr SelectOptions kSearchable{.search = "Search people", .nothing_found = "Nobody"};

}  // namespace

TEST_CASE("a search finds all its words in label and caption, case aside") {
  const Choice choices[] = {{"Mara", "Support lead"}, {"Marta", "Buyer"}, {"Tom", "Support agent"}};
  std::vector<int> found;
  find_choices(choices, "mar", found);
  CHECK(found == std::vector{0, 1});
  find_choices(choices, "MA su", found);
  CHECK(found == std::vector{0});
  find_choices(choices, "", found);
  CHECK(found.size() == 3);
  find_choices(choices, "xyz", found);
  CHECK(found.empty());
}

TEST_CASE("choosing one of ten thousand draws only those in view") {
  const std::vector<std::string> names = numbered_names(10000);
  const std::vector<Choice> choices = choices_of(names);
  int chosen = -1;
  TestWindow window([&](Ui& ui) { person_picker(ui, {100, 100, 300, 32}, "Owner", choices, chosen, kSearchable); });
  window.click("Owner");
  CHECK(window.count(MirrorRole::option) > 3);
  CHECK(window.count(MirrorRole::option) < 20);
  window.type("Search people", "9876");
  CHECK(window.count(MirrorRole::option) == 1);
  window.click("Person 9876");
  CHECK(chosen == 9876);
  CHECK(window.count(MirrorRole::option) == 0);
}

TEST_CASE("Enter in the search takes the first that was found, and the field has the focus again") {
  const std::vector<std::string> names = numbered_names(50);
  const std::vector<Choice> choices = choices_of(names);
  int chosen = 3;
  TestWindow window([&](Ui& ui) { person_picker(ui, {100, 100, 300, 32}, "Owner", choices, chosen, kSearchable); });
  const WidgetId field = window.find("Owner: Person 3");
  window.focus(field);
  window.click("Owner: Person 3");
  window.type("Search people", "42");
  window.press(Key::enter);
  CHECK(chosen == 42);
  CHECK(window.input.focused == field);
}

TEST_CASE("a letter in an open list without a search goes to the next label that begins with it") {
  const Choice choices[] = {{.label = "Goal"}, {.label = "Plan"}, {.label = "Practice"}, {.label = "Note"}};
  int chosen = 0;
  TestWindow window([&](Ui& ui) { select(ui, {100, 100, 300, 32}, "Goes to", choices, chosen); });
  window.click("Goes to: Goal");
  window.press(Key::character, 0, "p");
  window.press(Key::character, 0, "p");
  window.press(Key::enter);
  CHECK(chosen == 2);
}
