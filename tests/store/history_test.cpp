#include <doctest/doctest.h>

#include "store/device.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

const Id<Person> kAda = make_id<Person>(1);
constexpr std::uint16_t kName = 1, kEmail = 2;

struct Disagreement {
  Device here{1}, there{2};
  Disagreement() {
    here.create(make_person(1, "Ada"));
    there.receive(here.document);
    here.set(kAda, &Person::name, "from here");
    there.wait_ms(10);
    there.set(kAda, &Person::name, "from there");
    here.receive(there.document);
  }
};

}  // namespace

TEST_CASE("history tells who wrote what when, latest first") {
  Disagreement both;
  const auto history = history_of(both.here.document, kAda, kName);
  REQUIRE(history.size() == 3);
  CHECK(history[0].value == Value("from there"));
  CHECK(history[0].role == VersionRole::shown);
  CHECK(history[0].stamp.actor == 2);
  CHECK(history[0].stamp.instant() == Instant{kStartMs + 10});
  CHECK(history[1].role == VersionRole::conflicting);
  CHECK(history[2].role == VersionRole::replaced);
  CHECK(history[2].value == Value("Ada"));
}

TEST_CASE("a field nobody edited has the history of its creation, an unknown record none") {
  Disagreement both;
  const auto history = history_of(both.here.document, kAda, kEmail);
  REQUIRE(history.size() == 1);
  CHECK(history[0].value == Value(""));
  CHECK(history_of(both.here.document, make_id<Person>(9), kName).empty());
  CHECK(history_of(both.here.document, kAda, 999).empty());
}

TEST_CASE("a conflict is settled with either side or a third value, for every copy") {
  for (const char* choice : {"from here", "from there", "together"}) {
    Disagreement both;
    const auto conflicts = conflicts_of(both.here.document, kKindIndex<Person>, kAda);
    REQUIRE(conflicts.size() == 1);
    both.here.keep(settle(both.here.document, both.here.clock(), conflicts[0], choice));
    CHECK(both.here.document.table<Person>().find(kAda)->name == choice);
    CHECK(conflicts_of(both.here.document).empty());
    both.there.receive(both.here.document);
    CHECK(conflicts_of(both.there.document).empty());
    CHECK(both.there.document.table<Person>().find(kAda)->name == choice);
  }
}

TEST_CASE("an ordinary edit does not settle a conflict") {
  Disagreement both;
  both.here.set(kAda, &Person::name, "third");
  const auto conflicts = conflicts_of(both.here.document);
  REQUIRE(conflicts.size() == 1);
  CHECK(conflicts[0].others[0].value == Value("from here"));
}

TEST_CASE("a version that comes after the settlement is a new conflict") {
  Disagreement both;
  Device third(3);
  third.receive(both.here.journal[0]);
  third.set(kAda, &Person::name, "from a third");
  both.here.keep(settle(both.here.document, both.here.clock(), conflicts_of(both.here.document)[0], "together"));
  both.here.receive(third.document);
  const auto conflicts = conflicts_of(both.here.document);
  REQUIRE(conflicts.size() == 1);
  REQUIRE(conflicts[0].others.size() == 1);
}

TEST_CASE("a settlement can be undone and redone: the sides stand side by side again, and settled again, for every copy") {
  for (const char* choice : {"from here", "from there", "together"}) {
    Disagreement both;
    const auto name = [&] { return both.here.document.table<Person>().find(kAda)->name; };
    both.here.keep(settle(both.here.document, both.here.clock(), conflicts_of(both.here.document)[0], choice));
    for (int round = 0; round < 2; ++round) {
      CHECK(both.here.undo()->skipped.empty());
      CHECK(name() == "from there");
      const auto conflicts = conflicts_of(both.here.document);
      REQUIRE(conflicts.size() == 1);
      REQUIRE(conflicts[0].others.size() == 1);
      CHECK(conflicts[0].others[0].value == Value("from here"));
      CHECK(both.here.redo()->skipped.empty());
      CHECK(name() == choice);
      CHECK(conflicts_of(both.here.document).empty());
    }
    both.here.undo();
    both.there.receive(both.here.document);
    CHECK(same_content(merged(both.there.document, both.here.document), both.here.document));
    CHECK(conflicts_of(both.there.document).size() == 1);
  }
}

TEST_CASE("several conflicts settled at once are one step") {
  Disagreement both;
  both.here.set(kAda, &Person::email, "here@example.org");
  both.there.set(kAda, &Person::email, "there@example.org");
  both.here.receive(both.there.document);
  std::vector<Settlement> settlements;
  for (const Conflict& conflict : conflicts_of(both.here.document)) settlements.push_back({conflict, conflict.others.front().value});
  REQUIRE(settlements.size() == 2);
  both.here.keep(settle(both.here.document, both.here.clock(), settlements));
  CHECK(conflicts_of(both.here.document).empty());
  CHECK(both.here.document.table<Person>().find(kAda)->email == "here@example.org");
  both.here.undo();
  CHECK(conflicts_of(both.here.document).size() == 2);
  CHECK(both.here.document.table<Person>().find(kAda)->email == "there@example.org");
  both.here.redo();
  CHECK(conflicts_of(both.here.document).empty());
}

TEST_CASE("a field somebody else wrote since its conflict was settled is left alone by the undo") {
  Disagreement both;
  both.here.keep(settle(both.here.document, both.here.clock(), conflicts_of(both.here.document)[0], "together"));
  both.there.receive(both.here.document);
  both.there.set(kAda, &Person::name, "later");
  both.here.receive(both.there.document);
  CHECK(both.here.undo()->skipped.size() == 1);
  CHECK(both.here.document.table<Person>().find(kAda)->name == "later");
  CHECK(conflicts_of(both.here.document).empty());
}

TEST_CASE("conflicts of a deleted record are not listed") {
  Disagreement both;
  both.here.erase(kAda);
  CHECK(conflicts_of(both.here.document).empty());
}
