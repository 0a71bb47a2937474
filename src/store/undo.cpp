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

void UndoStack::forget(KindIndex kind, RecordId id) {
  for (std::vector<UndoStep>* steps : {&done_, &undone_})
    std::erase_if(*steps, [&](UndoStep& step) {
      std::erase_if(step.records, [&](const UndoRecord& record) { return record.kind == kind && record.id == id; });
      return step.empty();
    });
}

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
  const Document revived = revive(document, clock, plan.resettlings);
  Applied applied = apply(document, clock, plan.edit);
  merge(applied.delta, revived);
  for (Resettling& field : plan.resettlings) {
    if (!field.beside.empty()) revived_[{field.kind, field.id, field.field, applied.undo.stamp}] = revived.greatest_stamp();
    resettle(document, applied, std::move(field));
  }
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
  const auto row = document.table(record.kind).find_any(record.id);
  const auto skip = [&](std::string_view key) { plan.skipped.push_back({record.kind, record.id, key}); };
  if (!row) return skip({});
  const Stamp erase = erase_in_force(row->state, record, step.stamp);
  const bool brings_back = record.erased && !record.created && !erase.is_none();
  if (brings_back) plan.edit.restore(record.kind, record.id, erase);
  if (record.erased && !record.created && !brings_back) skip({});
  if ((record.created && !record.erased) || record.restored) {
    const bool can_erase = row->state.is_alive() && is_untouched_since(*row, record.kind, record.id, step.stamp);
    can_erase ? plan.edit.erase(record.kind, record.id) : skip({});
  }
  for (const auto& [field, value, stamp] : record.before) {
    const bool is_ours = still_holds({record.kind, record.id, field, shown_stamp(row->state, field)}, step.stamp);
    if (!is_ours || !(row->state.is_alive() || brings_back)) {
      skip(find_field(row->fields, field)->key);
      continue;
    }
    auto again = resettling(*row, record, {field, value, stamp}, step.stamp);
    again.is_one ? plan.resettlings.push_back(std::move(again)) : plan.edit.set(record.kind, record.id, field, value);
  }
}

UndoStack::Resettling UndoStack::resettling(ConstRowRef row, const UndoRecord& record, const UndoRecord::FieldBefore& before,
                                            Stamp written) const {
  const VersionSet versions = versions_of(row, *find_field(row.fields, before.field));
  Resettling again{.kind = record.kind, .id = record.id, .field = before.field, .value = before.value};
  again.shown = {before.field, versions.front().value, versions.front().stamp};
  if (const auto at = revived_.find({record.kind, record.id, before.field, written}); at != revived_.end()) {
    again.settled.push_back(at->second);
    again.is_one = true;
  } else if (const auto settlement = std::ranges::find(versions, written, &Version::stamp); settlement != versions.end()) {
    for (const Version& version : versions)
      if (std::ranges::binary_search(settlement->settled, version.stamp) &&
          std::ranges::find(again.beside, version.value, &Version::value) == again.beside.end())
        again.beside.push_back(version);
  }
  // Whoever replaces a value settles the others that say the same: but those that were there before are to stand beside it again.
  for (const Version* head : heads_of(versions)) {
    if (head->stamp == versions.front().stamp || head->value != versions.front().value) continue;
    original_of({record.kind, record.id, before.field, head->stamp}) > written ? again.settled.push_back(head->stamp) : void(again.is_one = true);
  }
  again.is_one = again.is_one || !again.beside.empty();
  return again;
}

Document UndoStack::revive(Document& document, StampClock& clock, const std::vector<Resettling>& fields) {
  Document delta;
  if (std::ranges::all_of(fields, [](const Resettling& field) { return field.beside.empty(); })) return delta;
  const Stamp stamp = clock.next(document.greatest_stamp());  // less than that of the edit: what showed before shows again
  for (const Resettling& field : fields) {
    if (field.beside.empty()) continue;
    RowList rows(field.kind);
    const RowRef row = rows.add(field.id);
    for (const Version& side : field.beside) {
      add_version(row, *find_field(row.fields, field.field), {.stamp = stamp, .previous = field.shown.stamp, .value = side.value});
      stand_ins_[{field.kind, field.id, field.field, stamp}] = side.stamp;
    }
    delta.table(field.kind).add_rows(std::move(rows));
  }
  merge(document, delta);
  return delta;
}

void UndoStack::resettle(Document& document, Applied& applied, Resettling&& field) {
  const auto same_record = [&](const UndoRecord& record) { return record.kind == field.kind && record.id == field.id; };
  auto record = std::ranges::find_if(applied.undo.records, same_record);
  if (record == applied.undo.records.end()) record = applied.undo.records.insert(record, {.kind = field.kind, .id = field.id});
  record->before.insert(std::ranges::upper_bound(record->before, field.field, {}, &UndoRecord::FieldBefore::field), field.shown);
  RowList rows(field.kind);
  const RowRef row = rows.add(field.id);
  add_version(row, *find_field(row.fields, field.field),
              {.stamp = applied.undo.stamp, .previous = field.shown.stamp, .settled = std::move(field.settled), .value = std::move(field.value)});
  applied.delta.table(field.kind).add_rows(std::move(rows));
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

Stamp UndoStack::original_of(FieldPlace place) const {
  for (auto at = stand_ins_.find(place); at != stand_ins_.end(); at = stand_ins_.find(place)) place.stamp = at->second;
  return place.stamp;
}

bool UndoStack::is_untouched_since(ConstRowRef row, KindIndex kind, RecordId id, Stamp written) const {
  for (const FieldAccess& field : row.fields) {
    const VersionSet versions = versions_of(row, field);
    for (const Version* head : heads_of(versions)) {
      if (original_of({kind, id, field.id, head->stamp}) > written) return false;
    }
  }
  return true;
}

}  // namespace fullcircle
