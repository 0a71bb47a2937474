#include "store/retract.h"

#include <algorithm>

#include "store/row_content.h"

namespace fullcircle {
namespace {

void add_missing(AnyTable& missing, const AnyTable& into, const AnyTable& from) {
  RowList rows(from.kind());
  for (std::size_t at = 0; at < from.list().size(); ++at) {
    const ConstRowRef row = from.list()[at];
    const auto present = into.find_any(from.list().id(at));
    if (!present) {
      rows.add_copy(row.state);
    } else if (!same_row(*present, row)) {
      RowContent rest = subtract(content_of(row), content_of(*present));
      if (rest.empty()) continue;
      add_content(rows.add(from.list().id(at)), std::move(rest));
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

void retract_rows(AnyTable& table, const AnyTable& added) {
  const RowList& out = added.list();
  if (out.empty()) return;
  std::vector<RecordId> emptied;
  table.change_rows([&](RowList& rows) {
    for (std::size_t i = 0; i < out.size(); ++i) {
      const std::size_t at = rows.find(out.id(i));
      if (at == rows.size()) continue;
      RowContent kept = compute_kept(content_of(rows[at]), content_of(out[i]));
      if (kept.empty()) emptied.push_back(out.id(i));
      rows.clear_row(at);
      add_content(rows[at], std::move(kept));
    }
  });
  if (!emptied.empty()) table.remove_rows(emptied);
}

}  // namespace

Document compute_missing(const Document& into, const Document& from) {
  Document missing;
  for (KindIndex kind = 0; kind < kKindCount; ++kind) add_missing(missing.table(kind), into.table(kind), from.table(kind));
  for (const UnknownKind& kind : from.unknown_kinds()) {
    Table<UnknownRecord> rest;
    add_missing(rest, into.find_unknown_table(kind.key), kind.table);
    if (!rest.list().empty()) missing.unknown_table(kind.key) = std::move(rest);
  }
  missing.set_workspace(from.workspace());
  for (const ActorName& name : from.actor_names()) missing.name_actor(name);
  return missing;
}

void retract(Document& document, const Document& added) {
  for (KindIndex kind = 0; kind < kKindCount; ++kind) retract_rows(document.table(kind), added.table(kind));
  for (const UnknownKind& kind : added.unknown_kinds()) retract_rows(document.unknown_table(kind.key), kind.table);
}

}  // namespace fullcircle
