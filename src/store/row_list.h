// Rows of one kind side by side, with their type taken off.
#pragma once

#include <span>
#include <vector>

#include "store/kind_types.h"
#include "store/row_versions.h"

namespace fullcircle {

/// Rows lie in one block as Row<Entity>; a reference to one holds until the list changes.
class RowList {
 public:
  /// kKindCount stands for every kind only a newer program knows.
  explicit RowList(KindIndex kind) : type_(&row_type(kind)) {}
  RowList(const RowList& other);
  RowList(RowList&& other) noexcept;
  RowList& operator=(RowList other) noexcept;
  ~RowList();

  KindIndex kind() const { return type_->kind; }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }

  RowRef operator[](std::size_t at) { return {entity(at), state(at), kind_fields(kind())}; }
  ConstRowRef operator[](std::size_t at) const { return {entity(at), state(at), kind_fields(kind())}; }
  RowState& state(std::size_t at) { return *reinterpret_cast<RowState*>(room(at)); }
  const RowState& state(std::size_t at) const { return *reinterpret_cast<const RowState*>(room(at)); }
  void* entity(std::size_t at) { return room(at) + kEntityAt; }
  const void* entity(std::size_t at) const { return room(at) + kEntityAt; }
  RecordId id(std::size_t at) const { return *static_cast<const RecordId*>(entity(at)); }
  template <class Entity>
  std::span<const Row<Entity>> typed() const {
    return {reinterpret_cast<const Row<Entity>*>(bytes_), size_};
  }

  /// Of the first row at or after `start` whose id is not less; the rows must ascend.
  std::size_t position_of(RecordId id, std::size_t start = 0) const;
  /// The place of the row with that id, or size().
  std::size_t find(RecordId id) const;

  /// A partial row that says nothing.
  RowRef add(RecordId id);
  RowRef add_copy(const RowState& row);
  /// Moves out of a row that stays where it is, to be destroyed.
  RowRef add_taken(RowState& row);
  /// Makes it a partial row that says nothing.
  void clear_row(std::size_t at);
  void reserve(std::size_t count);
  void truncate(std::size_t count);

  void sort_by_id();
  /// Makes one row of those with one id; the rows must ascend.
  void merge_equal();
  /// Puts ascending rows with ids this list does not have among its own: backwards and in place, so that rows before the
  /// first new one stay where they are.
  void insert_sorted(RowList&& fresh);
  /// Moves the row to an earlier place, over the row that is there.
  void move_row(std::size_t to, std::size_t from);

 private:
  /// An entity follows the state at once and begins with its id; a test holds every kind to it.
  static constexpr std::size_t kEntityAt = sizeof(RowState);

  char* room(std::size_t at) { return bytes_ + at * type_->size; }
  const char* room(std::size_t at) const { return bytes_ + at * type_->size; }
  char* room_for_one_more();
  void move_room(char* to, char* from);

  const RowType* type_;
  char* bytes_ = nullptr;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace fullcircle
