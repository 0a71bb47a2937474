#include "store/edit.h"

#include <algorithm>

namespace fullcircle {

void Edit::create(KindIndex kind, RecordId id, const void* entity) {
  RecordEdit& record = record_of(kind, id);
  record.creates = true;
  record.erases = false;
  for (const FieldAccess& field : kind_fields(kind))
    if (!field.is_default(entity)) set(record, field.id, field.read(entity));
}

void Edit::update(KindIndex kind, RecordId id, const void* before, const void* after) {
  RecordEdit& record = record_of(kind, id);
  for (const FieldAccess& field : kind_fields(kind))
    if (!before || !field.equal(before, after)) set(record, field.id, field.read(after));
}

void Edit::erase(KindIndex kind, RecordId id) {
  RecordEdit& record = record_of(kind, id);
  record.erases = true;
  record.restores = false;
}

void Edit::restore(KindIndex kind, RecordId id, Stamp only_this_erase) {
  RecordEdit& record = record_of(kind, id);
  record.restores = true;
  record.takes_back = only_this_erase;
  record.erases = false;
}

RecordEdit& Edit::record_of(KindIndex kind, RecordId id) {
  const auto [place, is_new] = places_.try_emplace({kind, id}, records_.size());
  if (is_new) records_.push_back({.kind = kind, .id = id});
  return records_[place->second];
}

void Edit::set(RecordEdit& record, std::uint16_t field, Value value) {
  auto at = std::ranges::lower_bound(record.fields, field, {}, &RecordEdit::FieldValue::field);
  if (at == record.fields.end() || at->field != field) at = record.fields.insert(at, {.field = field});
  at->value = std::move(value);
}

}  // namespace fullcircle
