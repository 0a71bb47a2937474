#include "store/row_list.h"

#include <doctest/doctest.h>

#include <string>

#include "store/document.h"
#include "store/merge.h"

using namespace fullcircle;

namespace {

RecordId id_of(int number) { return {static_cast<std::uint64_t>(number), 1}; }

Row<Person> person(int number, std::string name) { return Row<Person>(Person{.id = Id<Person>(id_of(number)), .name = std::move(name)}, Stamp{1, 1}); }

}  // namespace

TEST_CASE("a row without its type is the typed row, for every kind") {
  for_each_kind([]<class Entity>() {
    INFO(Kind<Entity>::kFileKey);
    RowList rows(kKindIndex<Entity>);
    rows.add(id_of(7));
    const Row<Entity>& typed = rows.typed<Entity>().front();
    CHECK(rows.entity(0) == &typed.entity);
    CHECK(&rows.state(0) == &typed);
    CHECK(rows.id(0) == id_of(7));
    CHECK(typed.entity.id == id_of(7));
    CHECK(rows[0].fields.size() == std::tuple_size_v<decltype(kFields<Entity>)>);
  });
  RowList unknown(kKindCount);
  unknown.add(id_of(7));
  CHECK(unknown.entity(0) == &unknown.typed<UnknownRecord>().front().entity);
  CHECK(unknown[0].fields.empty());
}

TEST_CASE("copying, sorting and putting among others keeps every row whole") {
  RowList rows(kKindIndex<Person>);
  for (const int number : {5, 3, 9}) {
    auto row = person(number, "a name that does not fit in place " + std::to_string(number));
    rows.add_taken(row);
  }
  RowList copy = rows;
  copy.sort_by_id();
  RowList more(kKindIndex<Person>);
  for (const int number : {4, 12}) more.add_copy(person(number, "another name, also long enough " + std::to_string(number)));
  copy.insert_sorted(std::move(more));
  std::string order;
  for (const Row<Person>& row : copy.typed<Person>()) order += row.entity.name.substr(row.entity.name.size() - 2);
  CHECK(order == " 3 4 5 912");
  CHECK(rows.typed<Person>()[0].entity.name == "a name that does not fit in place 5");
  CHECK(copy.find(id_of(9)) == 3);
  CHECK(copy.find(id_of(8)) == copy.size());
}

TEST_CASE("a row about which nobody said anything is no record") {
  // Regression: a partial row that lists nothing counted as alive, so a file could show a record without a field.
  Document document, incoming;
  RowList rows(kKindIndex<Person>);
  rows.add(id_of(1));
  incoming.table<Person>().add_rows(std::move(rows));
  CHECK(incoming.table<Person>().size() == 0);
  CHECK(!incoming.table<Person>().find(Id<Person>(id_of(1))));
  CHECK(incoming.table<Person>().alive().begin() == incoming.table<Person>().alive().end());
  CHECK(!preview_merge(document, incoming).changes_anything);

  merge(document, incoming);
  rows = RowList(kKindIndex<Person>);
  add_version(rows.add(id_of(1)), "name", {.stamp = {3, 1}, .value = "Ada"});
  document.table<Person>().add_rows(std::move(rows));
  REQUIRE(document.table<Person>().find(Id<Person>(id_of(1))));
  CHECK(document.table<Person>().find(Id<Person>(id_of(1)))->name == "Ada");
}
