// Follows a reference backwards: all requests about a person, all points of a goal.
#pragma once

#include <ranges>

#include "app/reference_index.h"

namespace fullcircle {

/// The entity of a row by its place.
template <class Entity>
struct EntityAt {
  const Row<Entity>* rows = nullptr;
  const Entity* operator()(std::uint32_t row) const { return &rows[row].entity; }
};

/// Pointers to entities, in table order.
template <class Entity>
using Referrers = std::ranges::transform_view<std::span<const std::uint32_t>, EntityAt<Entity>>;

/// The entities of one table grouped by what a member of theirs refers to. Answers stay valid until the table changes.
template <class Entity, class Target>
class BackIndex {
 public:
  using Member = Id<Target> Entity::*;
  explicit BackIndex(Member member) : index_(offset_of(member)) {}

  /// Entities that refer to `target`, in table order.
  Referrers<Entity> of(const Table<Entity>& table, Id<Target> target) {
    return Referrers<Entity>(index_.rows_of(table, target), EntityAt<Entity>{table.rows().data()});
  }
  /// Targets whose entities are others or say something else than at `revision` of the table; nullopt: any may be.
  std::optional<std::span<const RecordId>> touched_since(const Table<Entity>& table, std::uint64_t revision) {
    return index_.touched_since(table, revision);
  }

 private:
  static std::size_t offset_of(Member member) {
    static const Entity kAny{};
    return static_cast<std::size_t>(reinterpret_cast<const char*>(&(kAny.*member)) - reinterpret_cast<const char*>(&kAny));
  }

  ReferenceIndex index_;
};

}  // namespace fullcircle
