// One record of a document as JSON: its fields, and beside them who wrote what when. The form is described in store/FORMAT.md.
#pragma once

#include <span>
#include <string>

#include "app/files/actor_aliases.h"
#include "exchange/field_codec.h"
#include "store/row_versions.h"

namespace fullcircle {

/// What has no fields: a record of a kind only a newer program knows.
inline constexpr StructType kNoFields{};

/// A row of any kind for reading or writing.
struct RecordAccess {
  RowRef row;
  RecordId& id;
  const StructType& type;  ///< of row.entity
};
struct ConstRecordAccess {
  ConstRowRef row;
  RecordId id;
  const StructType& type;
};

/// One field a line, keys ascending after the reserved ones; indented by two spaces, without a line end.
void append_record(std::string& out, ActorAliases& actors, ConstRecordAccess record);

/// Reads the next value as a record into an empty row. False at a failure of the reader. Values this program cannot read stay as they came.
bool read_record(JsonReader& json, const ActorAliases& actors, RecordAccess record);

}  // namespace fullcircle
