#include <doctest/doctest.h>

#include "store/device.h"

using namespace fullcircle;
using namespace fullcircle::test;

namespace {

const Id<Person> kAda = make_id<Person>(1);

const Person& ada(const Document& document) { return *document.table<Person>().find(kAda); }

struct Pair {
  Device here{1}, there{2};
  Pair() {
    here.create(make_person(1, "Ada"));
    there.receive(here.document);
    here.wait_ms(10);
    there.wait_ms(20);
  }
  /// The same whichever side merges; also checked to be.
  Document both() const {
    Document one = merged(here.document, there.document);
    CHECK(same_content(one, merged(there.document, here.document)));
    return one;
  }
};

}  // namespace

TEST_CASE("merging the same file twice changes nothing") {
  Pair pair;
  pair.there.set(kAda, &Person::name, "Ada L.");
  Document once = merged(pair.here.document, pair.there.document);
  CHECK(same_content(merged(once, pair.there.document), once));
  CHECK(!preview_merge(once, pair.there.document).changes_anything);
}

TEST_CASE("edits of different fields come together without a conflict") {
  Pair pair;
  pair.here.set(kAda, &Person::name, "Ada L.");
  pair.there.set(kAda, &Person::email, "ada@example.org");
  const Document both = pair.both();
  CHECK(ada(both).name == "Ada L.");
  CHECK(ada(both).email == "ada@example.org");
  CHECK(conflicts_of(both).empty());
}

TEST_CASE("of two edits of one field the later shows and the other stands beside it") {
  Pair pair;
  pair.here.set(kAda, &Person::name, "from here");
  pair.there.set(kAda, &Person::name, "from there");
  const Document both = pair.both();
  CHECK(ada(both).name == "from there");
  const auto conflicts = conflicts_of(both);
  REQUIRE(conflicts.size() == 1);
  CHECK(conflicts[0].field_key == "name");
  REQUIRE(conflicts[0].others.size() == 1);
  CHECK(conflicts[0].others[0].value == Value("from here"));
  CHECK_MESSAGE(history_of(both, kAda, 1).size() == 3, "the name both started from is history");
}

TEST_CASE("a fact that only moves forward never conflicts") {
  // Rule: MergeRule::greatest.
  Device here(1), there(2);
  Goal goal{.id = make_id<Goal>(1)};
  here.create(goal);
  there.receive(here.document);
  here.set(goal.id, &Goal::owner_agreed_at, Instant{1000});
  there.wait_ms(5);
  there.set(goal.id, &Goal::owner_agreed_at, Instant{2000});
  const Document both = merged(here.document, there.document);
  CHECK(both.table<Goal>().find(goal.id)->owner_agreed_at == Instant{2000});
  CHECK(conflicts_of(both).empty());
  CHECK(preview_merge(here.document, there.document).total().conflicts == 0);
}

TEST_CASE("an edit of a value two sides had agreed on replaces both sides' versions") {
  Pair pair;
  pair.here.set(kAda, &Person::name, "agreed");
  pair.there.set(kAda, &Person::name, "agreed");
  Device third(3);
  third.receive(pair.both());
  third.set(kAda, &Person::name, "new");
  CHECK(conflicts_of(third.document).empty());
  CHECK(same_content(merged(third.document, pair.here.document), third.document));
}

TEST_CASE("a record created on two devices under one id keeps what both said") {
  Device here(1), there(2);
  Person person = make_person(1, "from here");
  person.email = "here@example.org";
  here.create(person);
  there.wait_ms(5);
  there.create(make_person(1, "from there"));
  const Document both = merged(here.document, there.document);
  CHECK(same_content(both, merged(there.document, here.document)));
  CHECK(both.table<Person>().size() == 1);
  CHECK(ada(both).name == "from there");
  CHECK(conflicts_of(both).size() == 2);  // the name, and the e-mail that the later creation left empty
}

TEST_CASE("a delta that arrives before its record waits for it") {
  Pair pair;
  pair.there.set(kAda, &Person::email, "ada@example.org");
  const Document& delta = pair.there.journal.back();
  Document late;
  merge(late, delta);
  REQUIRE(late.table<Person>().find(kAda));
  CHECK(late.table<Person>().find_row(kAda)->is_partial());
  merge(late, pair.here.document);
  CHECK(same_content(late, merged(pair.here.document, delta)));
  CHECK(ada(late).name == "Ada");
  CHECK(ada(late).email == "ada@example.org");
}

