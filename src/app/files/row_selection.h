// Rows with only some of their fields: what one person may get of another's document.
#pragma once

#include <functional>

#include "store/table.h"

namespace fullcircle {

enum class History : std::uint8_t {
  keep,
  leave_out,  ///< only what shows, with its stamps
};

/// The row with only the fields for which `is_wanted(key, audience)`, and without fields only a newer program knows.
template <class Entity>
Row<Entity> select_fields(const Row<Entity>& row, const std::function<bool(const FieldAccess&)>& is_wanted, History history);

/// The row as a statement about some fields of a record that exists elsewhere: without its creation. Nothing is left of it
/// when all wanted fields stand as they were created.
template <class Entity>
Row<Entity> select_edits(const Row<Entity>& row, const std::function<bool(const FieldAccess&)>& is_wanted);

// ---- for the templates ----

void drop_fields(RowRef row, const std::function<bool(const FieldAccess&)>& is_wanted, History history);
void drop_creation(RowRef row);

template <class Entity>
Row<Entity> select_fields(const Row<Entity>& row, const std::function<bool(const FieldAccess&)>& is_wanted, History history) {
  Row<Entity> selected = row;
  drop_fields(row_ref(selected), is_wanted, history);
  return selected;
}

template <class Entity>
Row<Entity> select_edits(const Row<Entity>& row, const std::function<bool(const FieldAccess&)>& is_wanted) {
  Row<Entity> selected = row;
  drop_fields(row_ref(selected), is_wanted, History::keep);
  drop_creation(row_ref(selected));
  return selected;
}

}  // namespace fullcircle
