#include "app/files/row_selection.h"

#include <algorithm>

#include "store/row_life.h"

namespace fullcircle {
namespace {

/// What shows now replaces all that was there: whoever has an earlier copy, with a version between the two left out, sees no conflict.
void forget_history(const RowState& row, FieldState& state) {
  const auto replace = [&](Stamp stamp) {
    if (stamp != Stamp{} && stamp < state.stamp) state.settled.push_back(stamp);
  };
  for (const Version& version : state.older) replace(version.stamp);
  replace(row.base);
  for (const Stamp base : row.detail->other_bases) replace(base);
  std::ranges::sort(state.settled);
  state.settled.erase(std::ranges::unique(state.settled).begin(), state.settled.end());
  state.older.clear();
}

void drop_fields(RowRef row, const std::function<bool(const FieldAccess&)>& is_wanted, History history) {
  for (const FieldAccess& field : row.fields) {
    if (is_wanted(field)) continue;
    field.reset(row.entity);
    if (row.state.detail) std::erase_if(row.state.detail->fields, [&](const FieldState& state) { return state.field == field.id; });
  }
  if (!row.state.detail) return;
  row.state.detail->unknown.clear();
  if (history == History::keep) return;
  for (FieldState& state : row.state.detail->fields) forget_history(row.state, state);
}

void drop_creation(RowRef row) {
  for (const FieldAccess& field : row.fields)
    if (!row.state.find_state(field.id)) field.reset(row.entity);
  row.state.base = {};
  if (row.state.detail) row.state.detail->other_bases.clear();
}

}  // namespace

void select_fields(RowRef row, const std::function<bool(const FieldAccess&)>& is_wanted, History history) {
  drop_fields(row, is_wanted, history);
  update_life(row);
}

void select_edits(RowRef row, const std::function<bool(const FieldAccess&)>& is_wanted) {
  drop_fields(row, is_wanted, History::keep);
  drop_creation(row);
  update_life(row);
}

}  // namespace fullcircle
