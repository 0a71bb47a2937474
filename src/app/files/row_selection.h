// Rows with only some of their fields: what one person may get of another's document.
#pragma once

#include <functional>

#include "store/table.h"

namespace fullcircle {

enum class History : std::uint8_t {
  keep,
  leave_out,  ///< only what shows, with its stamps and those of what it replaced
};

/// Leaves only the fields for which `is_wanted`, and none that only a newer program knows.
void select_fields(RowRef row, const std::function<bool(const FieldAccess&)>& is_wanted, History history);

/// Makes the row a statement about some fields of a record that exists elsewhere: without its creation. Nothing is left of it
/// when all wanted fields stand as they were created.
void select_edits(RowRef row, const std::function<bool(const FieldAccess&)>& is_wanted);

}  // namespace fullcircle
