#include <doctest/doctest.h>

#include "store/device.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

const Id<Person> kAda = make_id<Person>(1);

Life life(const Document& document) { return document.table<Person>().find_row(kAda)->life(); }

struct Pair {
  Device here{1}, there{2};
  Pair() {
    here.create(make_person(1, "Ada"));
    there.receive(here.document);
  }
  Document both() const {
    Document one = merged(here.document, there.document);
    CHECK(same_content(one, merged(there.document, here.document)));
    return one;
  }
};

}  // namespace

TEST_CASE("a deletion reaches the other copies") {
  Pair pair;
  pair.here.erase(kAda);
  CHECK(life(pair.both()) == Life::deleted);
  CHECK(pair.both().table<Person>().empty());
}

TEST_CASE("an edit the deletion did not see keeps the record, and is flagged") {
  Pair pair;
  pair.here.erase(kAda);
  pair.there.set(kAda, &Person::email, "ada@example.org");
  const Document both = pair.both();
  CHECK(life(both) == Life::edited_while_deleted);
  CHECK(both.table<Person>().find(kAda)->email == "ada@example.org");
  REQUIRE(edited_while_deleted(both).size() == 1);
  CHECK(edited_while_deleted(both)[0].second == kAda);
}

TEST_CASE("an edit with an earlier stamp than the deletion counts as unseen all the same") {
  // Rule: it is what the deletion names that counts, not the clock.
  Pair pair;
  pair.there.set(kAda, &Person::email, "ada@example.org");
  pair.here.wait_ms(1'000'000);
  pair.here.erase(kAda);
  CHECK(life(pair.both()) == Life::edited_while_deleted);
}

TEST_CASE("a deletion that saw the edit deletes it too") {
  Pair pair;
  pair.there.set(kAda, &Person::email, "ada@example.org");
  pair.here.receive(pair.there.document);
  pair.here.erase(kAda);
  CHECK(life(pair.both()) == Life::deleted);
}

TEST_CASE("an old version that arrives after the deletion of what replaced it does not bring the record back") {
  // Rule: only versions nobody has replaced count; a segment may come late.
  Device writer(1), eraser(2);
  writer.create(make_person(1, "Ada"));
  writer.set(kAda, &Person::name, "second");
  writer.set(kAda, &Person::name, "third");
  eraser.receive(writer.journal[0]);
  eraser.receive(writer.journal[2]);
  eraser.erase(kAda);
  eraser.receive(writer.journal[1]);
  CHECK(life(eraser.document) == Life::deleted);
}

TEST_CASE("a deletion that arrives before its record deletes it when it comes") {
  Pair pair;
  pair.there.erase(kAda);
  Document late;
  merge(late, pair.there.journal.back());
  CHECK(late.size() == 0);
  merge(late, pair.here.document);
  CHECK(life(late) == Life::deleted);
}

TEST_CASE("restoring takes back the deletions it knew, and outlives one it did not") {
  Pair pair;
  pair.here.erase(kAda);
  pair.here.undo();
  CHECK(life(pair.here.document) == Life::alive);
  CHECK(life(pair.both()) == Life::alive);
  pair.there.erase(kAda);
  CHECK(life(pair.both()) == Life::edited_while_deleted);
}

TEST_CASE("a record edited while deleted is settled either way, for every copy") {
  for (const bool keep : {true, false}) {
    Pair pair;
    pair.here.erase(kAda);
    pair.there.set(kAda, &Person::email, "ada@example.org");
    pair.here.receive(pair.there.document);
    pair.here.keep(settle_deletion(pair.here.document, pair.here.clock(), kKindIndex<Person>, kAda, keep));
    CHECK(life(pair.here.document) == (keep ? Life::alive : Life::deleted));
    CHECK(life(pair.both()) == (keep ? Life::alive : Life::deleted));
  }
}

TEST_CASE("a record of an unknown kind is deleted by the same rule") {
  Document document;
  std::vector<Row<UnknownRecord>> rows(1, Row<UnknownRecord>(UnknownRecord{make_id<UnknownRecord>(1)}, Stamp{1, 1}));
  add_version(row_ref(rows[0]), "title", {.stamp = {2, 1}, .previous = {1, 1}, .value = "x"});
  document.unknown_table("badges").add_rows(std::move(rows));
  CHECK(document.unknown_kinds()[0].table.size() == 1);
  std::vector<Row<UnknownRecord>> erase(1, Row<UnknownRecord>(UnknownRecord{make_id<UnknownRecord>(1)}));
  add_event(row_ref(erase[0]), {{3, 1}, LifecycleAction::erase, {{1, 1}, {2, 1}}});
  document.unknown_table("badges").add_rows(std::move(erase));
  CHECK(document.unknown_kinds()[0].table.empty());
}
