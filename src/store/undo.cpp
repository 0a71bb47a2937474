#include "store/undo.h"

#include <algorithm>

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
}

std::optional<UndoStack::Outcome> UndoStack::turn_back(Document& document, StampClock& clock, std::vector<UndoStep>& from,
                                                       std::vector<UndoStep>& to) {
  if (from.empty()) return std::nullopt;
  const UndoStep step = std::move(from.back());
  from.pop_back();
  Plan plan = this->plan(document, step);
  Applied applied = apply(document, clock, plan.edit);
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
    const bool can_write = is_ours && (row->state.is_alive() || brings_back);
    can_write ? plan.edit.set(record.kind, record.id, field, value) : skip(find_field(row->fields, field)->key);
  }
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
