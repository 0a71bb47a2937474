#include <algorithm>

#include "store/edit.h"
#include "store/merge.h"
#include "store/row_life.h"

namespace fullcircle {
namespace {

/// A record before the edit: what is there, or nothing.
struct Present {
  Present(ConstRowRef row, bool is_there) : row(row), exists(is_there), is_alive(is_there && row.state.is_alive()) {}
  ConstRowRef row;
  bool exists;
  bool is_alive;
};

Stamp greatest_touched(const Document& document, const Edit& edit) {
  Stamp greatest;
  for (const RecordEdit& record : edit.records())
    if (const auto row = document.table(record.kind).find_any(record.id)) greatest = std::max(greatest, greatest_stamp(row->state));
  return greatest;
}

/// The other versions that say what the shown one says: whoever replaces it has seen them as well.
std::vector<Stamp> others_showing_the_same(ConstRowRef row, const FieldAccess& field) {
  std::vector<Stamp> stamps;
  const VersionSet versions = versions_of(row, field);
  for (const Version* head : heads_of(versions))
    if (head->stamp != versions.front().stamp && head->value == versions.front().value) stamps.push_back(head->stamp);
  std::ranges::sort(stamps);
  return stamps;
}

/// An entity shows the default for a value this program cannot read, and hands it back when the whole entity is updated:
/// that says nothing about the value.
bool stands_for_unreadable(ConstRowRef row, const FieldAccess& field, const Value& value) {
  const FieldState* state = row.state.find_state(field.id);
  return state && state->is_raw && value == field.read(row.entity);
}

/// Out: whether anything is written.
bool write_fields(const RecordEdit& edit, const Present& present, Stamp stamp, RowRef delta, UndoRecord& undo) {
  bool writes = false;
  for (const auto& [id, value] : edit.fields) {
    const FieldAccess* field = find_field(delta.fields, id);
    if (!field || value == shown_value(present.row, *field) || stands_for_unreadable(present.row, *field, value)) continue;
    writes = true;
    Version version{.stamp = stamp, .value = value};
    if (present.exists) {
      version.previous = shown_stamp(present.row.state, id);
      version.settled = others_showing_the_same(present.row, *field);
      undo.before.push_back({id, shown_value(present.row, *field), version.previous});
    }
    add_version(delta, *field, std::move(version));
  }
  return writes;
}

/// The erases a restore takes back.
std::vector<Stamp> erases_to_take_back(const RecordEdit& edit, const Present& present) {
  if (!present.exists || !(edit.creates || edit.restores)) return {};
  std::vector<Stamp> erases = active_erases(present.row.state);
  if (!edit.creates && !edit.takes_back.is_none()) std::erase_if(erases, [&](Stamp stamp) { return stamp != edit.takes_back; });
  return erases;
}

/// Writes what the edit does to one record into `delta`, an empty row. Out: whether it does anything.
bool write_record(const RecordEdit& edit, const Present& present, Stamp stamp, RowRef delta, UndoRecord& undo) {
  std::vector<Stamp> taken_back = erases_to_take_back(edit, present);
  const bool brings_back = !taken_back.empty();
  undo.created = edit.creates && !present.exists;
  undo.restored = brings_back && !present.is_alive;
  if (undo.restored) undo.erase_before = taken_back.back();
  undo.erased = edit.erases && (present.is_alive || undo.created);
  if (undo.created) add_base(delta, stamp);
  const bool can_write = undo.created || brings_back || present.is_alive;
  const bool writes = can_write && write_fields(edit, present, stamp, delta, undo);
  if (brings_back) add_event(delta, {stamp, LifecycleAction::restore, std::move(taken_back)});
  if (undo.erased) {
    std::vector<Stamp> seen = present.exists ? stamps_seen(present.row) : std::vector<Stamp>{};
    seen.push_back(stamp);  // the greatest: what this very edit wrote
    add_event(delta, {stamp, LifecycleAction::erase, std::move(seen)});
  }
  return undo.created || undo.erased || brings_back || writes;
}

void write_kind(const AnyTable& table, const Edit& edit, Stamp stamp, Applied& applied) {
  RowList none(table.kind()), rows(table.kind());
  none.add({});
  for (const RecordEdit& record : edit.records()) {
    if (record.kind != table.kind()) continue;
    const auto row = table.find_any(record.id);
    UndoRecord undo{.kind = record.kind, .id = record.id};
    if (write_record(record, Present(row ? *row : ConstRowRef(none[0]), row.has_value()), stamp, rows.add(record.id), undo))
      applied.undo.records.push_back(std::move(undo));
    else
      rows.truncate(rows.size() - 1);
  }
  if (!rows.empty()) applied.delta.table(table.kind()).add_rows(std::move(rows));
}

}  // namespace

Applied apply(Document& document, StampClock& clock, const Edit& edit) {
  Applied applied;
  applied.undo.label_key = edit.label_key();
  applied.undo.stamp = clock.next(greatest_touched(document, edit));
  for (KindIndex kind = 0; kind < kKindCount; ++kind) write_kind(document.table(kind), edit, applied.undo.stamp, applied);
  applied.delta.set_workspace(document.workspace());
  merge(document, applied.delta);
  return applied;
}

}  // namespace fullcircle
