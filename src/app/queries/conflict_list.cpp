#include "app/queries/conflict_list.h"

namespace fullcircle {
namespace {

ConflictSide describe(const Conflict& conflict, const HistoryEntry& entry, const RecordWords& words, bool is_shown) {
  return {entry.value, words.value(conflict.kind, conflict.field, entry.value), words.device(entry.stamp.actor), entry.stamp.instant(), is_shown};
}

}  // namespace

ConflictList compute_conflicts(const Document& document, const RecordWords& words) {
  ConflictList list;
  for (const Conflict& conflict : conflicts_of(document)) {
    ConflictRow row{.kind = conflict.kind, .id = conflict.id, .field = conflict.field};
    row.title = words.title(conflict.kind, conflict.id);
    row.kind_name = words.kind_name(conflict.kind);
    row.field_name = words.field_name(conflict.kind, conflict.field_key);
    row.sides.push_back(describe(conflict, conflict.shown, words, true));
    for (const HistoryEntry& other : conflict.others) row.sides.push_back(describe(conflict, other, words, false));
    list.fields.push_back(std::move(row));
  }
  for (const auto& [kind, id] : edited_while_deleted(document))
    list.deletions.push_back({kind, id, words.title(kind, id), words.kind_name(kind)});
  return list;
}

std::size_t count_conflicts(const Document& document) { return conflicts_of(document).size() + edited_while_deleted(document).size(); }

}  // namespace fullcircle
