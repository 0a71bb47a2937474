#include "app/commands/people_commands.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/queries/people_rows.h"
#include "app/support/plain_text.h"
#include "app/support/shipped_languages.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

const Day kToday = to_day({2026, 11, 19});

/// Ada leads Ben, who leads Cem; Dia reports to nobody.
struct Team {
  Document document;
  StampClock clock{Actor{1}, [] { return Instant{kToday.number * 86'400'000LL}; }};
  ModelView view{document};
  Id<Person> ada{RecordId{1, 1}}, ben{RecordId{2, 1}}, cem{RecordId{3, 1}}, dia{RecordId{4, 1}};

  Team() {
    view.today = kToday;
    Edit edit;
    edit.create(Person{.id = ada, .name = "Ada"});
    edit.create(Person{.id = ben, .name = "Ben", .manager = ada});
    edit.create(Person{.id = cem, .name = "=Cem", .email = "cem@example.org", .manager = ben});
    edit.create(Person{.id = dia, .name = "Dia"});
    take(edit);
  }
  void take(const Edit& edit) { apply(document, clock, edit); }
  Id<Person> manager(Id<Person> person) const { return view.find(person)->manager; }
  std::vector<std::string> shown(PeopleShown which) {
    PlainText text;
    const PeopleList people(compute_people(view));
    std::vector<std::string> names;
    for (const auto at : people.select(view, text, {.shown = which})) names.push_back(people.rows()[at].person->name);
    std::ranges::sort(names);
    return names;
  }
};

}  // namespace

TEST_CASE("several people get a manager in one step, and nobody comes to report to themselves") {
  Team team;
  const std::vector chosen{team.ada, team.ben, team.dia};
  const ManagerChange change = set_manager(team.view, chosen, team.cem);
  CHECK(change.left_out == 2);  // Ada and Ben lead Cem already
  team.take(change.edit);
  CHECK(team.manager(team.dia) == team.cem);
  CHECK(team.manager(team.ada) == Id<Person>());
  CHECK(team.manager(team.ben) == team.ada);
  CHECK(change.edit.label_key() == "edit.people.change");
}

TEST_CASE("nobody as manager is allowed for everybody") {
  Team team;
  const std::vector chosen{team.ben, team.cem};
  const ManagerChange change = set_manager(team.view, chosen, {});
  CHECK(change.left_out == 0);
  team.take(change.edit);
  CHECK(!team.manager(team.cem));
}

TEST_CASE("a circle that is there already does not hang") {
  Team team;
  Person ada = *team.view.find(team.ada);
  ada.manager = team.cem;
  Edit edit;
  edit.update(ada);
  team.take(edit);
  CHECK(would_close_circle(team.view, team.ada, team.ben));
  CHECK(!would_close_circle(team.view, team.dia, team.ben));
}

TEST_CASE("who has left is among the former people only, and can come back") {
  Team team;
  const std::vector chosen{team.ben, team.dia};
  team.take(set_left(team.view, chosen));
  CHECK(team.shown(PeopleShown::everyone) == std::vector<std::string>{"=Cem", "Ada"});
  CHECK(team.shown(PeopleShown::former) == std::vector<std::string>{"Ben", "Dia"});
  team.take(set_returned(team.view, chosen));
  CHECK(team.shown(PeopleShown::former).empty());
}

TEST_CASE("a department can be created and given in the same step") {
  Team team;
  Edit edit("edit.people.change");
  Unit yard;
  yard.id = Id<Unit>(RecordId{9, 1});
  yard.name = "Yard";
  edit.create(yard);
  const std::vector chosen{team.ada, team.cem};
  set_unit(edit, team.view, chosen, yard.id);
  team.take(edit);
  CHECK(team.view.find(team.cem)->unit == yard.id);
  CHECK(!team.view.find(team.dia)->unit);
}

TEST_CASE("people leave as a list that an import reads again, and no cell is a formula") {
  Team team;
  const std::vector chosen{team.cem};
  const std::string csv = encode_people_csv(team.view, *load_language("en"), chosen);
  CHECK(csv.contains("'=Cem"));
  CHECK(csv.contains("cem@example.org"));
  CHECK(csv.contains("Ben"));
  CHECK(!csv.contains("Ada"));
}
