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

template <class Entity>
Row<Entity> settling_row(const Conflict& conflict, Stamp stamp, Value value) {
  Row<Entity> row(Entity{.id = Id<Entity>(conflict.id)});
  Version version{.stamp = stamp, .previous = conflict.shown.stamp, .settled = conflict.replaces, .value = std::move(value)};
  add_version(row_ref(row), *find_field(fields_of_kind<Entity>(), conflict.field), std::move(version));
  return row;
}

}  // namespace

std::vector<HistoryEntry> history_of(const Document& document, KindIndex kind, RecordId id, std::uint16_t field) {
  std::vector<HistoryEntry> entries;
  visit_table(document, kind, [&]<class Entity>(const Table<Entity>& table) {
    const auto* row = table.find_row(Id<Entity>(id));
    const FieldAccess* access = find_field(fields_of_kind<Entity>(), field);
    if (!row || !access) return;
    const VersionSet versions = versions_of(row_ref(*row), *access);
    const auto conflicts = conflicts_of(versions);
    for (const Version& version : versions) {
      const bool conflicts_with_shown = access->merge == MergeRule::latest && std::ranges::find(conflicts, &version) != conflicts.end();
      entries.push_back({version.stamp, version.value, conflicts_with_shown ? VersionRole::conflicting : VersionRole::replaced});
    }
    if (!entries.empty()) entries.front().role = VersionRole::shown;
  });
  return entries;
}

std::vector<Conflict> conflicts_of(const Document& document) {
  std::vector<Conflict> conflicts;
  for_each_kind([&]<class Entity>() {
    for (const auto& row : document.table<Entity>().rows()) add_conflicts(row_ref(row), kKindIndex<Entity>, row.entity.id, conflicts);
  });
  return conflicts;
}

std::vector<Conflict> conflicts_of(const Document& document, KindIndex kind, RecordId id) {
  std::vector<Conflict> conflicts;
  visit_table(document, kind, [&]<class Entity>(const Table<Entity>& table) {
    if (const auto* row = table.find_row(Id<Entity>(id))) add_conflicts(row_ref(*row), kind, id, conflicts);
  });
  return conflicts;
}

std::vector<std::pair<KindIndex, RecordId>> edited_while_deleted(const Document& document) {
  std::vector<std::pair<KindIndex, RecordId>> records;
  for_each_kind([&]<class Entity>() {
    for (const auto& row : document.table<Entity>().rows())
      if (row.life() == Life::edited_while_deleted) records.emplace_back(kKindIndex<Entity>, row.entity.id);
  });
  return records;
}

Applied settle(Document& document, StampClock& clock, const Conflict& conflict, Value value) {
  return settle(document, clock, {Settlement{conflict, std::move(value)}});
}

Applied settle(Document& document, StampClock& clock, std::vector<Settlement> settlements) {
  Applied applied;
  applied.undo = {.label_key = "edit.settle", .stamp = clock.next(document.greatest_stamp())};
  for (auto& [conflict, value] : settlements)
    visit_table(document, conflict.kind, [&]<class Entity>(const Table<Entity>& table) {
      const auto* row = table.find_row(Id<Entity>(conflict.id));
      if (!row) return;
      const FieldAccess& field = *find_field(fields_of_kind<Entity>(), conflict.field);
      auto& records = applied.undo.records;
      const auto is_it = [&](const UndoRecord& record) { return record.kind == conflict.kind && record.id == conflict.id; };
      auto record = std::ranges::find_if(records, is_it);
      if (record == records.end()) record = records.insert(record, {.kind = conflict.kind, .id = conflict.id});
      record->before.insert(std::ranges::upper_bound(record->before, conflict.field, {}, &UndoRecord::FieldBefore::field),
                            {conflict.field, shown_value(row_ref(*row), field), shown_stamp(*row, conflict.field)});
      std::vector<Row<Entity>> rows{settling_row<Entity>(conflict, applied.undo.stamp, std::move(value))};
      applied.delta.table<Entity>().add_rows(std::move(rows));
    });
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
