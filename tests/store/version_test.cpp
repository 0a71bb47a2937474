#include "store/version.h"

#include <doctest/doctest.h>

using namespace fullcircle;

namespace {

Stamp at(std::uint64_t time, Actor actor = 1) { return {time, actor}; }

std::vector<Value> values(const std::vector<const Version*>& versions) {
  std::vector<Value> list;
  for (const Version* version : versions) list.push_back(version->value);
  return list;
}

using Values = std::vector<Value>;

}  // namespace

TEST_CASE("the later version comes first, and the actor only breaks ties") {
  CHECK(Version{.stamp = at(2, 1), .value = "a"} > Version{.stamp = at(1, 9), .value = "z"});
  CHECK(Version{.stamp = at(1, 2), .value = "a"} > Version{.stamp = at(1, 1), .value = "z"});
}

TEST_CASE("uniting keeps one of each, greatest first") {
  VersionSet set{{.stamp = at(3), .value = "c"}, {.stamp = at(1), .value = "a"}};
  unite(set, {{.stamp = at(3), .value = "c"}, {.stamp = at(2), .value = "b"}});
  REQUIRE(set.size() == 3);
  CHECK(set[0].value == Value("c"));
  CHECK(set[1].value == Value("b"));
  CHECK(set[2].value == Value("a"));
}

TEST_CASE("what the shown version was written upon is history, not a conflict") {
  const VersionSet set{{.stamp = at(3), .previous = at(2), .value = "c"}, {.stamp = at(2), .previous = at(1), .value = "b"}, {.stamp = at(1), .value = "a"}};
  CHECK(values(heads_of(set)) == Values{"c"});
  CHECK(conflicts_of(set).empty());
}

TEST_CASE("a version written without knowing of the shown one is a conflict") {
  const VersionSet set{{.stamp = at(3), .previous = at(1), .value = "c"}, {.stamp = at(2, 2), .previous = at(1), .value = "b"}, {.stamp = at(1), .value = "a"}};
  CHECK(values(conflicts_of(set)) == Values{"b"});
}

TEST_CASE("of the other side only its last word is listed") {
  const VersionSet set{{.stamp = at(5), .previous = at(1), .value = "e"},
                       {.stamp = at(4, 2), .previous = at(2, 2), .value = "d"},
                       {.stamp = at(2, 2), .previous = at(1), .value = "b"},
                       {.stamp = at(1), .value = "a"}};
  CHECK(values(conflicts_of(set)) == Values{"d"});
}

TEST_CASE("two sides that wrote the same do not disagree") {
  const VersionSet set{{.stamp = at(3), .previous = at(1), .value = "same"}, {.stamp = at(2, 2), .previous = at(1), .value = "same"}, {.stamp = at(1), .value = "a"}};
  CHECK(heads_of(set).size() == 2);
  CHECK(conflicts_of(set).empty());
}

TEST_CASE("a value that several others hold against the shown one is listed once") {
  const VersionSet set{{.stamp = at(4), .value = "x"}, {.stamp = at(3), .value = "y"}, {.stamp = at(2), .value = "y"}, {.stamp = at(1), .value = "z"}};
  CHECK(values(conflicts_of(set)) == Values{"y", "z"});
}

TEST_CASE("a version that names the sides it settled leaves no conflict") {
  const VersionSet set{{.stamp = at(4), .previous = at(3), .settled = {at(2, 2)}, .value = "d"},
                       {.stamp = at(3), .previous = at(1), .value = "c"},
                       {.stamp = at(2, 2), .previous = at(1), .value = "b"},
                       {.stamp = at(1), .value = "a"}};
  CHECK(conflicts_of(set).empty());
}

TEST_CASE("two values under one stamp are both kept: the greater shows, the other is a conflict until it is named") {
  // Rule: a copied profile can give out a stamp twice. A later edit knew one of the two, nobody can say which, so both stay listed.
  VersionSet set{{.stamp = at(1), .value = "b"}, {.stamp = at(1), .value = "a"}};
  CHECK(values(conflicts_of(set)) == Values{"a"});
  unite(set, {{.stamp = at(2), .previous = at(1), .value = "c"}});
  CHECK(values(conflicts_of(set)) == Values{"b", "a"});
  unite(set, {{.stamp = at(3), .previous = at(2), .settled = {at(1)}, .value = "d"}});
  CHECK(conflicts_of(set).empty());
}

TEST_CASE("a link to a later stamp is not believed") {
  // Rule: nothing replaces what is later than itself; a damaged file cannot hide a value that way.
  const VersionSet set{{.stamp = at(2), .value = "b"}, {.stamp = at(1), .previous = at(2), .value = "a"}};
  CHECK(values(heads_of(set)) == Values{"b", "a"});
}
