// All records of one kind, ascending by id.
#pragma once

#include <algorithm>
#include <ranges>

#include "store/field_access.h"
#include "store/row_versions.h"

namespace fullcircle {

/// The places of the ids in ascending order; equal ids keep their order.
std::vector<std::uint32_t> compute_order(const std::vector<RecordId>& ids);

/// Deleted records stay as rows, because another copy may still send versions of them; `find` and iteration show the others.
/// Pointers and iterators hold until the document is next changed.
template <class Entity>
class Table {
 public:
  using RowType = Row<Entity>;

  /// The record, or nullptr when there is none or it is deleted.
  const Entity* find(Id<Entity> id) const {
    const RowType* row = find_row(id);
    return row && row->is_alive() ? &row->entity : nullptr;
  }

  /// How many records are alive.
  std::size_t size() const { return alive_count_; }
  bool empty() const { return alive_count_ == 0; }
  /// for (const Goal& goal : document.table<Goal>().alive())
  auto alive() const {
    return rows_ | std::views::filter([](const RowType& row) { return row.is_alive(); }) |
           std::views::transform([](const RowType& row) -> const Entity& { return row.entity; });
  }
  /// Raised by every change, so that what is computed from a table knows when to compute again.
  std::uint64_t revision() const { return revision_; }

  const std::vector<RowType>& rows() const { return rows_; }
  const RowType* find_row(Id<Entity> id) const {
    const std::size_t at = position_from(0, id);
    return at < rows_.size() && rows_[at].entity.id == id ? &rows_[at] : nullptr;
  }

  /// Adds rows in any order, merging those of one id. Rows that all come after the present ones are moved, not walked.
  void add_rows(std::vector<RowType>&& rows);

  /// Takes all rows out, to be added elsewhere.
  std::vector<RowType> take_rows() {
    std::vector<RowType> rows = std::move(rows_);
    rows_.clear();
    count_again();
    return rows;
  }
  /// Takes out the rows for which `is_unwanted(row)`.
  template <class Unwanted>
  void remove_rows(Unwanted&& is_unwanted) {
    std::erase_if(rows_, is_unwanted);
    count_again();
  }
  /// Gives the rows to `change`, which may change all but their ids and order.
  template <class Change>
  void change_rows(Change&& change) {
    change(rows_);
    count_again();
  }

 private:
  static Id<Entity> id_of(const RowType& row) { return row.entity.id; }
  /// Of the first row at or after `start` whose id is not less.
  std::size_t position_from(std::size_t start, Id<Entity> id) const {
    const auto first = rows_.begin() + static_cast<std::ptrdiff_t>(start);
    return start + static_cast<std::size_t>(std::ranges::lower_bound(first, rows_.end(), id, {}, id_of) - first);
  }
  void insert_sorted(std::vector<RowType>&& fresh);
  static void sort_by_id(std::vector<RowType>& rows);
  void count_again() {
    alive_count_ = static_cast<std::size_t>(std::ranges::count_if(rows_, &RowType::is_alive));
    ++revision_;
  }

  std::vector<RowType> rows_;
  std::size_t alive_count_ = 0;
  std::uint64_t revision_ = 0;
};

template <class Entity>
void Table<Entity>::add_rows(std::vector<RowType>&& rows) {
  sort_by_id(rows);
  const std::size_t old_count = rows_.size();
  std::size_t fresh_count = 0, at = 0;
  for (RowType& row : rows) {
    if (fresh_count > 0 && rows[fresh_count - 1].entity.id == row.entity.id) {
      merge_row(row_ref(rows[fresh_count - 1]), row_ref(std::as_const(row)));
      continue;
    }
    at = position_from(at, row.entity.id);
    if (at < old_count && rows_[at].entity.id == row.entity.id)
      merge_row(row_ref(rows_[at]), row_ref(std::as_const(row)));
    else if (RowType& place = rows[fresh_count++]; &place != &row)
      place = std::move(row);
  }
  rows.resize(fresh_count);
  if (rows_.empty())
    rows_ = std::move(rows);
  else
    insert_sorted(std::move(rows));
  count_again();
}

/// Backwards and in place, so that rows before the first new one stay where they are.
template <class Entity>
void Table<Entity>::insert_sorted(std::vector<RowType>&& fresh) {
  std::size_t old_left = rows_.size(), fresh_left = fresh.size(), to = old_left + fresh_left;
  rows_.resize(to);
  while (fresh_left > 0) {
    const bool takes_old = old_left > 0 && fresh[fresh_left - 1].entity.id < rows_[old_left - 1].entity.id;
    rows_[--to] = std::move(takes_old ? rows_[--old_left] : fresh[--fresh_left]);
  }
}

template <class Entity>
void Table<Entity>::sort_by_id(std::vector<RowType>& rows) {
  if (std::ranges::is_sorted(rows, {}, id_of)) return;
  std::vector<RecordId> ids;
  ids.reserve(rows.size());
  for (const RowType& row : rows) ids.push_back(row.entity.id);
  std::vector<RowType> sorted;
  sorted.reserve(rows.size());
  for (std::uint32_t place : compute_order(ids)) sorted.push_back(std::move(rows[place]));
  rows = std::move(sorted);
}

}  // namespace fullcircle
