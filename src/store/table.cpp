#include "store/table.h"

#include <algorithm>

namespace fullcircle {

const void* next_alive(const void* row, const void* end, std::size_t row_size) {
  while (row != end && !static_cast<const RowState*>(row)->is_alive()) row = static_cast<const char*>(row) + row_size;
  return row;
}

std::optional<ConstRowRef> AnyTable::find_any(RecordId id) const {
  const std::size_t at = list_.find(id);
  return at < list_.size() ? std::optional(list_[at]) : std::nullopt;
}

const void* AnyTable::find_room(RecordId id) const {
  const std::size_t at = list_.find(id);
  return at < list_.size() ? &list_.state(at) : nullptr;
}

const void* AnyTable::find_alive_room(RecordId id) const {
  const void* room = find_room(id);
  return room && static_cast<const RowState*>(room)->is_alive() ? room : nullptr;
}

void AnyTable::add_rows(RowList&& rows) {
  rows.sort_by_id();
  rows.merge_equal();
  std::size_t fresh_count = 0, place = 0;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    place = list_.position_of(rows.id(at), place);
    if (place < list_.size() && list_.id(place) == rows.id(at))
      merge_row(list_[place], std::as_const(rows)[at]);
    else
      rows.move_row(fresh_count++, at);
  }
  rows.truncate(fresh_count);
  list_.insert_sorted(std::move(rows));
  count_again();
}

RowList AnyTable::take_list() {
  RowList rows = std::exchange(list_, RowList(kind()));
  count_again();
  return rows;
}

void AnyTable::remove_rows(std::span<const RecordId> ids) {
  std::size_t kept = 0;
  for (std::size_t at = 0; at < list_.size(); ++at)
    if (!std::ranges::binary_search(ids, list_.id(at))) list_.move_row(kept++, at);
  list_.truncate(kept);
  count_again();
}

void AnyTable::change_rows(const std::function<void(RowList&)>& change) {
  change(list_);
  count_again();
}

void AnyTable::count_again() {
  alive_count_ = 0;
  for (std::size_t at = 0; at < list_.size(); ++at) alive_count_ += list_.state(at).is_alive();
  ++revision_;
}

}  // namespace fullcircle
