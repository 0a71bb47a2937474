// Follows a reference backwards: all requests about a person, all points of a goal.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "model/sorting.h"
#include "store/document.h"

namespace fullcircle {

/// The entities of one table grouped by what a member of theirs refers to. Answers stay valid until the table changes.
template <class Entity, class Target>
class BackIndex {
 public:
  using Member = Id<Target> Entity::*;
  explicit BackIndex(Member member) : member_(member) {}

  /// Entities that refer to `target`, in table order.
  std::span<const Entity* const> of(const Table<Entity>& table, Id<Target> target) {
    refresh(table);
    const auto [first, last] = std::ranges::equal_range(keys_, RecordId(target));
    return {entities_.data() + (first - keys_.begin()), static_cast<std::size_t>(last - first)};
  }

 private:
  void refresh(const Table<Entity>& table) {
    if (is_built_ && revision_ == table.revision()) return;
    entities_.clear();
    for (const Entity& entity : table.alive()) entities_.push_back(&entity);
    sort_stably(entities_, {}, [this](const Entity* entity) -> RecordId { return entity->*member_; });
    keys_.clear();
    for (const Entity* entity : entities_) keys_.push_back(entity->*member_);
    revision_ = table.revision();
    is_built_ = true;
  }

  Member member_;
  std::vector<RecordId> keys_;
  std::vector<const Entity*> entities_;
  std::uint64_t revision_ = 0;
  bool is_built_ = false;
};

}  // namespace fullcircle
