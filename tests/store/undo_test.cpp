#include <doctest/doctest.h>

#include "store/device.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

const Id<Person> kAda = make_id<Person>(1);

const Person* ada(const Device& device) { return device.document.table<Person>().find(kAda); }

/// Two devices with Ada; what one does is not known to the other until it is received.
struct Pair {
  Device here{1}, there{2};
  Pair() {
    here.create(make_person(1, "Ada"));
    there.receive(here.document);
  }
};

}  // namespace

TEST_CASE("undo writes the old value as a new version, redo the new one again") {
  Device device(1);
  device.create(make_person(1, "Ada"));
  device.set(kAda, &Person::name, "Ada L.");
  CHECK(*device.undo_stack().undo_label() == "edit.update");
  device.undo();
  CHECK(ada(device)->name == "Ada");
  CHECK(history_of(device.document, kAda, 1).size() == 3);
  device.redo();
  CHECK(ada(device)->name == "Ada L.");
  CHECK(conflicts_of(device.document).empty());
}

TEST_CASE("what was done to a record that is forgotten stays, and the rest of the same step is undone") {
  Device device(1);
  device.create(make_person(1, "Ada"));
  device.create(make_person(2, "Bo"));
  Edit both("edit.both");
  for (const std::uint64_t number : {1, 2}) {
    Person person = *device.document.table<Person>().find(make_id<Person>(number));
    person.name += "!";
    both.update(person);
  }
  device.apply(both);
  device.set(kAda, &Person::name, "Ada?");
  device.undo();
  device.undo_stack().forget(kKindIndex<Person>, kAda);
  CHECK(!device.redo());
  CHECK(*device.undo_stack().undo_label() == "edit.both");
  device.undo();
  CHECK(ada(device)->name == "Ada!");
  CHECK(device.document.table<Person>().find(make_id<Person>(2))->name == "Bo");
  device.undo();
  CHECK(!device.undo());
  CHECK(ada(device));
}

TEST_CASE("undo goes back through several steps to before the record was there, and redo all the way forward") {
  Device device(1);
  device.create(make_person(1, "a"));
  device.set(kAda, &Person::name, "b");
  device.set(kAda, &Person::name, "c");
  device.erase(kAda);
  for (const char* name : {"c", "b", "a"}) {
    CHECK(device.undo()->skipped.empty());
    REQUIRE(ada(device));
    CHECK(ada(device)->name == name);
  }
  CHECK(device.undo()->skipped.empty());
  CHECK(!ada(device));
  CHECK(!device.undo());
  for (const char* name : {"a", "b", "c"}) {
    CHECK(device.redo()->skipped.empty());
    REQUIRE(ada(device));
    CHECK(ada(device)->name == name);
  }
  CHECK(device.redo()->skipped.empty());
  CHECK(!ada(device));
  CHECK(!device.redo());
}

TEST_CASE("undo leaves alone a field somebody else has written since, and says so") {
  Pair pair;
  Person changed = *ada(pair.here);
  changed.name = "Ada L.";
  changed.email = "ada@example.org";
  pair.here.update(changed);
  pair.there.receive(pair.here.document);
  pair.there.set(kAda, &Person::name, "Countess");
  pair.here.receive(pair.there.document);
  const auto outcome = pair.here.undo();
  CHECK(ada(pair.here)->name == "Countess");
  CHECK(ada(pair.here)->email.empty());
  REQUIRE(outcome->skipped.size() == 1);
  CHECK(outcome->skipped[0].field_key == "name");
  CHECK(outcome->skipped[0].id == kAda);
}

TEST_CASE("an undone edit on top of somebody else's does not make theirs ours") {
  // Rule: undoing the later of two own edits writes their value again; undoing the earlier one must still leave it.
  Pair pair;
  pair.here.set(kAda, &Person::name, "mine");
  pair.there.receive(pair.here.document);
  pair.there.set(kAda, &Person::name, "theirs");
  pair.here.receive(pair.there.document);
  pair.here.set(kAda, &Person::name, "mine again");
  pair.here.undo();
  CHECK(ada(pair.here)->name == "theirs");
  CHECK(pair.here.undo()->skipped.size() == 1);
  CHECK(ada(pair.here)->name == "theirs");
}

TEST_CASE("a creation is not undone once somebody else has written in the record") {
  Pair pair;
  pair.there.set(kAda, &Person::email, "ada@example.org");
  pair.here.receive(pair.there.document);
  const auto outcome = pair.here.undo();
  REQUIRE(outcome->skipped.size() == 1);
  CHECK(outcome->skipped[0].field_key.empty());
  CHECK(ada(pair.here));
}

TEST_CASE("the undo of a change does not bring back a record deleted since") {
  Pair pair;
  pair.here.set(kAda, &Person::name, "Ada L.");
  pair.there.receive(pair.here.document);
  pair.there.erase(kAda);
  pair.here.receive(pair.there.document);
  CHECK(pair.here.undo()->skipped.size() == 1);
  CHECK(!ada(pair.here));
}

TEST_CASE("undoing a deletion takes back only one's own") {
  Pair pair;
  pair.here.erase(kAda);
  pair.there.erase(kAda);
  pair.here.receive(pair.there.document);
  pair.here.undo();
  REQUIRE_MESSAGE(ada(pair.here), "kept, because the other deletion did not see the undo");
  CHECK(pair.here.document.table<Person>().rows().front().life() == Life::edited_while_deleted);
}

TEST_CASE("a deletion can be undone after the record was created again and that was undone") {
  Device device(1);
  device.create(make_person(1, "Ada"));
  device.erase(kAda);
  device.create(make_person(1, "Ada again"));
  CHECK(device.undo()->skipped.empty());
  CHECK(!ada(device));
  CHECK(device.undo()->skipped.empty());
  REQUIRE(ada(device));
  CHECK(ada(device)->name == "Ada");
}

TEST_CASE("deleting a record that somebody else had deleted in doubt is undone and redone") {
  // Ada was edited here while deleted there: she shows, flagged. Who deletes her knowing that may take it back, and repeat it.
  Pair pair;
  pair.there.erase(kAda);
  pair.here.set(kAda, &Person::name, "Ada L.");
  pair.here.receive(pair.there.document);
  REQUIRE(edited_while_deleted(pair.here.document).size() == 1);
  pair.here.erase(kAda);
  REQUIRE(!ada(pair.here));
  CHECK(pair.here.undo()->skipped.empty());
  CHECK(ada(pair.here));
  CHECK(edited_while_deleted(pair.here.document).size() == 1);
  CHECK(pair.here.redo()->skipped.empty());
  CHECK(!ada(pair.here));
}

TEST_CASE("a new step ends what could be redone") {
  Device device(1);
  device.create(make_person(1, "Ada"));
  device.set(kAda, &Person::name, "Ada L.");
  device.undo();
  CHECK(device.undo_stack().redo_label());
  device.set(kAda, &Person::email, "ada@example.org");
  CHECK(!device.undo_stack().redo_label());
  CHECK(!device.redo());
}

TEST_CASE("an undo reaches the other devices like any edit") {
  Pair pair;
  pair.here.set(kAda, &Person::name, "Ada L.");
  pair.there.receive(pair.here.document);
  pair.there.receive(pair.here.undo()->delta);
  CHECK(ada(pair.there)->name == "Ada");
  CHECK(conflicts_of(pair.there.document).empty());
}
