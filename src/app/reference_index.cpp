#include "app/reference_index.h"

#include <algorithm>

namespace fullcircle {
namespace {

constexpr std::size_t kMostNewRows = 16, kMostTouchedKept = 1024;

}  // namespace

std::span<const std::uint32_t> ReferenceIndex::rows_of(const AnyTable& table, RecordId target) {
  refresh(table);
  const auto [first, last] = std::ranges::equal_range(targets_, target);
  return {rows_.data() + (first - targets_.begin()), static_cast<std::size_t>(last - first)};
}

std::optional<std::span<const RecordId>> ReferenceIndex::touched_since(const AnyTable& table, std::uint64_t revision) {
  refresh(table);
  if (revision < touched_kept_from_) return std::nullopt;
  const auto first = std::ranges::upper_bound(touched_at_, revision) - touched_at_.begin();
  return std::span(touched_).subspan(static_cast<std::size_t>(first));
}

void ReferenceIndex::refresh(const AnyTable& table) {
  if (is_built_ && revision_ == table.revision()) return;
  const auto changes = is_built_ ? table.changes_since(revision_) : std::nullopt;
  if (!changes || !update(table, *changes)) build(table);
  revision_ = table.revision();
  is_built_ = true;
}

ReferenceIndex::Reference ReferenceIndex::reference_from(const AnyTable& table, std::size_t row) const {
  const auto* member = static_cast<const char*>(table.list().entity(row)) + offset_;
  return {*reinterpret_cast<const RecordId*>(member), static_cast<std::uint32_t>(row)};
}

void ReferenceIndex::build(const AnyTable& table) {
  std::vector<Reference> references;
  references.reserve(table.size());
  for (std::size_t row = 0; row < table.list().size(); ++row)
    if (table.list().state(row).is_alive()) references.push_back(reference_from(table, row));
  std::ranges::sort(references);
  targets_.clear();
  rows_.clear();
  targets_.reserve(references.size());
  rows_.reserve(references.size());
  for (const Reference& reference : references) {
    targets_.push_back(reference.target);
    rows_.push_back(reference.row);
  }
  touched_.clear();
  touched_at_.clear();
  touched_kept_from_ = table.revision();
}

bool ReferenceIndex::update(const AnyTable& table, std::span<const RowChange> changes) {
  if (static_cast<std::size_t>(std::ranges::count_if(changes, &RowChange::is_new)) > kMostNewRows) return false;
  make_room(table, changes);
  for (const RowChange& change : changes) place_again(table, change.id);
  return true;
}

/// New rows stand among the others: what came after them has moved on.
void ReferenceIndex::make_room(const AnyTable& table, std::span<const RowChange> changes) {
  std::vector<std::uint32_t> fresh;
  for (const RowChange& change : changes)
    if (change.is_new) fresh.push_back(static_cast<std::uint32_t>(table.list().find(change.id)));
  if (fresh.empty()) return;
  std::ranges::sort(fresh);
  for (std::uint32_t& row : rows_)
    for (const std::uint32_t place : fresh) row += place <= row;
}

void ReferenceIndex::place_again(const AnyTable& table, RecordId id) {
  const std::size_t row = table.list().find(id);
  if (row == table.list().size()) return;
  const Reference now = reference_from(table, row);
  const auto known = std::ranges::find(rows_, now.row) - rows_.begin();
  const bool was_there = static_cast<std::size_t>(known) < rows_.size(), is_there = table.list().state(row).is_alive();
  touch(now.target, table.revision());
  if (was_there && is_there && targets_[static_cast<std::size_t>(known)] == now.target) return;
  if (was_there) {
    touch(targets_[static_cast<std::size_t>(known)], table.revision());
    targets_.erase(targets_.begin() + known);
    rows_.erase(rows_.begin() + known);
  }
  if (!is_there) return;
  auto place = std::ranges::lower_bound(targets_, now.target) - targets_.begin();
  while (static_cast<std::size_t>(place) < rows_.size() && targets_[static_cast<std::size_t>(place)] == now.target &&
         rows_[static_cast<std::size_t>(place)] < now.row)
    ++place;
  targets_.insert(targets_.begin() + place, now.target);
  rows_.insert(rows_.begin() + place, now.row);
}

void ReferenceIndex::touch(RecordId target, std::uint64_t revision) {
  if (touched_.size() == kMostTouchedKept) {
    // Half of it, and no revision in part.
    const std::uint64_t last = touched_at_[kMostTouchedKept / 2];
    const auto kept = std::ranges::upper_bound(touched_at_, last) - touched_at_.begin();
    touched_.erase(touched_.begin(), touched_.begin() + kept);
    touched_at_.erase(touched_at_.begin(), touched_at_.begin() + kept);
    touched_kept_from_ = last;
  }
  touched_.push_back(target);
  touched_at_.push_back(revision);
}

}  // namespace fullcircle
