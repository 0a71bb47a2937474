// All records of one kind, ascending by id.
#pragma once

#include <algorithm>
#include <ranges>

#include "store/field_access.h"
#include "store/row_versions.h"

namespace fullcircle {

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
    const auto at = lower_bound(id);
    return at != rows_.end() && at->entity.id == id ? &*at : nullptr;
  }

  /// Adds rows in any order, merging those of one id. Rows that all come after the present ones are moved, not walked.
  void add_rows(std::vector<RowType>&& rows);

  /// Gives the rows to `change`, which may change all but their ids and order.
  template <class Change>
  void change_rows(Change&& change) {
    change(rows_);
    count_again();
  }

 private:
  auto lower_bound(Id<Entity> id) const {
    return std::ranges::lower_bound(rows_, id, {}, [](const RowType& row) { return row.entity.id; });
  }
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
  constexpr auto by_id = [](const RowType& row) { return row.entity.id; };
  if (!std::ranges::is_sorted(rows, {}, by_id)) std::ranges::stable_sort(rows, {}, by_id);
  if (rows_.empty() && std::ranges::adjacent_find(rows, {}, by_id) == rows.end()) {
    rows_ = std::move(rows);
    return count_again();
  }
  const std::size_t old_count = rows_.size();
  std::size_t at = 0;  // in the old rows; both sides ascend, so it only moves forward
  for (RowType& row : rows) {
    const auto end_of_old = rows_.begin() + static_cast<std::ptrdiff_t>(old_count);
    at = static_cast<std::size_t>(std::ranges::lower_bound(rows_.begin() + static_cast<std::ptrdiff_t>(at), end_of_old, row.entity.id, {}, by_id) - rows_.begin());
    if (at < old_count && rows_[at].entity.id == row.entity.id)
      merge_row(row_ref(rows_[at]), row_ref(row));
    else if (rows_.size() > old_count && rows_.back().entity.id == row.entity.id)  // twice in `rows`
      merge_row(row_ref(rows_.back()), row_ref(row));
    else
      rows_.push_back(std::move(row));
  }
  if (old_count > 0 && old_count < rows_.size() && rows_[old_count].entity.id < rows_[old_count - 1].entity.id)
    std::ranges::inplace_merge(rows_, rows_.begin() + static_cast<std::ptrdiff_t>(old_count), {}, by_id);
  count_again();
}

}  // namespace fullcircle
