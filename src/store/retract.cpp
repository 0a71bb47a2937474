#include "store/retract.h"

#include <algorithm>

#include "store/row_content.h"

namespace fullcircle {
namespace {

template <class Entity>
void add_missing(Table<Entity>& missing, const Table<Entity>& into, const Table<Entity>& from) {
  std::vector<Row<Entity>> rows;
  for (const Row<Entity>& row : from.rows()) {
    const Row<Entity>* present = into.find_row(row.entity.id);
    if (!present) {
      rows.push_back(row);
    } else if (!same_row(row_ref(*present), row_ref(row))) {
      RowContent rest = subtract(content_of(row_ref(row)), content_of(row_ref(*present)));
      if (rest.empty()) continue;
      add_content(row_ref(rows.emplace_back(Entity{.id = row.entity.id})), std::move(rest));
    }
  }
  if (!rows.empty()) missing.add_rows(std::move(rows));
}

bool builds_on(const Version& later, const Version& version) {
  return later.stamp > version.stamp && (later.previous == version.stamp || std::ranges::binary_search(later.settled, version.stamp));
}

/// Moves from `added` to `kept` what `kept` was written upon, and in turn what that was.
void keep_foundations(VersionSet& kept, VersionSet added) {
  for (bool found = true; found;) {
    found = false;
    for (auto at = added.begin(); at != added.end(); ++at) {
      if (std::ranges::none_of(kept, [&](const Version& later) { return builds_on(later, *at); })) continue;
      unite(kept, {*at});
      added.erase(at);
      found = true;
      break;
    }
  }
}

bool takes_back(const LifecycleEvent& later, const LifecycleEvent& event) {
  return later.action == LifecycleAction::restore && std::ranges::binary_search(later.names, event.stamp);
}

bool any_builds_on(const RowContent& content, Stamp stamp) {
  const auto links = [&](const Version& version) {
    return version.previous == stamp || std::ranges::binary_search(version.settled, stamp);
  };
  return std::ranges::any_of(content.fields, [&](const auto& field) { return std::ranges::any_of(field.versions, links); });
}

/// What stays of a row once `added` is retracted. A creation that something was written upon stays whole.
RowContent compute_kept(const RowContent& row, const RowContent& added) {
  RowContent kept = subtract(row, added);
  for (auto& field : kept.fields) keep_foundations(field.versions, added.versions(field.key));
  for (Stamp base : added.bases) {
    if (!any_builds_on(kept, base)) continue;
    kept.bases.insert(std::ranges::lower_bound(kept.bases, base), base);
    for (const auto& field : added.fields)
      for (const Version& version : field.versions)
        if (version.stamp == base) kept.fields.push_back({field.key, {version}});
  }
  for (const LifecycleEvent& event : added.events)
    if (std::ranges::any_of(kept.events, [&](const LifecycleEvent& later) { return takes_back(later, event); })) kept.events.push_back(event);
  return kept;
}

template <class Entity>
void retract_rows(Table<Entity>& table, const Table<Entity>& added) {
  if (added.rows().empty()) return;
  std::vector<Id<Entity>> emptied;
  table.change_rows([&](std::vector<Row<Entity>>& rows) {
    for (const Row<Entity>& out : added.rows()) {
      const auto at = std::ranges::lower_bound(rows, out.entity.id, {}, [](const Row<Entity>& row) { return row.entity.id; });
      if (at == rows.end() || at->entity.id != out.entity.id) continue;
      RowContent kept = compute_kept(content_of(row_ref(*at)), content_of(row_ref(out)));
      if (kept.empty()) emptied.push_back(out.entity.id);
      *at = Row<Entity>(Entity{.id = out.entity.id});
      add_content(row_ref(*at), std::move(kept));
    }
  });
  if (!emptied.empty()) table.remove_rows([&](const Row<Entity>& row) { return std::ranges::binary_search(emptied, row.entity.id); });
}

const Table<UnknownRecord>* find_table(const Document& document, std::string_view key) {
  const auto at = std::ranges::find(document.unknown_kinds(), key, &UnknownKind::key);
  return at == document.unknown_kinds().end() ? nullptr : &at->table;
}

}  // namespace

Document compute_missing(const Document& into, const Document& from) {
  static const Table<UnknownRecord> kNone;
  Document missing;
  for_each_kind([&]<class Entity>() { add_missing(missing.table<Entity>(), into.table<Entity>(), from.table<Entity>()); });
  for (const UnknownKind& kind : from.unknown_kinds()) {
    const auto* present = find_table(into, kind.key);
    Table<UnknownRecord> rest;
    add_missing(rest, present ? *present : kNone, kind.table);
    if (!rest.rows().empty()) missing.unknown_table(kind.key) = std::move(rest);
  }
  missing.set_workspace(from.workspace());
  for (const ActorName& name : from.actor_names()) missing.name_actor(name);
  return missing;
}

void retract(Document& document, const Document& added) {
  for_each_kind([&]<class Entity>() { retract_rows(document.table<Entity>(), added.table<Entity>()); });
  for (const UnknownKind& kind : added.unknown_kinds()) retract_rows(document.unknown_table(kind.key), kind.table);
}

}  // namespace fullcircle
