#include "store/row_versions.h"

#include <algorithm>

#include "store/row_life.h"

namespace fullcircle {
namespace {

bool is_first(const Version& version) { return version.previous.is_none() && version.settled.empty(); }

/// Files may list them in any order; here they are searched.
void sort_stamps(std::vector<Stamp>& stamps) {
  if (!std::ranges::is_sorted(stamps)) std::ranges::sort(stamps);
}

void drop_state(RowState& row, std::uint16_t field) {
  if (row.detail) std::erase_if(row.detail->fields, [&](const FieldState& state) { return state.field == field; });
}

FieldState& state_of(RowState& row, std::uint16_t field) {
  auto& states = row.detail.get_or_make().fields;
  auto at = std::ranges::lower_bound(states, field, {}, &FieldState::field);
  if (at == states.end() || at->field != field) at = states.insert(at, FieldState{.field = field});
  return *at;
}

/// Makes `versions` all the row holds of the field.
void put_versions(RowRef row, const FieldAccess& field, VersionSet&& versions) {
  std::erase_if(versions, [&](const Version& version) { return says_nothing(field, version); });
  const Stamp base = row.state.base;
  if (!base.is_none() && std::ranges::find(versions, base, &Version::stamp) == versions.end())
    unite(versions, {Version{.stamp = base, .value = field.default_value()}});
  if (versions.empty()) {
    field.reset(row.entity);
    return drop_state(row.state, field.id);
  }
  Version shown = std::move(versions.front());
  versions.erase(versions.begin());
  const bool is_raw = !field.write(row.entity, shown.value);
  if (shown.stamp == base && is_first(shown) && !is_raw && versions.empty()) return drop_state(row.state, field.id);
  state_of(row.state, field.id) = {.field = field.id,
                                   .stamp = shown.stamp,
                                   .previous = shown.previous,
                                   .settled = std::move(shown.settled),
                                   .is_raw = is_raw,
                                   .raw = is_raw ? std::move(shown.value) : Value(),
                                   .older = std::move(versions)};
}

void add_unknown(RowState& row, std::string_view key, VersionSet&& versions) {
  auto& fields = row.detail.get_or_make().unknown;
  auto at = std::ranges::lower_bound(fields, key, {}, &UnknownField::key);
  if (at == fields.end() || at->key != key) at = fields.insert(at, UnknownField{std::string(key), {}});
  unite(at->versions, std::move(versions));
}

/// Whether the version sets of the field can be seen to be the same, or `from`'s to be empty, without building them.
bool adds_nothing(ConstRowRef into, ConstRowRef from, const FieldAccess& field) {
  const FieldState* from_state = from.state.find_state(field.id);
  if (!from_state && from.state.is_partial()) return true;
  const FieldState* into_state = into.state.find_state(field.id);
  if (!from_state || !into_state) return !from_state && !into_state && from.state.base == into.state.base && field.equal(into.entity, from.entity);
  return *from_state == *into_state && field.equal(into.entity, from.entity);
}

void merge_bases(RowRef into, const RowState& from) {
  if (from.is_partial()) return;
  add_base(into, from.base);
  if (from.detail)
    for (Stamp base : from.detail->other_bases) add_base(into, base);
}

}  // namespace

bool says_nothing(const FieldAccess& field, const Version& version) { return is_first(version) && version.value == field.default_value(); }

VersionSet versions_of(ConstRowRef row, const FieldAccess& field) {
  const FieldState* state = row.state.find_state(field.id);
  if (!state && row.state.is_partial()) return {};
  VersionSet versions;
  versions.reserve(state ? state->older.size() + 1 : 1);
  if (state) {
    versions.push_back({state->stamp, state->previous, state->settled, shown_value(row, field)});
    versions.insert(versions.end(), state->older.begin(), state->older.end());
  } else {
    versions.push_back({.stamp = row.state.base, .value = field.read(row.entity)});
  }
  return versions;
}

Value shown_value(ConstRowRef row, const FieldAccess& field) {
  const FieldState* state = row.state.find_state(field.id);
  return state && state->is_raw ? state->raw : field.read(row.entity);
}

void add_version(RowRef row, const FieldAccess& field, Version&& version) {
  const bool is_plain = is_first(version) && !row.state.is_partial() && version.stamp == row.state.base;
  if (is_plain && !row.state.find_state(field.id) && field.is_default(row.entity)) {  // reading a file: nearly every value comes this way
    if (!field.write(row.entity, version.value))
      state_of(row.state, field.id) = {.field = field.id, .stamp = version.stamp, .is_raw = true, .raw = std::move(version.value)};
    return;
  }
  sort_stamps(version.settled);
  version.value = field.canonical(std::move(version.value));
  VersionSet versions = versions_of(row, field);
  unite(versions, {std::move(version)});
  put_versions(row, field, std::move(versions));
  update_life(row);
}

void add_version(RowRef row, std::string_view key, Version&& version) {
  if (const FieldAccess* field = find_field(row.fields, key)) return add_version(row, *field, std::move(version));
  sort_stamps(version.settled);
  add_unknown(row.state, key, {std::move(version)});
  update_life(row);
}

void add_base(RowRef row, Stamp base) {
  if (base.is_none() || row.state.has_base(base)) return;
  if (row.state.is_partial() && !row.state.detail) {
    row.state.base = base;
    return;
  }
  std::vector<VersionSet> held;
  held.reserve(row.fields.size());
  for (const FieldAccess& field : row.fields) held.push_back(versions_of(row, field));
  const Stamp lesser = std::min(row.state.base, base);
  row.state.base = std::max(row.state.base, base);
  if (!lesser.is_none()) {
    auto& others = row.state.detail.get_or_make().other_bases;
    others.insert(std::ranges::lower_bound(others, lesser), lesser);
  }
  for (std::size_t i = 0; i < row.fields.size(); ++i) put_versions(row, row.fields[i], std::move(held[i]));
  update_life(row);
}

void add_event(RowRef row, LifecycleEvent&& event) {
  sort_stamps(event.names);
  auto& events = row.state.detail.get_or_make().events;
  const auto at = std::ranges::lower_bound(events, event);
  if (at == events.end() || *at != event) events.insert(at, std::move(event));
  update_life(row);
}

void merge_row(RowRef into, ConstRowRef from) {
  merge_bases(into, from.state);
  for (const FieldAccess& field : into.fields) {
    if (adds_nothing(into, from, field)) continue;
    VersionSet versions = versions_of(into, field);
    unite(versions, versions_of(from, field));
    put_versions(into, field, std::move(versions));
  }
  if (from.state.detail) {
    for (const UnknownField& field : from.state.detail->unknown) add_unknown(into.state, field.key, VersionSet(field.versions));
    for (const LifecycleEvent& event : from.state.detail->events) add_event(into, LifecycleEvent(event));
  }
  update_life(into);
}

bool same_row(ConstRowRef left, ConstRowRef right) {
  return left.state == right.state &&
         std::ranges::all_of(left.fields, [&](const FieldAccess& field) { return field.equal(left.entity, right.entity); });
}

}  // namespace fullcircle
