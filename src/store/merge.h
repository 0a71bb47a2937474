// Merging documents: any two, in any order, any number of times, with the same result and nothing lost.
#pragma once

#include <array>
#include <vector>

#include "store/document.h"

namespace fullcircle {

/// Adds everything `from` holds. Into an empty document this moves the tables.
void merge(Document& into, Document&& from);
void merge(Document& into, const Document& from);

enum class RecordFate : std::uint8_t { added, changed, deleted, restored };

/// A field whose shown value differs after the merge, or that gets a conflict. `before` is null for an added record.
struct FieldChange {
  std::uint16_t field = 0;
  std::string_view key;
  Value before;
  Value after;
  bool has_new_conflict = false;
};

struct RecordChange {
  KindIndex kind = 0;
  RecordId id;
  RecordFate fate = RecordFate::changed;
  bool is_edited_while_deleted = false;
  std::vector<FieldChange> fields;  ///< of an added record the fields it sets
};

struct MergeCounts {
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t deleted = 0;
  std::size_t restored = 0;
  std::size_t conflicts = 0;  ///< fields that get a conflict they did not have
};

struct MergeReport {
  std::array<MergeCounts, kKindCount> by_kind{};
  std::vector<RecordChange> records;   ///< of known kinds, in file order
  std::size_t unknown_changes = 0;     ///< records changed in ways only a newer program shows: its kinds, fields or just history
  std::size_t alive_before = 0;
  bool changes_anything = false;       ///< false: `from` holds nothing that is not here already, not even history

  MergeCounts total() const;
  /// Deleted records as a share of those alive before; the app stops to ask above a tenth.
  double vanishing_share() const;
};

/// What `merge(into, from)` would do, without doing it.
MergeReport preview_merge(const Document& into, const Document& from);

}  // namespace fullcircle
