#include "store/table.h"

#include <algorithm>

namespace fullcircle {
namespace {

constexpr std::size_t kMostChangesKept = 256;

}  // namespace

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

std::optional<std::span<const RowChange>> AnyTable::changes_since(std::uint64_t revision) const {
  if (revision < changes_kept_from_) return std::nullopt;
  const auto first = std::ranges::upper_bound(changes_, revision, {}, &RowChange::revision);
  return std::span(first, changes_.end());
}

void AnyTable::add_rows(RowList&& rows) {
  rows.sort_by_id();
  rows.merge_equal();
  ++revision_;
  if (changes_.size() + rows.size() > kMostChangesKept) forget_changes();
  const bool keeps_changes = rows.size() <= kMostChangesKept;
  std::size_t fresh_count = 0, place = 0;
  for (std::size_t at = 0; at < rows.size(); ++at) {
    place = list_.position_of(rows.id(at), place);
    const bool is_new = place == list_.size() || list_.id(place) != rows.id(at);
    if (keeps_changes) changes_.push_back({revision_, rows.id(at), is_new});
    if (is_new) {
      alive_count_ += rows.state(at).is_alive();
      rows.move_row(fresh_count++, at);
    } else {
      alive_count_ -= list_.state(place).is_alive();
      merge_row(list_[place], std::as_const(rows)[at]);
      alive_count_ += list_.state(place).is_alive();
    }
  }
  rows.truncate(fresh_count);
  list_.insert_sorted(std::move(rows));
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
  forget_changes();
}

void AnyTable::forget_changes() {
  changes_.clear();
  changes_kept_from_ = revision_;
}

}  // namespace fullcircle
