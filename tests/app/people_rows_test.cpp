// The table of people: what a filter keeps and in which order, and how often the browser is asked for it.
#include "app/queries/people_rows.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/support/plain_text.h"
#include "app/support/sample_team.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

struct CountingText : PlainText {
  int keys = 0, orders = 0;
  std::string search_key(std::string_view text) override {
    ++keys;
    return PlainText::search_key(text);
  }
  std::vector<std::uint32_t> sorted_order(std::span<const std::string_view> texts) override {
    ++orders;
    return PlainText::sorted_order(texts);
  }
};

struct Team : LeadsTeam {
  PeopleList people{compute_people(view)};
  CountingText text;

  std::vector<const PersonRow*> select(const PeopleQuestion& question) {
    std::vector<const PersonRow*> rows;
    for (const auto at : people.select(view, text, question)) rows.push_back(&people.rows()[at]);
    return rows;
  }
  std::vector<std::string> names(const PeopleQuestion& question) {
    std::vector<std::string> names;
    for (const PersonRow* row : select(question)) names.push_back(row->person->name);
    return names;
  }
};

}  // namespace

TEST_CASE("the filter looks into names, roles and departments, whatever the case") {
  Team team;
  CHECK(team.names({.filter = "MARA"}) == std::vector<std::string>{"Mara"});
  for (const PersonRow& row : team.people.rows())
    for (const std::string_view part : {row.role, row.unit}) {
      if (part.empty() || row.has_left) continue;
      CHECK(std::ranges::count(team.names({.filter = std::string(part)}), row.person->name) == 1);
    }
  CHECK(team.names({.filter = "nobody is called like this"}).empty());
  CHECK(team.names({}).size() == static_cast<std::size_t>(std::ranges::count(team.people.rows(), false, &PersonRow::has_left)));
}

TEST_CASE("a filter does not reach from one person's words into those of the next, whatever they hold") {
  Team team;
  const Id<Person> mara = person_called(team.view, "Mara");
  team.change(mara, [](Person& person) { person.name = "Ma\x1era"; });
  team.people = PeopleList(compute_people(team.view));
  CHECK(team.names({.filter = "mara"}).size() == 1);
  CHECK(team.names({.filter = "jonas"}) == std::vector<std::string>{"Jonas"});
}

TEST_CASE("every column sorts both ways; who has no figure comes last in either") {
  Team team;
  for (const PeopleOrder order : {PeopleOrder::name, PeopleOrder::role, PeopleOrder::unit, PeopleOrder::manager}) {
    auto up = team.names({.order = order}), down = team.names({.order = order, .is_descending = true});
    std::ranges::reverse(down);
    CHECK(up == down);
  }
  CHECK(std::ranges::is_sorted(team.names({})));
  for (const bool is_descending : {false, true}) {
    std::vector<double> figures;
    bool is_over = false;
    for (const PersonRow* row : team.select({.order = PeopleOrder::goals, .is_descending = is_descending})) {
      if (!row->goals.attainment) is_over = true;
      else CHECK_FALSE(is_over);
      if (row->goals.attainment) figures.push_back(is_descending ? -*row->goals.attainment : *row->goals.attainment);
    }
    CHECK(figures.size() > 5);
    CHECK(std::ranges::is_sorted(figures));
  }
}

TEST_CASE("the browser is asked once for the words of all rows and once for each order, not at every letter") {
  Team team;
  for (const std::string filter : {"m", "ma", "mar", "mara"}) team.select({.filter = filter});
  CHECK(team.text.keys == 4 + 1);  // what was typed each time, and the rows
  CHECK(team.text.orders == 1);
  team.select({.order = PeopleOrder::role});
  team.select({.order = PeopleOrder::role, .is_descending = true});
  CHECK(team.text.orders == 2);
}
