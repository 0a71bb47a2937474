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
    visit_table(document, record.kind, [&]<class Entity>(const Table<Entity>& table) {
      if (const auto* row = table.find_row(Id<Entity>(record.id))) greatest = std::max(greatest, greatest_stamp(*row));
    });
  return greatest;
}

void write_fields(const RecordEdit& edit, const Present& present, Stamp stamp, RowRef delta, UndoRecord& undo) {
  for (const auto& [id, value] : edit.fields) {
    const FieldAccess* field = find_field(delta.fields, id);
    if (!field || value == shown_value(present.row, *field)) continue;
    const Stamp previous = present.exists ? shown_stamp(present.row.state, id) : Stamp{};
    add_version(delta, *field, {.stamp = stamp, .previous = previous, .value = value});
    if (present.exists) undo.before.push_back({id, shown_value(present.row, *field), previous});
  }
}

/// Writes what the edit does to one record into `delta`, an empty row. Out: whether it does anything.
bool write_record(const RecordEdit& edit, const Present& present, Stamp stamp, RowRef delta, UndoRecord& undo) {
  const bool brings_back = present.exists && (edit.creates || edit.restores) && !active_erases(present.row.state).empty();
  undo.created = edit.creates && !present.exists;
  undo.restored = brings_back;
  undo.erased = edit.erases && (present.is_alive || undo.created);
  if (undo.created) add_base(delta, stamp);
  if (undo.created || brings_back || present.is_alive) write_fields(edit, present, stamp, delta, undo);
  if (brings_back) add_event(delta, {stamp, LifecycleAction::restore, active_erases(present.row.state)});
  if (undo.erased) {
    std::vector<Stamp> seen = present.exists ? stamps_seen(present.row) : std::vector<Stamp>{};
    seen.push_back(stamp);  // the greatest: what this very edit wrote
    add_event(delta, {stamp, LifecycleAction::erase, std::move(seen)});
  }
  return undo.created || undo.restored || undo.erased || !undo.before.empty();
}

template <class Entity>
void write_kind(const Table<Entity>& table, const Edit& edit, Stamp stamp, Applied& applied) {
  static const Row<Entity> kNone;
  std::vector<Row<Entity>> rows;
  for (const RecordEdit& record : edit.records()) {
    if (record.kind != kKindIndex<Entity>) continue;
    const Row<Entity>* row = table.find_row(Id<Entity>(record.id));
    Row<Entity> delta(Entity{.id = Id<Entity>(record.id)});
    UndoRecord undo{.kind = record.kind, .id = record.id};
    if (!write_record(record, Present(row_ref(row ? *row : kNone), row != nullptr), stamp, row_ref(delta), undo)) continue;
    rows.push_back(std::move(delta));
    applied.undo.records.push_back(std::move(undo));
  }
  if (!rows.empty()) applied.delta.table<Entity>().add_rows(std::move(rows));
}

}  // namespace

Applied apply(Document& document, StampClock& clock, const Edit& edit) {
  Applied applied;
  applied.undo.label_key = edit.label_key();
  applied.undo.stamp = clock.next(greatest_touched(document, edit));
  for_each_kind([&]<class Entity>() { write_kind(document.table<Entity>(), edit, applied.undo.stamp, applied); });
  applied.delta.set_workspace(document.workspace());
  merge(document, applied.delta);
  return applied;
}

}  // namespace fullcircle
