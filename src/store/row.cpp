#include "store/row.h"

#include <algorithm>

namespace fullcircle {

RowState::RowState(const RowState& other) = default;
RowState& RowState::operator=(const RowState& other) = default;
RowState& RowState::operator=(RowState&&) noexcept = default;
RowState::~RowState() = default;

bool RowState::has_base(Stamp stamp) const {
  if (stamp.is_none()) return false;
  return stamp == base || (detail && std::ranges::binary_search(detail->other_bases, stamp));
}

const FieldState* RowState::find_state(std::uint16_t field) const {
  if (!detail) return nullptr;
  const auto at = std::ranges::lower_bound(detail->fields, field, {}, &FieldState::field);
  return at != detail->fields.end() && at->field == field ? &*at : nullptr;
}

bool RowState::operator==(const RowState& other) const {
  static const RowDetail kNothing;
  return base == other.base && (detail ? *detail : kNothing) == (other.detail ? *other.detail : kNothing);
}

Stamp shown_stamp(const RowState& row, std::uint16_t field) {
  const FieldState* state = row.find_state(field);
  return state ? state->stamp : row.base;
}

Stamp greatest_stamp(const RowState& row) {
  Stamp greatest = row.base;
  if (!row.detail) return greatest;
  for (const FieldState& state : row.detail->fields) greatest = std::max(greatest, state.stamp);
  for (const UnknownField& field : row.detail->unknown)
    if (!field.versions.empty()) greatest = std::max(greatest, field.versions.front().stamp);
  for (const LifecycleEvent& event : row.detail->events) greatest = std::max(greatest, event.stamp);
  return greatest;
}

}  // namespace fullcircle
