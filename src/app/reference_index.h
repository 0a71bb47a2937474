// Follows references backwards without knowing the type of the records: what BackIndex is made of.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "store/table.h"

namespace fullcircle {

/// The rows of one table grouped by what a member refers to. After a small change only the changed rows are placed again, so
/// that an edit among 250,000 records takes a fraction of a millisecond.
class ReferenceIndex {
 public:
  /// `offset`: of the member in the entity, in bytes; the member is an Id.
  explicit ReferenceIndex(std::size_t offset) : offset_(offset) {}

  /// Places of the living rows that refer to `target`, ascending. Holds until the table changes.
  std::span<const std::uint32_t> rows_of(const AnyTable& table, RecordId target);

  /// Everything that lost or won a reference, or was referred to by a row that changed, after `revision` of the table;
  /// may repeat itself. nullopt: more than is kept.
  std::optional<std::span<const RecordId>> touched_since(const AnyTable& table, std::uint64_t revision);

 private:
  struct Reference {
    RecordId target;
    std::uint32_t row = 0;
    auto operator<=>(const Reference&) const = default;
  };

  void refresh(const AnyTable& table);
  void build(const AnyTable& table);
  /// Out: false when so much changed that building anew is quicker.
  bool update(const AnyTable& table, std::span<const RowChange> changes);
  void make_room(const AnyTable& table, std::span<const RowChange> changes);
  void place_again(const AnyTable& table, RecordId id);
  void touch(RecordId target, std::uint64_t revision);
  Reference reference_from(const AnyTable& table, std::size_t row) const;

  std::size_t offset_;
  std::vector<RecordId> targets_;   ///< ascending; parallel to rows_
  std::vector<std::uint32_t> rows_;
  std::uint64_t revision_ = 0;
  bool is_built_ = false;
  std::vector<RecordId> touched_;   ///< the last ones, with the table's revision then
  std::vector<std::uint64_t> touched_at_;
  std::uint64_t touched_kept_from_ = 0;
};

}  // namespace fullcircle
