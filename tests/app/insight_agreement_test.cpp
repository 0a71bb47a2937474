// Agreement by competency and department, on facts written by hand.
#include "app/queries/insight_agreement.h"

#include <doctest/doctest.h>

#include "app/queries/insight_ratings.h"
#include "store/edit.h"

using namespace fullcircle;

namespace {

const Day kToday = to_day({2026, 11, 19});

/// Departments A, B, … of these sizes under one unit that is shown as a whole, the lead outside of them.
struct Team {
  Document document;
  ModelView view{document};
  std::vector<std::vector<Id<Person>>> people;
  Id<Unit> whole{RecordId{2, 1}};
  InsightFacts facts;

  explicit Team(const std::vector<int>& sizes) {
    StampClock clock{0xA1, [] { return Instant{kToday.number * 86'400'000LL}; }};
    Edit edit("edit.test");
    Workspace workspace;
    workspace.id = Id<Workspace>(RecordId{7, 7});
    workspace.lead = Id<Person>(RecordId{1, 1});
    edit.create(workspace);
    edit.create(Unit{whole, "Whole", {}, {}});
    edit.create(Unit{Id<Unit>(RecordId{2, 99}), "Other", {}, {}});
    std::uint16_t number = 10;
    for (std::size_t d = 0; d < sizes.size(); ++d) {
      const Id<Unit> unit(RecordId{3, static_cast<std::uint16_t>(d + 1)});
      edit.create(Unit{unit, std::string(1, static_cast<char>('A' + d)), whole, {}});
      people.emplace_back();
      for (int i = 0; i < sizes[d]; ++i) {
        Person person;
        person.id = Id<Person>(RecordId{4, ++number});
        person.name = "P" + std::to_string(number);
        person.unit = unit;
        people.back().push_back(person.id);
        edit.create(person);
      }
    }
    apply(document, clock, edit);
    view.me = workspace.lead;
    view.today = kToday;
    facts.cycles.push_back({Id<ReviewCycle>(RecordId{5, 1}), "Spring", kToday, kToday, kToday, 3, 1, 5});
    facts.criteria.push_back({"c", "Communication"});
  }

  void rate(std::size_t department, std::size_t person, double rwg, int anonymous, double others = 3) {
    RatedPerson rated;
    rated.person = people[department][person];
    rated.others = others;
    rated.criteria = {others};
    rated.agreement = {{rwg, anonymous}};
    facts.rated.push_back(rated);
  }
};

}  // namespace

TEST_CASE("a cell is the mean over its people, and needs the minimum of them") {
  Team team({3, 2});
  for (std::size_t i = 0; i < 3; ++i) team.rate(0, i, 0.6 + 0.1 * static_cast<double>(i), 6);
  for (std::size_t i = 0; i < 2; ++i) team.rate(1, i, 0.2, 6);
  const auto grid = compute_agreement_grid(team.facts, compute_departments(team.view, team.whole), 0);
  REQUIRE(grid.departments.size() == 2);
  CHECK(*grid.cell(0, 0).rwg == doctest::Approx(0.7));
  CHECK(grid.cell(0, 1).is_hidden);
  CHECK(*grid.overall == doctest::Approx(0.7));  // the hidden cell is in no other figure
  CHECK(grid.weakest == 0);
}

TEST_CASE("few people whose own agreement may not be shown are left out of the cell, or they would be its difference from the others") {
  Team team({5});
  for (std::size_t i = 0; i < 3; ++i) team.rate(0, i, 0.9, 5);
  for (std::size_t i = 3; i < 5; ++i) team.rate(0, i, 0.1, 3);
  const auto departments = compute_departments(team.view, team.whole);
  auto grid = compute_agreement_grid(team.facts, departments, 0);
  CHECK(grid.cell(0, 0).people == 3);
  CHECK(*grid.cell(0, 0).rwg == doctest::Approx(0.9));
}

TEST_CASE("in a breakdown what is left out is never less than the minimum") {
  Team team({4, 3, 2});
  for (std::size_t d = 0; d < 3; ++d)
    for (std::size_t i = 0; i < team.people[d].size(); ++i) team.rate(d, i, 0.5, 3);
  // C's two are hidden; the whole minus A and B would be theirs, so B, the smaller one, is hidden as well.
  const auto part = compute_agreement_grid(team.facts, compute_departments(team.view, team.whole), 0);
  CHECK(part.cell(0, 0).rwg);
  CHECK(part.cell(0, 1).is_hidden);
  CHECK(part.cell(0, 2).is_hidden);
}

TEST_CASE("the same holds for ratings over cycles") {
  Team team({4, 3, 2});
  for (std::size_t d = 0; d < 3; ++d)
    for (std::size_t i = 0; i < team.people[d].size(); ++i) team.rate(d, i, 0.5, 3, 3.5);
  const auto lines = compute_rating_lines(team.facts, compute_departments(team.view, team.whole), {});
  REQUIRE(lines.lines.size() == 1);
  CHECK(lines.hidden.size() == 2);
  CHECK(*lines.lines[0].points[0].mean == doctest::Approx(3.5));
}

TEST_CASE("the line that changed most is the one set apart") {
  Team team({3, 3});
  team.facts.cycles.push_back(team.facts.cycles[0]);
  for (std::size_t i = 0; i < 3; ++i) {
    team.rate(0, i, 0.5, 5, 3.0);
    team.rate(1, i, 0.5, 5, 3.4);
  }
  for (std::size_t i = 0; i < 3; ++i) {
    team.rate(0, i, 0.5, 5, 3.1);
    team.facts.rated.back().cycle = 1;
    team.rate(1, i, 0.5, 5, 3.1);
    team.facts.rated.back().cycle = 1;
  }
  const auto lines = compute_rating_lines(team.facts, compute_departments(team.view, team.whole), {});
  CHECK(lines.highlighted == 1);
  CHECK(*lines.lines[1].change == doctest::Approx(-0.3));
}
