#include "store/merge.h"

#include <algorithm>

namespace fullcircle {
namespace {

/// The conflicts of a field, or none where its rule says that the later simply counts.
std::vector<Value> conflicting_values(ConstRowRef row, const FieldAccess& field) {
  std::vector<Value> values;
  if (field.merge == MergeRule::greatest || !row.state.find_state(field.id)) return values;
  const VersionSet versions = versions_of(row, field);
  for (const Version* version : conflicts_of(versions)) values.push_back(version->value);
  return values;
}

bool has_new_conflict(ConstRowRef before, ConstRowRef after, const FieldAccess& field) {
  const auto old_values = conflicting_values(before, field);
  return std::ranges::any_of(conflicting_values(after, field),
                             [&](const Value& value) { return std::ranges::find(old_values, value) == old_values.end(); });
}

std::vector<FieldChange> compare_fields(ConstRowRef before, ConstRowRef after) {
  std::vector<FieldChange> changes;
  for (const FieldAccess& field : after.fields) {
    FieldChange change{.field = field.id, .key = field.key};
    change.has_new_conflict = has_new_conflict(before, after, field);
    const bool shows_the_same = shown_value(before, field) == shown_value(after, field);
    if (shows_the_same && !change.has_new_conflict) continue;
    change.before = shown_value(before, field);
    change.after = shown_value(after, field);
    changes.push_back(std::move(change));
  }
  return changes;
}

std::vector<FieldChange> list_fields(ConstRowRef added) {
  std::vector<FieldChange> changes;
  for (const FieldAccess& field : added.fields) {
    FieldChange change{.field = field.id, .key = field.key, .after = shown_value(added, field)};
    change.has_new_conflict = !conflicting_values(added, field).empty();
    if (change.after != field.default_value() || change.has_new_conflict) changes.push_back(std::move(change));
  }
  return changes;
}

void count(MergeReport& report, const RecordChange& change) {
  MergeCounts& counts = report.by_kind[change.kind];
  switch (change.fate) {
    case RecordFate::added: ++counts.added; break;
    case RecordFate::changed: ++counts.changed; break;
    case RecordFate::deleted: ++counts.deleted; break;
    case RecordFate::restored: ++counts.restored; break;
  }
  counts.conflicts += static_cast<std::size_t>(std::ranges::count_if(change.fields, &FieldChange::has_new_conflict));
}

/// Reports what became of a record; `before` is null when it was not there.
template <class Entity>
void report_row(MergeReport& report, const Row<Entity>* before, const Row<Entity>& after) {
  report.changes_anything = true;
  const bool was_alive = before && before->is_alive();
  RecordChange change{.kind = kKindIndex<Entity>, .id = after.entity.id};
  change.is_edited_while_deleted = after.life() == Life::edited_while_deleted && !(before && before->life() == after.life());
  if (was_alive && after.is_alive()) {
    change.fate = RecordFate::changed;
    change.fields = compare_fields(row_ref(*before), row_ref(after));
    if (change.fields.empty() && !change.is_edited_while_deleted) {
      ++report.unknown_changes;
      return;
    }
  } else if (after.is_alive()) {
    change.fate = before ? RecordFate::restored : RecordFate::added;
    change.fields = list_fields(row_ref(after));
  } else if (was_alive) {
    change.fate = RecordFate::deleted;
  } else {
    ++report.unknown_changes;
    return;
  }
  count(report, change);
  report.records.push_back(std::move(change));
}

/// Calls visit(before or nullptr, after) for each row that the merge changes.
template <class Entity, class Visit>
void for_each_changed_row(const Table<Entity>& into, const Table<Entity>& from, Visit&& visit) {
  for (const Row<Entity>& incoming : from.rows()) {
    const Row<Entity>* before = into.find_row(incoming.entity.id);
    if (!before) {
      visit(before, incoming);
    } else if (!same_row(row_ref(*before), row_ref(incoming))) {
      Row<Entity> after = *before;
      merge_row(row_ref(after), row_ref(incoming));
      if (!same_row(row_ref(*before), row_ref(std::as_const(after)))) visit(before, after);
    }
  }
}

}  // namespace

void merge(Document& into, Document&& from) {
  for_each_kind([&]<class Entity>() {
    if (!from.table<Entity>().rows().empty()) into.table<Entity>().add_rows(from.table<Entity>().take_rows());
  });
  for (const UnknownKind& kind : from.unknown_kinds()) into.unknown_table(kind.key).add_rows(from.unknown_table(kind.key).take_rows());
  into.set_workspace(std::max(into.workspace(), from.workspace()));
  for (const ActorName& name : from.actor_names()) into.name_actor(name);
}

void merge(Document& into, const Document& from) { merge(into, Document(from)); }

MergeCounts MergeReport::total() const {
  MergeCounts sum;
  for (const MergeCounts& counts : by_kind) {
    sum.added += counts.added;
    sum.changed += counts.changed;
    sum.deleted += counts.deleted;
    sum.restored += counts.restored;
    sum.conflicts += counts.conflicts;
  }
  return sum;
}

double MergeReport::vanishing_share() const {
  return alive_before == 0 ? 0 : static_cast<double>(total().deleted) / static_cast<double>(alive_before);
}

MergeReport preview_merge(const Document& into, const Document& from) {
  MergeReport report;
  report.alive_before = into.size();
  for_each_kind([&]<class Entity>() {
    for_each_changed_row(into.table<Entity>(), from.table<Entity>(),
                         [&](const Row<Entity>* before, const Row<Entity>& after) { report_row(report, before, after); });
  });
  static const Table<UnknownRecord> kNone;
  for (const UnknownKind& kind : from.unknown_kinds()) {
    const auto at = std::ranges::find(into.unknown_kinds(), kind.key, &UnknownKind::key);
    for_each_changed_row(at == into.unknown_kinds().end() ? kNone : at->table, kind.table, [&](auto*, auto&) {
      report.changes_anything = true;
      ++report.unknown_changes;
    });
  }
  return report;
}

}  // namespace fullcircle
