#include "store/history.h"

#include <algorithm>

#include "store/merge.h"
#include "store/row_life.h"

namespace fullcircle {
namespace {

void add_conflicts(ConstRowRef row, KindIndex kind, RecordId id, std::vector<Conflict>& conflicts) {
  if (!row.state.detail || !row.state.is_alive()) return;
  for (const FieldState& state : row.state.detail->fields) {
    const FieldAccess& field = *find_field(row.fields, state.field);
    if (state.older.empty() || field.merge == MergeRule::greatest) continue;
    const VersionSet versions = versions_of(row, field);
    Conflict conflict{.kind = kind, .id = id, .field = field.id, .field_key = field.key};
    conflict.shown = {versions.front().stamp, versions.front().value, VersionRole::shown};
    for (const Version* other : conflicts_of(versions)) conflict.others.push_back({other->stamp, other->value, VersionRole::conflicting});
    for (const Version* head : heads_of(versions))
      if (head != &versions.front()) conflict.replaces.push_back(head->stamp);
    std::ranges::sort(conflict.replaces);
    if (!conflict.others.empty()) conflicts.push_back(std::move(conflict));
  }
}

}  // namespace

std::vector<HistoryEntry> history_of(const Document& document, KindIndex kind, RecordId id, std::uint16_t field) {
  std::vector<HistoryEntry> entries;
  const auto row = document.table(kind).find_any(id);
  const FieldAccess* access = find_field(kind_fields(kind), field);
  if (!row || !access) return entries;
  const VersionSet versions = versions_of(*row, *access);
  const auto conflicts = conflicts_of(versions);
  for (const Version& version : versions) {
    const bool conflicts_with_shown = access->merge == MergeRule::latest && std::ranges::find(conflicts, &version) != conflicts.end();
    entries.push_back({version.stamp, version.value, conflicts_with_shown ? VersionRole::conflicting : VersionRole::replaced});
  }
  if (!entries.empty()) entries.front().role = VersionRole::shown;
  return entries;
}

std::vector<Conflict> conflicts_of(const Document& document) {
  std::vector<Conflict> conflicts;
  for (KindIndex kind = 0; kind < kKindCount; ++kind) {
    const RowList& rows = document.table(kind).list();
    for (std::size_t at = 0; at < rows.size(); ++at) add_conflicts(rows[at], kind, rows.id(at), conflicts);
  }
  return conflicts;
}

std::vector<Conflict> conflicts_of(const Document& document, KindIndex kind, RecordId id) {
  std::vector<Conflict> conflicts;
  if (const auto row = document.table(kind).find_any(id)) add_conflicts(*row, kind, id, conflicts);
  return conflicts;
}

std::vector<std::pair<KindIndex, RecordId>> edited_while_deleted(const Document& document) {
  std::vector<std::pair<KindIndex, RecordId>> records;
  for (KindIndex kind = 0; kind < kKindCount; ++kind) {
    const RowList& rows = document.table(kind).list();
    for (std::size_t at = 0; at < rows.size(); ++at)
      if (rows.state(at).life() == Life::edited_while_deleted) records.emplace_back(kind, rows.id(at));
  }
  return records;
}

Applied settle(Document& document, StampClock& clock, const Conflict& conflict, Value value) {
  return settle(document, clock, {Settlement{conflict, std::move(value)}});
}

Applied settle(Document& document, StampClock& clock, std::vector<Settlement> settlements) {
  Applied applied;
  applied.undo = {.label_key = "edit.settle", .stamp = clock.next(document.greatest_stamp())};
  for (auto& [conflict, value] : settlements) {
    const auto row = document.table(conflict.kind).find_any(conflict.id);
    if (!row) continue;
    const FieldAccess& field = *find_field(row->fields, conflict.field);
    auto& records = applied.undo.records;
    const auto is_it = [&](const UndoRecord& record) { return record.kind == conflict.kind && record.id == conflict.id; };
    auto record = std::ranges::find_if(records, is_it);
    if (record == records.end()) record = records.insert(record, {.kind = conflict.kind, .id = conflict.id});
    record->before.insert(std::ranges::upper_bound(record->before, conflict.field, {}, &UndoRecord::FieldBefore::field),
                          {conflict.field, shown_value(*row, field), shown_stamp(row->state, conflict.field)});
    RowList rows(conflict.kind);
    add_version(rows.add(conflict.id), field,
                {.stamp = applied.undo.stamp, .previous = conflict.shown.stamp, .settled = conflict.replaces, .value = std::move(value)});
    applied.delta.table(conflict.kind).add_rows(std::move(rows));
  }
  applied.delta.set_workspace(document.workspace());
  merge(document, applied.delta);
  return applied;
}

Applied settle_deletion(Document& document, StampClock& clock, KindIndex kind, RecordId id, bool keep) {
  Edit edit(keep ? "edit.keep" : "edit.erase");
  keep ? edit.restore(kind, id) : edit.erase(kind, id);
  return apply(document, clock, edit);
}

}  // namespace fullcircle
