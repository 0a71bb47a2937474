#include "app/files/document_check.h"

#include <set>

#include "exchange/json_writer.h"

namespace fullcircle {
namespace {

constexpr std::size_t kMostDetail = 80;

class Checker {
 public:
  Checker(const Document& document, std::vector<Error>& problems) : document_(document), problems_(problems) {}

  void check_values(KindIndex kind) {
    const RowList& rows = document_.table(kind).list();
    for (std::size_t at = 0; at < rows.size(); ++at) {
      const RowState& row = rows.state(at);
      if (!row.detail || !row.is_alive()) continue;
      for (const FieldState& state : row.detail->fields)
        if (state.is_raw) add("error.check.unreadable_value", kind, rows.id(at), find_field(kind_fields(kind), state.field)->key, to_json(state.raw));
    }
  }

  void check_references(KindIndex kind) {
    const RowList& rows = document_.table(kind).list();
    for (std::size_t at = 0; at < rows.size(); ++at)
      if (rows.state(at).is_alive())
        for (const FieldAccess& field : kind_fields(kind)) check_reference({*this, kind, rows.id(at), field.key}, field, rows.entity(at));
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
      if (at && std::ranges::find(chain, at->id) != chain.end()) add("error.check.circle", kKindIndex<Entity>, at->id, key, label_of(*at));
    }
  }

 private:
  /// Where a reference stands.
  struct Place {
    Checker& checker;
    KindIndex kind;
    RecordId id;
    std::string_view field;
  };

  static void check_reference(Place place, const FieldAccess& field, const void* entity) {
    visit_ids(*field.type, field.in(entity), [](RecordId id, const char* target, void* context) {
      const Place& from = *static_cast<const Place*>(context);
      const auto kind = find_kind_of_target(target);
      if (!kind || id.is_none()) return;
      const auto row = from.checker.document_.table(*kind).find_any(id);
      if (!row || !row->state.is_alive()) from.checker.add("error.check.no_such_record", from.kind, from.id, from.field, to_text(id));
    }, &place);
  }

  template <class Entity>
  static const std::string& label_of(const Entity& entity) {
    if constexpr (requires { entity.title; })
      return entity.title;
    else
      return entity.name;
  }

  void add(std::string_view code, KindIndex kind, RecordId id, std::string_view field, std::string detail) {
    if (detail.size() > kMostDetail) detail = detail.substr(0, kMostDetail) + "…";
    problems_.push_back({std::string(code), std::string(kind_key(kind)) + "." + to_text(id) + "." + std::string(field), std::move(detail)});
  }

  const Document& document_;
  std::vector<Error>& problems_;
};

}  // namespace

std::vector<Error> find_problems(const Document& document, bool is_whole) {
  std::vector<Error> problems;
  Checker checker(document, problems);
  for (KindIndex kind = 0; kind < kKindCount; ++kind) {
    checker.check_values(kind);
    if (is_whole) checker.check_references(kind);
  }
  checker.check_circles(&Person::manager, "manager");
  checker.check_circles(&Unit::parent, "parent");
  checker.check_circles(&Goal::parent, "parent");
  for (const UnknownKind& kind : document.unknown_kinds()) problems.push_back({"error.check.newer_kind", {}, kind.key});
  return problems;
}

}  // namespace fullcircle
