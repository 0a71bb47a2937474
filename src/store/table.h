// All records of one kind, ascending by id.
#pragma once

#include <functional>
#include <iterator>
#include <ranges>

#include "store/row_list.h"

namespace fullcircle {

/// The first row at or after `row` that is alive, or `end`.
const void* next_alive(const void* row, const void* end, std::size_t row_size);

/// The entities of the rows alive.
template <class Entity>
class AliveEntities : public std::ranges::view_interface<AliveEntities<Entity>> {
 public:
  class Iterator {
   public:
    using iterator_concept = std::forward_iterator_tag;
    using iterator_category = std::forward_iterator_tag;
    using value_type = Entity;
    using difference_type = std::ptrdiff_t;
    using pointer = const Entity*;
    using reference = const Entity&;

    Iterator() = default;
    Iterator(const void* row, const void* end) : row_(next_alive(row, end, sizeof(Row<Entity>))), end_(end) {}
    const Entity& operator*() const { return static_cast<const Row<Entity>*>(row_)->entity; }
    const Entity* operator->() const { return &**this; }
    Iterator& operator++() { return *this = Iterator(static_cast<const Row<Entity>*>(row_) + 1, end_); }
    Iterator operator++(int) { return std::exchange(*this, Iterator(static_cast<const Row<Entity>*>(row_) + 1, end_)); }
    bool operator==(const Iterator& other) const { return row_ == other.row_; }

   private:
    const void* row_ = nullptr;
    const void* end_ = nullptr;
  };

  explicit AliveEntities(std::span<const Row<Entity>> rows) : rows_(rows) {}
  Iterator begin() const { return {rows_.data(), rows_.data() + rows_.size()}; }
  Iterator end() const { return {rows_.data() + rows_.size(), rows_.data() + rows_.size()}; }

 private:
  std::span<const Row<Entity>> rows_;
};

/// A record that was added or changed.
struct RowChange {
  std::uint64_t revision = 0;  ///< of the table, from then on
  RecordId id;
  bool is_new = false;         ///< a row was put among the others, which made room
};

/// Deleted records stay as rows, because another copy may still send versions of them; `find` and iteration show the others.
/// Pointers and iterators hold until the document is next changed.
class AnyTable {
 public:
  explicit AnyTable(KindIndex kind) : list_(kind) {}

  KindIndex kind() const { return list_.kind(); }
  /// How many records are alive.
  std::size_t size() const { return alive_count_; }
  bool empty() const { return alive_count_ == 0; }
  /// Raised by every change, so that what is computed from a table knows when to compute again.
  std::uint64_t revision() const { return revision_; }
  /// What was added or changed after `revision`, so that only what depends on it is computed again. nullopt: more than is kept.
  std::optional<std::span<const RowChange>> changes_since(std::uint64_t revision) const;

  /// All rows, also of deleted records.
  const RowList& list() const { return list_; }
  /// nullopt when there is no row of that id.
  std::optional<ConstRowRef> find_any(RecordId id) const;

  /// Adds rows in any order, merging those of one id. Rows that all come after the present ones are moved, not walked.
  void add_rows(RowList&& rows);
  /// Takes all rows out, to be added elsewhere.
  RowList take_list();
  /// Takes out the rows with these ids, which must ascend.
  void remove_rows(std::span<const RecordId> ids);
  /// Gives the rows to `change`, which may change all but their ids and order.
  void change_rows(const std::function<void(RowList&)>& change);

 protected:
  const void* find_room(RecordId id) const;
  const void* find_alive_room(RecordId id) const;

 private:
  void count_again();
  void forget_changes();

  RowList list_;
  std::size_t alive_count_ = 0;
  std::uint64_t revision_ = 0;
  std::vector<RowChange> changes_;     ///< the last ones
  std::uint64_t changes_kept_from_ = 0;  ///< the revision after which all are kept
};

template <class Entity>
class Table : public AnyTable {
 public:
  using RowType = Row<Entity>;

  Table() : AnyTable(kKindIndex<Entity>) {}

  /// The record, or nullptr when there is none or it is deleted.
  const Entity* find(Id<Entity> id) const {
    const auto* row = static_cast<const RowType*>(find_alive_room(id));
    return row ? &row->entity : nullptr;
  }
  const RowType* find_row(Id<Entity> id) const { return static_cast<const RowType*>(find_room(id)); }
  std::span<const RowType> rows() const { return list().template typed<Entity>(); }
  /// for (const Goal& goal : document.table<Goal>().alive())
  AliveEntities<Entity> alive() const { return AliveEntities<Entity>(rows()); }

  using AnyTable::add_rows;
  void add_rows(std::vector<RowType>&& rows) {
    RowList list(kind());
    for (RowType& row : rows) list.add_taken(row);
    add_rows(std::move(list));
  }
};

}  // namespace fullcircle
