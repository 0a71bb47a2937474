// Between a stored row and the version sets of its fields: the one place that knows how rows are kept compact.
#pragma once

#include "store/kind_types.h"
#include "store/row.h"

namespace fullcircle {

/// A row of any kind with the types taken off.
struct RowRef {
  void* entity;
  RowState& state;
  std::span<const FieldAccess> fields;
};
struct ConstRowRef {
  ConstRowRef(const void* record, const RowState& row_state, std::span<const FieldAccess> row_fields)
      : entity(record), state(row_state), fields(row_fields) {}
  ConstRowRef(RowRef row) : entity(row.entity), state(row.state), fields(row.fields) {}

  const void* entity;
  const RowState& state;
  std::span<const FieldAccess> fields;
};
template <class Entity>
RowRef row_ref(Row<Entity>& row) {
  return {&row.entity, row, fields_of_kind<Entity>()};
}
template <class Entity>
ConstRowRef row_ref(const Row<Entity>& row) {
  return {&row.entity, row, fields_of_kind<Entity>()};
}

/// Every version the row holds of a field, the one that shows first. Empty when a partial row does not list the field.
VersionSet versions_of(ConstRowRef row, const FieldAccess& field);
/// Whether the version is only "default from the start": it is not stored, and gives way to any other of its stamp.
bool says_nothing(const FieldAccess& field, const Version& version);
/// The value that shows, as it came when this program cannot read it.
Value shown_value(ConstRowRef row, const FieldAccess& field);

/// Adds one version of the field with that JSON key; a key this program does not know is kept. Used to read files:
/// in any order, any number of times, the row ends up the same.
void add_version(RowRef row, std::string_view key, Version&& version);
void add_version(RowRef row, const FieldAccess& field, Version&& version);
/// Says that the record was created at `base`. Cheapest before any version is added.
void add_base(RowRef row, Stamp base);
void add_event(RowRef row, LifecycleEvent&& event);

/// Adds everything `from` holds to `into`. Commutative, associative, idempotent.
void merge_row(RowRef into, ConstRowRef from);

/// Same record in every respect that a file could hold.
bool same_row(ConstRowRef left, ConstRowRef right);

}  // namespace fullcircle
