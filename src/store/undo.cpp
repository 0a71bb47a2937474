#include "store/undo.h"

#include <algorithm>

#include "store/merge.h"
#include "store/row_life.h"

namespace fullcircle {
namespace {

/// The life of a record takes part in the table of stand-ins as the field no table has.
constexpr std::uint16_t kLifeField = 0;

}  // namespace

void UndoStack::push(UndoStep&& step) {
  if (step.empty()) return;
  undone_.clear();
  done_.push_back(std::move(step));
  if (done_.size() > kMostSteps) done_.erase(done_.begin());
}

std::optional<UndoStack::Outcome> UndoStack::undo(Document& document, StampClock& clock) { return turn_back(document, clock, done_, undone_); }

std::optional<UndoStack::Outcome> UndoStack::redo(Document& document, StampClock& clock) { return turn_back(document, clock, undone_, done_); }

void UndoStack::clear() {
  done_.clear();
  undone_.clear();
  stand_ins_.clear();
  revived_.clear();
}

std::optional<UndoStack::Outcome> UndoStack::turn_back(Document& document, StampClock& clock, std::vector<UndoStep>& from,
                                                       std::vector<UndoStep>& to) {
  if (from.empty()) return std::nullopt;
  const UndoStep step = std::move(from.back());
  from.pop_back();
  Plan plan = this->plan(document, step);
  // Before the stamp of the edit, so that of all the sides the one shown before shows again.
  const Stamp revived = plan.resettlings.empty() ? Stamp{} : clock.next(document.greatest_stamp());
  Applied applied = apply(document, clock, plan.edit);
  for (Resettling& field : plan.resettlings) resettle(document, applied, std::move(field), revived);
  remember_stand_ins(step, applied.undo.stamp);
  if (!applied.undo.empty()) to.push_back(std::move(applied.undo));
  return Outcome{std::move(applied.delta), step.label_key, std::move(plan.skipped)};
}

UndoStack::Plan UndoStack::plan(const Document& document, const UndoStep& step) const {
  Plan plan{.edit = Edit(step.label_key)};
  for (const UndoRecord& record : step.records) plan_record(document, step, record, plan);
  return plan;
}

void UndoStack::plan_record(const Document& document, const UndoStep& step, const UndoRecord& record, Plan& plan) const {
  visit_table(document, record.kind, [&]<class Entity>(const Table<Entity>& table) {
    const auto* row = table.find_row(Id<Entity>(record.id));
    const auto skip = [&](std::string_view key) { plan.skipped.push_back({record.kind, record.id, key}); };
    if (!row) return skip({});
    const Stamp erase = erase_in_force(*row, record, step.stamp);
    const bool brings_back = record.erased && !record.created && !erase.is_none();
    if (brings_back) plan.edit.restore(record.kind, record.id, erase);
    if (record.erased && !record.created && !brings_back) skip({});
    if ((record.created && !record.erased) || record.restored) {
      const bool can_erase = row->is_alive() && is_untouched_since(row_ref(*row), record.kind, record.id, step.stamp);
      can_erase ? plan.edit.erase(record.kind, record.id) : skip({});
    }
    for (const auto& [field, value, stamp] : record.before) {
      const bool can_write = (row->is_alive() || brings_back) && still_holds({record.kind, record.id, field, shown_stamp(*row, field)}, step.stamp);
      if (!can_write) {
        skip(find_field(kind_fields(record.kind), field)->key);
        continue;
      }
      auto again = resettling(row_ref(*row), record, {field, value, stamp}, step.stamp);
      const bool is_settlement = !again.beside.empty() || !again.settled.empty();
      is_settlement ? plan.resettlings.push_back(std::move(again)) : plan.edit.set(record.kind, record.id, field, value);
    }
  });
}

UndoStack::Resettling UndoStack::resettling(ConstRowRef row, const UndoRecord& record, const UndoRecord::FieldBefore& before,
                                            Stamp written) const {
  Resettling again{.kind = record.kind, .id = record.id, .field = before.field, .value = before.value};
  if (const auto at = revived_.find({record.kind, record.id, before.field, written}); at != revived_.end()) {
    again.settled.push_back(at->second);
    return again;
  }
  const VersionSet versions = versions_of(row, *find_field(row.fields, before.field));
  const auto settlement = std::ranges::find(versions, written, &Version::stamp);
  if (settlement == versions.end()) return again;
  for (const Version& version : versions)
    if (std::ranges::binary_search(settlement->settled, version.stamp) && version.value != before.value &&
        std::ranges::find(again.beside, version.value) == again.beside.end())
      again.beside.push_back(version.value);
  return again;
}

void UndoStack::resettle(Document& document, Applied& applied, Resettling&& field, Stamp revived) {
  visit_table(document, field.kind, [&]<class Entity>(const Table<Entity>& table) {
    const auto& present = *table.find_row(Id<Entity>(field.id));
    const FieldAccess& access = *find_field(fields_of_kind<Entity>(), field.field);
    const Stamp previous = shown_stamp(present, field.field);
    const auto same_record = [&](const UndoRecord& record) { return record.kind == field.kind && record.id == field.id; };
    auto record = std::ranges::find_if(applied.undo.records, same_record);
    if (record == applied.undo.records.end()) record = applied.undo.records.insert(record, {.kind = field.kind, .id = field.id});
    record->before.insert(std::ranges::upper_bound(record->before, field.field, {}, &UndoRecord::FieldBefore::field),
                          {field.field, shown_value(row_ref(present), access), previous});
    std::vector<Row<Entity>> rows(1, Row<Entity>(Entity{.id = Id<Entity>(field.id)}));
    for (Value& value : field.beside) add_version(row_ref(rows.front()), access, {.stamp = revived, .previous = previous, .value = std::move(value)});
    add_version(row_ref(rows.front()), access,
                {.stamp = applied.undo.stamp, .previous = previous, .settled = std::move(field.settled), .value = std::move(field.value)});
    applied.delta.table<Entity>().add_rows(std::move(rows));
  });
  if (!field.beside.empty()) revived_[{field.kind, field.id, field.field, applied.undo.stamp}] = revived;
  merge(document, applied.delta);
}

void UndoStack::remember_stand_ins(const UndoStep& undone, Stamp rewritten_as) {
  for (const UndoRecord& record : undone.records) {
    if (record.restored) stand_ins_[{record.kind, record.id, kLifeField, rewritten_as}] = record.erase_before;
    for (const auto& before : record.before) stand_ins_[{record.kind, record.id, before.field, rewritten_as}] = before.stamp;
  }
}

Stamp UndoStack::erase_in_force(const RowState& row, const UndoRecord& record, Stamp written) const {
  for (Stamp erase : active_erases(row))
    if (still_holds({record.kind, record.id, kLifeField, erase}, written)) return erase;
  return {};
}

bool UndoStack::still_holds(FieldPlace shown, Stamp written) const {
  while (shown.stamp != written) {
    const auto at = stand_ins_.find(shown);
    if (at == stand_ins_.end()) return false;
    shown.stamp = at->second;
  }
  return true;
}

bool UndoStack::is_untouched_since(ConstRowRef row, KindIndex kind, RecordId id, Stamp written) const {
  for (const FieldAccess& field : row.fields) {
    const VersionSet versions = versions_of(row, field);
    for (const Version* head : heads_of(versions)) {
      FieldPlace place{kind, id, field.id, head->stamp};
      for (auto at = stand_ins_.find(place); place.stamp > written && at != stand_ins_.end(); at = stand_ins_.find(place)) place.stamp = at->second;
      if (place.stamp > written) return false;
    }
  }
  return true;
}

}  // namespace fullcircle
