// Every place where two devices disagree, in words: the record, the field, each value with who wrote it and when.
#pragma once

#include <string>
#include <vector>

#include "app/queries/record_words.h"
#include "store/history.h"

namespace fullcircle {

/// One of the values that stand side by side.
struct ConflictSide {
  Value value;
  std::string text;
  std::string source;
  Instant when;
  bool is_shown = false;   ///< what everybody sees until it is decided
};

struct ConflictRow {
  KindIndex kind = 0;
  RecordId id;
  std::uint16_t field = 0;
  std::string title, kind_name, field_name;
  std::vector<ConflictSide> sides;   ///< the shown one first; a person may keep any
};

/// A record that one device deleted while another one edited it.
struct DeletionInDoubt {
  KindIndex kind = 0;
  RecordId id;
  std::string title, kind_name;
};

struct ConflictList {
  std::vector<ConflictRow> fields;
  std::vector<DeletionInDoubt> deletions;
  std::size_t size() const { return fields.size() + deletions.size(); }
};

ConflictList compute_conflicts(const Document& document, const RecordWords& words);

/// How many there are, without the words.
std::size_t count_conflicts(const Document& document);

}  // namespace fullcircle
