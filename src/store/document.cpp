#include "store/document.h"

#include <algorithm>

namespace fullcircle {
namespace {

template <class Entity>
bool same_rows(const Table<Entity>& left, const Table<Entity>& right) {
  return std::ranges::equal(left.rows(), right.rows(), [](const Row<Entity>& a, const Row<Entity>& b) {
    return a.entity.id == b.entity.id && same_row(row_ref(a), row_ref(b));
  });
}

bool same_unknown_kinds(const Document& left, const Document& right) {
  static const Table<UnknownRecord> kNone;
  const auto all_in = [](const Document& some, const Document& other) {
    return std::ranges::all_of(some.unknown_kinds(), [&](const UnknownKind& kind) {
      const auto at = std::ranges::find(other.unknown_kinds(), kind.key, &UnknownKind::key);
      return same_rows(kind.table, at == other.unknown_kinds().end() ? kNone : at->table);
    });
  };
  return all_in(left, right) && all_in(right, left);
}

template <class Entity>
Stamp greatest_in(const Table<Entity>& table) {
  Stamp greatest;
  for (const auto& row : table.rows()) greatest = std::max(greatest, greatest_stamp(row));
  return greatest;
}

}  // namespace

Table<UnknownRecord>& Document::unknown_table(std::string_view key) {
  auto at = std::ranges::lower_bound(unknown_kinds_, key, {}, &UnknownKind::key);
  if (at == unknown_kinds_.end() || at->key != key) at = unknown_kinds_.insert(at, UnknownKind{std::string(key), {}});
  return at->table;
}

void Document::name_actor(ActorName name) {
  const auto at = std::ranges::lower_bound(actor_names_, name.actor, {}, &ActorName::actor);
  if (at == actor_names_.end() || at->actor != name.actor)
    actor_names_.insert(at, std::move(name));
  else
    *at = std::max(*at, std::move(name));
}

std::string_view Document::name_of(Actor actor) const {
  const auto at = std::ranges::lower_bound(actor_names_, actor, {}, &ActorName::actor);
  return at != actor_names_.end() && at->actor == actor ? std::string_view(at->name) : std::string_view();
}

std::size_t Document::size() const {
  return std::apply([](const auto&... table) { return (table.size() + ...); }, tables_);
}

bool Document::has_no_rows() const {
  return std::apply([](const auto&... table) { return (table.rows().empty() && ...); }, tables_) &&
         std::ranges::all_of(unknown_kinds_, [](const UnknownKind& kind) { return kind.table.rows().empty(); });
}

std::uint64_t Document::revision() const {
  std::uint64_t sum = std::apply([](const auto&... table) { return (table.revision() + ...); }, tables_);
  for (const UnknownKind& kind : unknown_kinds_) sum += kind.table.revision();
  return sum;
}

Stamp Document::greatest_stamp() const {
  Stamp greatest = std::apply([](const auto&... table) { return std::max({greatest_in(table)...}); }, tables_);
  for (const UnknownKind& kind : unknown_kinds_) greatest = std::max(greatest, greatest_in(kind.table));
  return greatest;
}

bool same_content(const Document& left, const Document& right) {
  bool same = left.workspace() == right.workspace() && left.actor_names() == right.actor_names() && same_unknown_kinds(left, right);
  for_each_kind([&]<class Entity>() { same = same && same_rows(left.table<Entity>(), right.table<Entity>()); });
  return same;
}

}  // namespace fullcircle
