// Reading the versions of a document: who wrote what when, and where two sides disagree.
#pragma once

#include <vector>

#include "store/edit.h"

namespace fullcircle {

enum class VersionRole : std::uint8_t { shown, replaced, conflicting };

struct HistoryEntry {
  Stamp stamp;  ///< when, and by which actor
  Value value;
  VersionRole role = VersionRole::shown;
};

/// All versions of a field, latest first; empty when the record is not there or says nothing about the field.
std::vector<HistoryEntry> history_of(const Document& document, KindIndex kind, RecordId id, std::uint16_t field);
template <class Entity>
std::vector<HistoryEntry> history_of(const Document& document, Id<Entity> id, std::uint16_t field) {
  return history_of(document, kKindIndex<Entity>, id, field);
}

/// A field that shows one value while others stand beside it.
struct Conflict {
  KindIndex kind = 0;
  RecordId id;
  std::uint16_t field = 0;
  std::string_view field_key;
  HistoryEntry shown;
  std::vector<HistoryEntry> others;  ///< each value once
  std::vector<Stamp> replaces;       ///< every version nobody replaced yet but the shown one: what settling must name; ascending
};

/// Every conflict of the records alive, in file order.
std::vector<Conflict> conflicts_of(const Document& document);
std::vector<Conflict> conflicts_of(const Document& document, KindIndex kind, RecordId id);
/// The records somebody edited while somebody else deleted them.
std::vector<std::pair<KindIndex, RecordId>> edited_while_deleted(const Document& document);

/// Settles a field with `value` (one of the sides, or a new one): a version that names every side it saw, so that every copy
/// of the document settles once it arrives.
Applied settle(Document& document, StampClock& clock, const Conflict& conflict, Value value);
/// The same for several fields in one step: one stamp, undone as one.
struct Settlement {
  Conflict conflict;
  Value value;
};
Applied settle(Document& document, StampClock& clock, std::vector<Settlement> settlements);
/// Confirms that a record edited while deleted is deleted, or stays.
Applied settle_deletion(Document& document, StampClock& clock, KindIndex kind, RecordId id, bool keep);

}  // namespace fullcircle
