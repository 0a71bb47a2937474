#include <doctest/doctest.h>

#include "store/device.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

const Id<Person> kAda = make_id<Person>(1);

}  // namespace

TEST_CASE("a created record is found, and its delta is the whole record") {
  Device device(1);
  const Stamp stamp = device.create(make_person(1, "Ada"));
  REQUIRE(device.document.table<Person>().find(kAda));
  CHECK(device.document.table<Person>().find(kAda)->name == "Ada");
  CHECK(device.document.size() == 1);
  const Row<Person>& row = device.document.table<Person>().rows().front();
  CHECK(row.base == stamp);
  CHECK_MESSAGE(!row.detail, "a record nobody edited costs nothing beside itself");
  CHECK(same_content(device.journal.back(), device.document));
}

TEST_CASE("an update writes only the fields that differ, each upon the version it replaces") {
  Device device(1);
  const Stamp created = device.create(make_person(1, "Ada"));
  const Stamp updated = device.set(kAda, &Person::email, "ada@example.org");
  CHECK(updated > created);
  const Row<Person>& delta = device.journal.back().table<Person>().rows().front();
  CHECK(delta.is_partial());
  REQUIRE(delta.detail->fields.size() == 1);
  CHECK(delta.detail->fields[0].field == 2);
  CHECK(delta.detail->fields[0].previous == created);
  CHECK(device.document.table<Person>().find(kAda)->name == "Ada");
}

TEST_CASE("an update with the same content writes nothing") {
  Device device(1);
  device.create(make_person(1, "Ada"));
  const Document before = device.document;
  device.update(make_person(1, "Ada"));
  CHECK(device.journal.back().has_no_rows());
  CHECK(same_content(device.document, before));
  CHECK(*device.undo_stack().undo_label() == "edit.create");
}

TEST_CASE("an update from a form leaves alone what came in while it was open") {
  Device device(1);
  device.create(make_person(1, "Ada"));
  const Person when_opened = *device.document.table<Person>().find(kAda);
  device.set(kAda, &Person::email, "ada@example.org");
  Person from_form = when_opened;
  from_form.name = "Ada L.";
  Edit edit;
  edit.update(when_opened, from_form);
  device.apply(edit);
  CHECK(device.document.table<Person>().find(kAda)->name == "Ada L.");
  CHECK(device.document.table<Person>().find(kAda)->email == "ada@example.org");
}

TEST_CASE("an edit exceeds the stamp it replaces, though the other clock is a year ahead") {
  Device ahead(2, kStartMs + std::int64_t{31'536'000'000}), device(1);
  ahead.create(make_person(1, "Ada"));
  merge(device.document, ahead.document);  // without observe: the rule must hold by itself
  device.set(kAda, &Person::name, "Ada L.");
  CHECK(device.document.table<Person>().find(kAda)->name == "Ada L.");
  CHECK(conflicts_of(device.document).empty());
}

TEST_CASE("an erased record is gone from view, and stays as a row") {
  Device device(1);
  device.create(make_person(1, "Ada"));
  device.erase(kAda);
  CHECK(!device.document.table<Person>().find(kAda));
  CHECK(device.document.table<Person>().empty());
  CHECK(device.document.table<Person>().find_row(kAda));
  for (const Person& person : device.document.table<Person>().alive()) FAIL_CHECK("should not be alive: ", person.name);
}

TEST_CASE("editing, erasing or restoring what is not there does nothing") {
  Device device(1);
  device.update(make_person(1, "nobody"));
  device.erase(kAda);
  Edit restore;
  restore.restore(kAda);
  device.apply(restore);
  CHECK(device.document.has_no_rows());
  device.create(make_person(1, "Ada"));
  device.apply(restore);
  CHECK_MESSAGE(device.journal.back().has_no_rows(), "alive already");
  device.erase(kAda);
  const Document before = device.document;
  device.erase(kAda);
  device.update(make_person(1, "late"));
  CHECK(same_content(device.document, before));
}

TEST_CASE("creating a record that was deleted brings it back with the new content") {
  Device device(1);
  device.create(make_person(1, "Ada"));
  device.erase(kAda);
  device.create(make_person(1, "Ada again"));
  REQUIRE(device.document.table<Person>().find(kAda));
  CHECK(device.document.table<Person>().find(kAda)->name == "Ada again");
  CHECK(device.document.table<Person>().rows().front().life() == Life::alive);
}

TEST_CASE("within one edit the last word about a record counts") {
  Device device(1);
  Edit edit;
  edit.create(make_person(1, "first"));
  edit.update(make_person(1, "second"));
  edit.create(make_person(2, "short-lived"));
  edit.erase(make_id<Person>(2));
  device.apply(edit);
  CHECK(device.document.table<Person>().find(kAda)->name == "second");
  CHECK(!device.document.table<Person>().find(make_id<Person>(2)));
  CHECK(conflicts_of(device.document).empty());
}

TEST_CASE("a value this program cannot read stays when the rest of the record is edited, and goes when it is set") {
  // Rule: what a newer program wrote is kept as it came; the entity shows the default.
  Device device(1);
  const Stamp created = device.create(make_person(1, "Ada"));
  std::vector<Row<Person>> newer(1, Row<Person>(Person{.id = kAda}));
  add_version(row_ref(newer[0]), "coachingStyle", {.stamp = {created.time + 1, 9}, .previous = created, .value = "by_letter"});
  Document from_newer;
  from_newer.table<Person>().add_rows(std::move(newer));
  device.receive(from_newer);
  const auto style = [&] { return shown_value(row_ref(device.document.table<Person>().rows().front()), *find_field(fields_of_kind<Person>(), "coachingStyle")); };
  CHECK(style() == Value("by_letter"));
  CHECK(device.document.table<Person>().find(kAda)->coaching_style == CoachingStyle::unset);
  device.set(kAda, &Person::name, "Ada L.");
  CHECK(style() == Value("by_letter"));
  device.set(kAda, &Person::coaching_style, CoachingStyle::free);
  CHECK(style() == Value("free"));
  CHECK(history_of(device.document, kAda, 10)[1].value == Value("by_letter"));
}

TEST_CASE("a table tells by its revision that something changed") {
  Device device(1);
  const auto revision = [&] { return device.document.table<Person>().revision(); };
  const auto before = revision();
  device.create(make_person(1, "Ada"));
  const auto after = revision();
  CHECK(after != before);
  Goal goal{.id = make_id<Goal>(1)};
  device.create(goal);
  CHECK(revision() == after);
}