TEST_CASE("a file without some fields does not empty them") {
  // Rule: a field left at its default by a creation says nothing, so a file made for one recipient can leave out private fields.
  Device lead(1);
  Person person = make_person(1, "Ada");
  person.lead_note = "ready for more";
  const Stamp created = lead.create(person);
  std::vector<Row<Person>> rows(1, Row<Person>(make_person(1, "Ada"), created));
  Document member_file;
  member_file.table<Person>().add_rows(std::move(rows));
  CHECK(ada(merged(lead.document, member_file)).lead_note == "ready for more");
  CHECK(same_content(merged(member_file, lead.document), lead.document));
  CHECK(conflicts_of(merged(lead.document, member_file)).empty());
}

TEST_CASE("what only a newer program knows survives a merge, by the same rule") {
  Document older, newer;
  const auto add_newer = [](Document& document, std::uint64_t time, const char* mood) {
    std::vector<Row<Person>> people(1, Row<Person>(make_person(1, "Ada"), Stamp{1, 1}));
    add_version(row_ref(people[0]), "mood", {.stamp = {time, 1}, .value = mood});
    document.table<Person>().add_rows(std::move(people));
    std::vector<Row<UnknownRecord>> badges(1, Row<UnknownRecord>(UnknownRecord{make_id<UnknownRecord>(7)}, Stamp{time, 1}));
    add_version(row_ref(badges[0]), "title", {.stamp = {time, 1}, .value = mood});
    document.unknown_table("badges").add_rows(std::move(badges));
  };
  add_newer(older, 5, "calm");
  add_newer(newer, 6, "cheerful");
  const Document both = merged(older, newer);
  CHECK(same_content(both, merged(newer, older)));
  const auto& unknown = both.table<Person>().rows().front().detail->unknown;
  REQUIRE(unknown.size() == 1);
  REQUIRE(unknown[0].versions.size() == 2);
  CHECK(unknown[0].versions[0].value == Value("cheerful"));
  REQUIRE(both.unknown_kinds().size() == 1);
  CHECK(both.unknown_kinds()[0].table.size() == 1);
}

TEST_CASE("4 and 4.0 are one version of a number") {
  // Rule: a JSON writer may print a whole number either way; that must not make two versions of it.
  Document some, other;
  for (Document* document : {&some, &other}) {
    std::vector<Row<Goal>> rows(1, Row<Goal>(Goal{.id = make_id<Goal>(1)}, Stamp{1, 1}));
    const Value forty = document == &some ? Value(40) : Value(40.0);
    add_version(row_ref(rows[0]), "weight", {.stamp = {1, 1}, .value = forty});
    add_version(row_ref(rows[0]), "weight", {.stamp = {3, 1}, .previous = {1, 1}, .value = document == &some ? Value(4) : Value(4.0)});
    document->table<Goal>().add_rows(std::move(rows));
  }
  CHECK(same_content(some, other));
  CHECK(same_content(merged(some, other), some));
}

TEST_CASE("a document read into an empty one is moved") {
  std::vector<Row<Person>> rows;
  for (std::uint16_t i = 0; i < 100; ++i) rows.emplace_back(make_person(i, "a name too long to be kept within the string itself"), Stamp{1, 1});
  const char* text = rows[50].entity.name.data();
  Document loaded, document;
  loaded.table<Person>().add_rows(std::move(rows));
  merge(document, std::move(loaded));
  CHECK(static_cast<const void*>(document.table<Person>().rows()[50].entity.name.data()) == text);
  CHECK(document.size() == 100);
}

TEST_CASE("rows come in any order, and twice, and end up ascending and once") {
  std::vector<Row<Person>> rows;
  for (const std::uint16_t number : {5, 1, 9, 5, 3}) rows.emplace_back(make_person(number, "p" + std::to_string(number)), Stamp{1, 1});
  Document document;
  document.table<Person>().add_rows(std::move(rows));
  std::vector<Row<Person>> more;
  for (const std::uint16_t number : {4, 3, 10, 0, 4}) more.emplace_back(make_person(number, "p" + std::to_string(number)), Stamp{1, 1});
  document.table<Person>().add_rows(std::move(more));
  std::string names;
  for (const Person& person : document.table<Person>().alive()) names += person.name + " ";
  CHECK(names == "p0 p1 p3 p4 p5 p9 p10 ");
  CHECK(document.table<Person>().size() == 7);
}

TEST_CASE("the name of a device is the latest one given") {
  Document some, other;
  some.name_actor({.actor = 1, .named = {1, 1}, .name = "Anna's laptop"});
  other.name_actor({.actor = 1, .named = {2, 1}, .name = "Anna's old laptop"});
  CHECK(merged(some, other).name_of(1) == "Anna's old laptop");
  CHECK(merged(other, some).name_of(1) == "Anna's old laptop");
  CHECK(some.name_of(2).empty());
}
