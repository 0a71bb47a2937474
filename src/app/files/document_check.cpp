#include "app/files/document_check.h"

#include <set>

#include "exchange/json_writer.h"

namespace fullcircle {
namespace {

constexpr std::size_t kMostDetail = 80;

/// Calls visit(id) for every reference inside a member, however deep.
template <class Visit>
class References {
 public:
  explicit References(Visit visit) : visit_(visit) {}

  template <class Target>
  void walk(const Id<Target>& id) {
    visit_(id);
  }
  template <class T>
  void walk(const std::optional<T>& value) {
    if (value) walk(*value);
  }
  template <class T>
  void walk(const std::vector<T>& list) {
    for (const T& item : list) walk(item);
  }
  template <Described Nested>
  void walk(const Nested& nested) {
    for_each_field<Nested>([&](const auto& field) { walk(nested.*field.member); });
  }
  template <class Plain>
  void walk(const Plain&) {}

 private:
  Visit visit_;
};

class Checker {
 public:
  Checker(const Document& document, std::vector<Error>& problems) : document_(document), problems_(problems) {}

  template <class Entity>
  void check_values() {
    for (const Row<Entity>& row : document_.table<Entity>().rows()) {
      if (!row.detail || !row.is_alive()) continue;
      for (const FieldState& state : row.detail->fields)
        if (state.is_raw) add<Entity>("error.check.unreadable_value", row.entity.id, find_field(fields_of_kind<Entity>(), state.field)->key, to_json(state.raw));
    }
  }

  template <class Entity>
  void check_references() {
    for (const Entity& entity : document_.table<Entity>().alive())
      for_each_field<Entity>([&](const auto& field) {
        References references([&]<class Target>(Id<Target> id) {
          if (id && !document_.table<Target>().find(id)) add<Entity>("error.check.no_such_record", entity.id, field.key, to_text(id));
        });
        references.walk(entity.*field.member);
      });
  }

  /// Each record whose chain of `parent` comes back to it, named once for each circle.
  template <class Entity>
  void check_circles(Id<Entity> Entity::*parent, std::string_view key) {
    std::set<Id<Entity>> done;
    for (const Entity& entity : document_.table<Entity>().alive()) {
      std::vector<Id<Entity>> chain;
      const Entity* at = &entity;
      while (at && done.insert(at->id).second) {
        chain.push_back(at->id);
        at = document_.table<Entity>().find(at->*parent);
      }
      if (at && std::ranges::find(chain, at->id) != chain.end()) add<Entity>("error.check.circle", at->id, key, label_of(*at));
    }
  }

 private:
  template <class Entity>
  static const std::string& label_of(const Entity& entity) {
    if constexpr (requires { entity.title; })
      return entity.title;
    else
      return entity.name;
  }

  template <class Entity>
  void add(std::string_view code, Id<Entity> id, std::string_view field, std::string detail) {
    if (detail.size() > kMostDetail) detail = detail.substr(0, kMostDetail) + "…";
    problems_.push_back({std::string(code), std::string(Kind<Entity>::kFileKey) + "." + to_text(id) + "." + std::string(field), std::move(detail)});
  }

  const Document& document_;
  std::vector<Error>& problems_;
};

}  // namespace

std::vector<Error> find_problems(const Document& document, bool is_whole) {
  std::vector<Error> problems;
  Checker checker(document, problems);
  for_each_kind([&]<class Entity>() {
    checker.check_values<Entity>();
    if (is_whole) checker.check_references<Entity>();
  });
  checker.check_circles(&Person::manager, "manager");
  checker.check_circles(&Unit::parent, "parent");
  checker.check_circles(&Goal::parent, "parent");
  for (const UnknownKind& kind : document.unknown_kinds()) problems.push_back({"error.check.newer_kind", {}, kind.key});
  return problems;
}

}  // namespace fullcircle
