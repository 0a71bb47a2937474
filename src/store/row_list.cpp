#include "store/row_list.h"

#include <algorithm>
#include <new>
#include <utility>

#include "model/sorting.h"

namespace fullcircle {

RowList::RowList(const RowList& other) : type_(other.type_) {
  reserve(other.size_);
  for (; size_ < other.size_; ++size_) type_->copy(room(size_), other.room(size_));
}

RowList::RowList(RowList&& other) noexcept
    : type_(other.type_), bytes_(std::exchange(other.bytes_, nullptr)), size_(std::exchange(other.size_, 0)), capacity_(std::exchange(other.capacity_, 0)) {}

RowList& RowList::operator=(RowList other) noexcept {
  std::swap(type_, other.type_);
  std::swap(bytes_, other.bytes_);
  std::swap(size_, other.size_);
  std::swap(capacity_, other.capacity_);
  return *this;
}

RowList::~RowList() {
  truncate(0);
  ::operator delete(bytes_);
}

std::size_t RowList::position_of(RecordId wanted, std::size_t start) const {
  std::size_t end = size_;
  while (start < end) {
    const std::size_t middle = start + (end - start) / 2;
    if (id(middle) < wanted)
      start = middle + 1;
    else
      end = middle;
  }
  return start;
}

std::size_t RowList::find(RecordId wanted) const {
  const std::size_t at = position_of(wanted);
  return at < size_ && id(at) == wanted ? at : size_;
}

RowRef RowList::add(RecordId id) {
  type_->make(room_for_one_more(), id);
  return (*this)[size_++];
}

RowRef RowList::add_copy(const RowState& row) {
  type_->copy(room_for_one_more(), &row);
  return (*this)[size_++];
}

RowRef RowList::add_taken(RowState& row) {
  type_->take(room_for_one_more(), &row);
  return (*this)[size_++];
}

void RowList::clear_row(std::size_t at) {
  const RecordId kept = id(at);
  type_->destroy(room(at));
  type_->make(room(at), kept);
}

void RowList::reserve(std::size_t count) {
  if (count <= capacity_) return;
  char* const old_bytes = std::exchange(bytes_, static_cast<char*>(::operator new(count * type_->size)));
  for (std::size_t at = 0; at < size_; ++at) move_room(room(at), old_bytes + at * type_->size);
  ::operator delete(old_bytes);
  capacity_ = count;
}

char* RowList::room_for_one_more() {
  if (size_ == capacity_) reserve(std::max<std::size_t>(4, capacity_ * 2));
  return room(size_);
}

void RowList::truncate(std::size_t count) {
  while (size_ > count) type_->destroy(room(--size_));
}

void RowList::move_room(char* to, char* from) {
  type_->take(to, from);
  type_->destroy(from);
}

void RowList::move_row(std::size_t to, std::size_t from) {
  if (to == from) return;
  type_->destroy(room(to));
  type_->take(room(to), room(from));
}

void RowList::sort_by_id() {
  const auto comes_before = [](std::uint32_t left, std::uint32_t right, const void* list) {
    const auto& rows = *static_cast<const RowList*>(list);
    return rows.id(left) < rows.id(right);
  };
  const auto order = compute_order(size_, comes_before, this);
  if (order.empty()) return;
  RowList sorted(kind());
  sorted.reserve(size_);
  for (const std::uint32_t at : order) sorted.add_taken(state(at));
  *this = std::move(sorted);
}

void RowList::merge_equal() {
  std::size_t kept = 0;
  for (std::size_t at = 0; at < size_; ++at) {
    if (kept > 0 && id(kept - 1) == id(at))
      merge_row((*this)[kept - 1], (*this)[at]);
    else
      move_row(kept++, at);
  }
  truncate(kept);
}

void RowList::insert_sorted(RowList&& fresh) {
  if (empty()) {
    *this = std::move(fresh);
    return;
  }
  std::size_t old_left = size_, fresh_left = fresh.size_, to = old_left + fresh_left;
  if (to > capacity_) reserve(std::max(to, capacity_ * 2));
  size_ = to;
  while (fresh_left > 0) {
    const bool takes_old = old_left > 0 && fresh.id(fresh_left - 1) < id(old_left - 1);
    move_room(room(--to), takes_old ? room(--old_left) : fresh.room(--fresh_left));
  }
  fresh.size_ = 0;
}

}  // namespace fullcircle
