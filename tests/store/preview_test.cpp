#include <doctest/doctest.h>

#include "store/device.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

const Id<Person> kAda = make_id<Person>(1);

struct Pair {
  Device here{1}, there{2};
  Pair() {
    here.create(make_person(1, "Ada"));
    there.receive(here.document);
    there.wait_ms(10);
  }
  MergeReport report() const { return preview_merge(here.document, there.document); }
};

}  // namespace

TEST_CASE("a preview lists a new record with the fields it sets") {
  Pair pair;
  pair.there.create(make_person(2, "Grace"));
  const MergeReport report = pair.report();
  CHECK(report.by_kind[kKindIndex<Person>].added == 1);
  REQUIRE(report.records.size() == 1);
  CHECK(report.records[0].fate == RecordFate::added);
  REQUIRE(report.records[0].fields.size() == 1);
  CHECK(report.records[0].fields[0].key == "name");
  CHECK(report.records[0].fields[0].after == Value("Grace"));
  CHECK(pair.here.document.size() == 1);
}

TEST_CASE("a preview shows what a changed field was and will be") {
  Pair pair;
  pair.there.set(kAda, &Person::name, "Ada L.");
  const MergeReport report = pair.report();
  REQUIRE(report.records.size() == 1);
  CHECK(report.records[0].fate == RecordFate::changed);
  REQUIRE(report.records[0].fields.size() == 1);
  CHECK(report.records[0].fields[0].before == Value("Ada"));
  CHECK(report.records[0].fields[0].after == Value("Ada L."));
  CHECK(!report.records[0].fields[0].has_new_conflict);
  CHECK(report.total().changed == 1);
}

TEST_CASE("a preview counts a conflict once: not again after it is here") {
  Pair pair;
  pair.here.set(kAda, &Person::name, "from here");
  pair.there.set(kAda, &Person::name, "from there");
  CHECK(pair.report().total().conflicts == 1);
  pair.here.receive(pair.there.document);
  pair.there.set(kAda, &Person::email, "ada@example.org");
  CHECK(pair.report().total().conflicts == 0);
  CHECK(pair.report().total().changed == 1);
}

TEST_CASE("a conflict is reported although what shows stays the same") {
  Pair pair;
  pair.there.set(kAda, &Person::name, "from there");
  pair.here.wait_ms(1000);
  pair.here.set(kAda, &Person::name, "from here");
  const MergeReport report = pair.report();
  REQUIRE(report.records.size() == 1);
  CHECK(report.records[0].fields[0].before == report.records[0].fields[0].after);
  CHECK(report.records[0].fields[0].has_new_conflict);
}

TEST_CASE("a preview says what share of the records would vanish") {
  Pair pair;
  for (std::uint16_t i = 2; i <= 10; ++i) pair.here.create(make_person(i, "p"));
  pair.there.receive(pair.here.document);
  CHECK(pair.report().vanishing_share() == 0);
  pair.there.erase(kAda);
  pair.there.erase(make_id<Person>(2));
  CHECK(pair.report().total().deleted == 2);
  CHECK(pair.report().vanishing_share() == doctest::Approx(0.2));
  CHECK(preview_merge(Document{}, pair.there.document).vanishing_share() == 0);
}

TEST_CASE("an edit of a record deleted here is shown as one that comes back") {
  Pair pair;
  pair.there.set(kAda, &Person::email, "ada@example.org");
  pair.here.erase(kAda);
  const MergeReport report = pair.report();
  REQUIRE(report.records.size() == 1);
  CHECK(report.records[0].fate == RecordFate::restored);
  CHECK(report.records[0].is_edited_while_deleted);
}

TEST_CASE("history alone changes something, though nothing that shows") {
  Pair pair;
  pair.there.set(kAda, &Person::name, "x");
  pair.there.set(kAda, &Person::name, "Ada L.");
  Document last_only;
  merge(last_only, pair.there.journal.back());
  merge(pair.here.document, last_only);
  const MergeReport report = pair.report();
  CHECK(report.changes_anything);
  CHECK(report.records.empty());
  CHECK(report.unknown_changes == 1);
}
