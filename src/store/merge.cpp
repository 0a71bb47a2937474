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
void report_row(MergeReport& report, KindIndex kind, RecordId id, const std::optional<ConstRowRef>& before, ConstRowRef after) {
  report.changes_anything = true;
  const bool was_alive = before && before->state.is_alive();
  const Life life = after.state.life();
  RecordChange change{.kind = kind, .id = id};
  change.is_edited_while_deleted = life == Life::edited_while_deleted && !(before && before->state.life() == life);
  if (was_alive && after.state.is_alive()) {
    change.fate = RecordFate::changed;
    change.fields = compare_fields(*before, after);
    if (change.fields.empty() && !change.is_edited_while_deleted) {
      ++report.unknown_changes;
      return;
    }
  } else if (after.state.is_alive()) {
    change.fate = before ? RecordFate::restored : RecordFate::added;
    change.fields = list_fields(after);
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
template <class Visit>
void for_each_changed_row(const AnyTable& into, const AnyTable& from, Visit&& visit) {
  for (std::size_t at = 0; at < from.list().size(); ++at) {
    const ConstRowRef incoming = from.list()[at];
    const auto before = into.find_any(from.list().id(at));
    if (!before) {
      if (!says_nothing(incoming.state)) visit(from.list().id(at), before, incoming);
    } else if (!same_row(*before, incoming)) {
      RowList after(into.kind());
      merge_row(after.add_copy(before->state), incoming);
      if (!same_row(*before, after[0])) visit(from.list().id(at), before, ConstRowRef(after[0]));
    }
  }
}

}  // namespace

void merge(Document& into, Document&& from) {
  for (KindIndex kind = 0; kind < kKindCount; ++kind)
    if (!from.table(kind).list().empty()) into.table(kind).add_rows(from.table(kind).take_list());
  for (const UnknownKind& kind : from.unknown_kinds()) into.unknown_table(kind.key).add_rows(from.unknown_table(kind.key).take_list());
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
  for (KindIndex kind = 0; kind < kKindCount; ++kind)
    for_each_changed_row(into.table(kind), from.table(kind), [&](RecordId id, const std::optional<ConstRowRef>& before, ConstRowRef after) {
      report_row(report, kind, id, before, after);
    });
  for (const UnknownKind& kind : from.unknown_kinds())
    for_each_changed_row(into.find_unknown_table(kind.key), kind.table, [&](RecordId, const auto&, ConstRowRef) {
      report.changes_anything = true;
      ++report.unknown_changes;
    });
  return report;
}

}  // namespace fullcircle
