#include <doctest/doctest.h>

#include "store/document.h"
#include "store/edit.h"

using namespace fullcircle;

namespace {

Person person_of(std::uint64_t number) {
  Person person;
  person.id = Id<Person>(RecordId{number, 1});
  person.name = "Somebody";
  return person;
}

struct Team {
  Document document;
  StampClock clock{7, [] { return Instant{1'000}; }};

  const Table<Person>& people() const { return document.table<Person>(); }
  void create(std::uint64_t first, std::uint64_t last) {
    Edit edit("edit.person");
    for (std::uint64_t number = first; number <= last; ++number) edit.create(person_of(number));
    apply(document, clock, edit);
  }
};

}  // namespace

TEST_CASE("a table tells which records were added and changed since a revision") {
  Team team;
  team.create(1, 3);
  const auto before = team.people().revision();
  CHECK(team.people().changes_since(before)->empty());
  Person renamed = person_of(2);
  renamed.name = "Somebody else";
  Edit edit("edit.person");
  edit.update(renamed);
  apply(team.document, team.clock, edit);
  const auto between = team.people().revision();
  team.create(9, 9);
  const auto changes = team.people().changes_since(before);
  REQUIRE(changes);
  REQUIRE(changes->size() == 2);
  CHECK((*changes)[0].id == RecordId{2, 1});
  CHECK_FALSE((*changes)[0].is_new);
  CHECK((*changes)[1].id == RecordId{9, 1});
  CHECK((*changes)[1].is_new);
  CHECK(team.people().changes_since(between)->size() == 1);
}

TEST_CASE("what is more than a table keeps counts as everything") {
  Team team;
  team.create(1, 3);
  const auto before = team.people().revision();
  team.create(10, 1'000);
  CHECK_FALSE(team.people().changes_since(before));
  CHECK(team.people().changes_since(team.people().revision())->empty());
  const auto after = team.people().revision();
  team.document.table<Person>().change_rows([](RowList&) {});
  CHECK_FALSE(team.people().changes_since(after));
}

TEST_CASE("the count of living records follows deletions and restores") {
  Team team;
  team.create(1, 3);
  Edit erase("edit.person");
  erase.erase(Id<Person>(RecordId{2, 1}));
  apply(team.document, team.clock, erase);
  CHECK(team.people().size() == 2);
  team.create(2, 2);
  CHECK(team.people().size() == 3);
}
