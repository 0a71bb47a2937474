#include <doctest/doctest.h>

#include <set>

#include "model/kinds.h"

using namespace fullcircle;

namespace {

struct Complete {
  Id<Complete> id;
  std::string name;
  double weight = 0;
};
constexpr auto fields_of(Complete*) { return std::tuple{Field{1, "name", &Complete::name}, Field{2, "weight", &Complete::weight}}; }

struct Forgetful {
  Id<Forgetful> id;
  std::string name;
  double weight = 0;
};
constexpr auto fields_of(Forgetful*) { return std::tuple{Field{1, "name", &Forgetful::name}}; }

struct ReusesId {
  Id<ReusesId> id;
  std::string name;
  double weight = 0;
};
constexpr auto fields_of(ReusesId*) { return std::tuple{Field{1, "name", &ReusesId::name}, Field{1, "weight", &ReusesId::weight}}; }

struct ReusesKey {
  Id<ReusesKey> id;
  std::string name;
  double weight = 0;
};
constexpr auto fields_of(ReusesKey*) { return std::tuple{Field{1, "name", &ReusesKey::name}, Field{2, "name", &ReusesKey::weight}}; }

bool is_camel_case(std::string_view key) {
  if (key.empty() || key[0] < 'a' || key[0] > 'z') return false;
  for (char c : key)
    if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))) return false;
  return true;
}

}  // namespace

TEST_CASE("the table check tells a complete table from one that forgets a member or reuses an id or key") {
  CHECK(table_is_complete<Complete>());
  CHECK(!table_is_complete<Forgetful>());
  CHECK(!table_is_complete<ReusesId>());
  CHECK(!table_is_complete<ReusesKey>());
}

TEST_CASE("fields come in ascending order of their ids, with keys fit for a file") {
  // Rule: id 0 is kept for the life of the record; keys that start with "_" or are "id" belong to the format.
  for_each_kind([]<class Entity>() {
    int last = 0;
    for_each_field<Entity>([&](const auto& field) {
      INFO(Kind<Entity>::kFileKey << "." << field.key);
      CHECK(field.id > last);
      CHECK(is_camel_case(field.key));
      CHECK(field.key != "id");
      last = field.id;
    });
  });
}

TEST_CASE("kinds have their own keys") {
  std::set<std::string_view> file_keys, language_keys;
  int count = 0;
  for_each_kind([&]<class Entity>() {
    ++count;
    file_keys.insert(Kind<Entity>::kFileKey);
    language_keys.insert(Kind<Entity>::kLanguageKey);
    CHECK(is_camel_case(Kind<Entity>::kFileKey));
  });
  CHECK(count > 0);
  CHECK(file_keys.size() == static_cast<std::size_t>(count));
  CHECK(language_keys.size() == static_cast<std::size_t>(count));
}

TEST_CASE("names of enumerators read back, and no two are the same") {
  for (std::size_t i = 0; i < enum_size<GoalKind>(); ++i) {
    const auto kind = static_cast<GoalKind>(i);
    CHECK(parse_name<GoalKind>(to_name(kind)) == kind);
  }
  CHECK(to_name(GoalKind::yes_no) == "yes_no");
  CHECK(!parse_name<GoalKind>("Higher"));
  CHECK(!parse_name<GoalKind>(""));
}
