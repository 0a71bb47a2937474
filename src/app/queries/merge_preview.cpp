#include "app/queries/merge_preview.h"

#include <algorithm>
#include <map>

#include "app/queries/search_words.h"
#include "model/sorting.h"
#include "store/retract.h"

namespace fullcircle {
namespace {

/// The latest stamp of each record that is new here, and of each device.
struct NewStamps {
  std::map<std::pair<KindIndex, RecordId>, Stamp> records;
  std::map<Actor, Stamp> actors;
};

NewStamps collect_stamps(const Document& added) {
  NewStamps stamps;
  for_each_kind([&]<class Entity>() {
    for (const Row<Entity>& row : added.table<Entity>().rows()) {
      const Stamp stamp = greatest_stamp(row);
      if (stamp.is_none()) continue;
      stamps.records.emplace(std::pair(kKindIndex<Entity>, RecordId(row.entity.id)), stamp);
      Stamp& latest = stamps.actors[stamp.actor];
      latest = std::max(latest, stamp);
    }
  });
  return stamps;
}

/// Two devices of one name are one source to a person.
std::vector<MergeSource> name_sources(const NewStamps& stamps, const RecordWords& words) {
  std::vector<MergeSource> sources;
  for (const auto& [actor, stamp] : stamps.actors) {
    std::string name = words.device(actor);
    const auto known = std::ranges::find(sources, name, &MergeSource::name);
    if (known != sources.end())
      known->latest = std::max(known->latest, stamp.instant());
    else
      sources.push_back({std::move(name), stamp.instant()});
  }
  sort_stably(sources, std::ranges::greater{}, &MergeSource::latest);
  return sources;
}

std::string name_fields(const RecordChange& change, const RecordWords& words) {
  std::string names;
  for (const FieldChange& field : change.fields) names += (names.empty() ? "" : ", ") + std::string(words.field_name(change.kind, field.key));
  return names;
}

MergeRow describe(const RecordChange& change, const NewStamps& stamps, const RecordWords& words) {
  MergeRow row{.kind = change.kind, .id = change.id, .fate = change.fate, .is_edited_while_deleted = change.is_edited_while_deleted};
  row.has_conflict = std::ranges::any_of(change.fields, &FieldChange::has_new_conflict) || change.is_edited_while_deleted;
  row.title = words.title(change.kind, change.id);
  row.kind_name = words.kind_name(change.kind);
  if (change.fate == RecordFate::changed) row.fields = name_fields(change, words);
  if (const auto stamp = stamps.records.find({change.kind, change.id}); stamp != stamps.records.end()) {
    row.source = words.device(stamp->second.actor);
    row.when = stamp->second.instant();
  }
  return row;
}

int urgency(const MergeRow& row) {
  if (row.fate == RecordFate::deleted) return 0;
  if (row.has_conflict) return 1;
  switch (row.fate) {
    case RecordFate::changed: return 2;
    case RecordFate::restored: return 3;
    default: return 4;
  }
}

bool is_of(const MergeRow& row, MergeFilter filter) {
  switch (filter) {
    case MergeFilter::all: return true;
    case MergeFilter::deleted: return row.fate == RecordFate::deleted;
    case MergeFilter::conflicts: return row.has_conflict;
    case MergeFilter::changed: return row.fate == RecordFate::changed || row.fate == RecordFate::restored;
    case MergeFilter::added: return row.fate == RecordFate::added;
  }
  return true;
}

}  // namespace

MergePreview compute_merge_preview(const Document& here, const Document& incoming, const RecordWords& words) {
  const MergeReport report = preview_merge(here, incoming);
  const NewStamps stamps = collect_stamps(compute_missing(here, incoming));
  MergePreview preview;
  preview.total = report.total();
  preview.unlisted_changes = report.unknown_changes;
  preview.must_ask = report.vanishing_share() > kVanishingShareToAsk;
  preview.changes_anything = report.changes_anything;
  preview.sources = name_sources(stamps, words);
  for (std::size_t kind = 0; kind < kKindCount; ++kind) {
    const MergeCounts& counts = report.by_kind[kind];
    if (counts.added + counts.changed + counts.deleted + counts.restored > 0) preview.kinds.push_back({static_cast<KindIndex>(kind), counts});
  }
  preview.rows.reserve(report.records.size());
  for (const RecordChange& change : report.records) preview.rows.push_back(describe(change, stamps, words));
  sort_stably(preview.rows, {}, [](const MergeRow& row) { return std::tuple(urgency(row), row.kind, std::string_view(row.title)); });
  return preview;
}

std::vector<std::size_t> filter_merge_rows(const MergePreview& preview, TextServices& text, MergeFilter filter, std::string_view typed) {
  const SearchWords wanted(text.search_key(typed));
  std::vector<std::size_t> indices;
  for (std::size_t i = 0; i < preview.rows.size(); ++i) {
    const MergeRow& row = preview.rows[i];
    if (!is_of(row, filter)) continue;
    if (!wanted.empty() && !wanted.are_in(text.search_key(row.title + " " + row.kind_name + " " + row.fields + " " + row.source))) continue;
    indices.push_back(i);
  }
  return indices;
}

}  // namespace fullcircle
