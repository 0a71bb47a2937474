// What a file holds and what was left out of it, read from the bytes that are about to be written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/queries/record_words.h"

namespace fullcircle {

/// Records of one kind: "12 goals", with what each is called where it has a name.
struct HeldRecords {
  std::string key;  ///< file key of the kind
  std::size_t count = 0;
  std::string title;
  std::vector<std::string> names;
};

/// Records of one kind, or one field of records that are in the file.
struct LeftOutRecords {
  std::string key;  ///< of the kind, or "kind.field"
  std::size_t count = 0;
  std::string title;
  std::string reason;
};

struct FileContents {
  std::vector<HeldRecords> inside;
  std::vector<LeftOutRecords> left_out;
  std::size_t bytes = 0;
};

/// Of a member's file, what a member gives back, or a team's file. `source` is the document it was made from; a kind whose records are
/// all inside is not named as left out. Earlier versions count as one thing that was left out.
/// Errors: those of reading the file.
Result<FileContents> read_file_contents(std::string_view bytes, const Document& source, const Language& language, const RecordWords& words);

}  // namespace fullcircle
