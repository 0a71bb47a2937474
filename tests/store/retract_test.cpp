#include <doctest/doctest.h>

#include "store/device.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

const Id<Person> kAda = make_id<Person>(1);
const Id<Person> kGrace = make_id<Person>(2);

/// What is here, and an import that renames Ada and brings Grace.
struct Import {
  Device here{1}, there{2};
  Document before, added;

  Import() {
    here.create(make_person(1, "Ada"));
    there.receive(here.document);
    there.wait_ms(10);
    there.set(kAda, &Person::name, "Ada L.");
    there.create(make_person(2, "Grace"));
    before = here.document;
    added = compute_missing(here.document, there.document);
    here.receive(there.document);
  }
};

}  // namespace

TEST_CASE("a retracted import leaves what was there before") {
  Import import;
  CHECK(import.here.document.table<Person>().find(kAda)->name == "Ada L.");
  retract(import.here.document, import.added);
  CHECK(same_content(import.here.document, import.before));
}

TEST_CASE("what the import shares with what was here stays") {
  Import import;
  CHECK_MESSAGE(import.added.table<Person>().find_row(kAda)->is_partial(), "the creation of Ada was here already");
  retract(import.here.document, import.added);
  CHECK(import.here.document.table<Person>().find(kAda)->name == "Ada");
}

TEST_CASE("own edits made since survive a retraction") {
  Import import;
  import.here.set(kAda, &Person::email, "ada@example.org");
  import.here.create(make_person(3, "Edith"));
  retract(import.here.document, import.added);
  const auto& people = import.here.document.table<Person>();
  CHECK(people.find(kAda)->email == "ada@example.org");
  CHECK(people.find(kAda)->name == "Ada");
  CHECK(people.find(make_id<Person>(3)));
  CHECK(!people.find_row(kGrace));
}

TEST_CASE("a version that a later edit builds on stays as history") {
  Import import;
  import.here.set(kAda, &Person::name, "Countess");
  retract(import.here.document, import.added);
  CHECK(import.here.document.table<Person>().find(kAda)->name == "Countess");
  CHECK(history_of(import.here.document, kAda, 1).size() == 3);
  CHECK(conflicts_of(import.here.document).empty());
}

TEST_CASE("an imported record somebody went on writing in stays whole") {
  Import import;
  import.here.set(kGrace, &Person::email, "grace@example.org");
  retract(import.here.document, import.added);
  const Person* grace = import.here.document.table<Person>().find(kGrace);
  REQUIRE(grace);
  CHECK(grace->name == "Grace");
  CHECK(grace->email == "grace@example.org");
}

TEST_CASE("a retracted deletion gives the record back") {
  Import import;
  import.there.erase(kAda);
  const Document added = compute_missing(import.here.document, import.there.document);
  import.here.receive(import.there.document);
  CHECK(!import.here.document.table<Person>().find(kAda));
  retract(import.here.document, added);
  CHECK(import.here.document.table<Person>().find(kAda));
}

TEST_CASE("an import that brought nothing new retracts to nothing") {
  Import import;
  const Document nothing = compute_missing(import.here.document, import.there.document);
  CHECK(nothing.has_no_rows());
  const Document before = import.here.document;
  retract(import.here.document, nothing);
  CHECK(same_content(import.here.document, before));
}

TEST_CASE("a retracted file can be imported again") {
  Import import;
  retract(import.here.document, import.added);
  import.here.receive(import.there.document);
  CHECK(same_content(import.here.document, import.there.document));
}
