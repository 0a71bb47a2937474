#include "store/row_life.h"

#include <algorithm>

namespace fullcircle {
namespace {

using Stamps = std::vector<Stamp>;

void sort_unique(Stamps& stamps) {
  std::ranges::sort(stamps);
  stamps.erase(std::unique(stamps.begin(), stamps.end()), stamps.end());
}

template <class Visit>
void for_each_version_set(ConstRowRef row, Visit&& visit) {
  for (const FieldAccess& field : row.fields)
    if (row.state.find_state(field.id)) visit(versions_of(row, field));  // the others are at the base, which counts by itself
  for (const UnknownField& field : row.state.detail->unknown) visit(field.versions);
}

bool has_content(const RowState& row) { return !row.is_partial() || !row.detail->fields.empty() || !row.detail->unknown.empty(); }

/// Something in the row is not among the stamps in `seen`.
bool has_unseen(ConstRowRef row, const Stamps& seen) {
  const auto is_unseen = [&](Stamp stamp) { return !std::ranges::binary_search(seen, stamp); };
  if (!row.state.is_partial() && is_unseen(row.state.base)) return true;
  if (std::ranges::any_of(row.state.detail->other_bases, is_unseen)) return true;
  for (const LifecycleEvent& event : row.state.detail->events)
    if (event.action == LifecycleAction::restore && is_unseen(event.stamp)) return true;
  bool found = false;
  for_each_version_set(row, [&](const VersionSet& versions) {
    for (const Version* head : heads_of(versions)) found = found || is_unseen(head->stamp);
  });
  return found;
}

Life compute_life(ConstRowRef row) {
  if (!has_content(row.state)) return Life::deleted;
  if (row.state.detail->events.empty()) return Life::alive;
  const Stamps erases = active_erases(row.state);
  if (erases.empty()) return Life::alive;
  Stamps seen;
  for (const LifecycleEvent& event : row.state.detail->events)
    if (event.action == LifecycleAction::erase && std::ranges::binary_search(erases, event.stamp))
      seen.insert(seen.end(), event.names.begin(), event.names.end());
  sort_unique(seen);
  return has_unseen(row, seen) ? Life::edited_while_deleted : Life::deleted;
}

}  // namespace

Stamps active_erases(const RowState& row) {
  Stamps erases, taken_back;
  if (!row.detail) return erases;
  for (const LifecycleEvent& event : row.detail->events) {
    if (event.action == LifecycleAction::erase)
      erases.push_back(event.stamp);
    else
      taken_back.insert(taken_back.end(), event.names.begin(), event.names.end());
  }
  sort_unique(erases);
  sort_unique(taken_back);
  std::erase_if(erases, [&](Stamp stamp) { return std::ranges::binary_search(taken_back, stamp); });
  return erases;
}

Stamps stamps_seen(ConstRowRef row) {
  Stamps seen;
  if (!row.state.is_partial()) seen.push_back(row.state.base);
  if (row.state.detail) {
    seen.insert(seen.end(), row.state.detail->other_bases.begin(), row.state.detail->other_bases.end());
    for (const LifecycleEvent& event : row.state.detail->events)
      if (event.action == LifecycleAction::restore) seen.push_back(event.stamp);
    for_each_version_set(row, [&](const VersionSet& versions) {
      for (const Version& version : versions) {
        seen.push_back(version.stamp);
        if (!version.previous.is_none()) seen.push_back(version.previous);
        seen.insert(seen.end(), version.settled.begin(), version.settled.end());
      }
    });
  }
  sort_unique(seen);
  return seen;
}

void update_life(RowRef row) {
  if (!row.state.detail) return;
  RowDetail& detail = *row.state.detail;
  detail.life = Life::alive;
  if (detail == RowDetail{})
    row.state.detail.reset();
  else
    detail.life = compute_life(row);
}

}  // namespace fullcircle
