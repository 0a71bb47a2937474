// What a file holds and what was left out of it, read from the bytes that are about to be written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/files/name_search.h"
#include "app/queries/record_words.h"

namespace fullcircle {

/// Records of one kind, or parts of a small file that belong together: "12 goals", with what each is called where it has a name.
struct HeldRecords {
  std::string key;  ///< file key of the kind, or the name of the part
  std::size_t count = 0;
  std::string title;
  std::vector<std::string> names;
  bool operator==(const HeldRecords&) const = default;
};

/// Records of one kind, one field of records that are in the file, or what a small file says nothing of.
struct LeftOutRecords {
  std::string key;  ///< of the kind, or "kind.field"
  std::size_t count = 0;
  std::string title;
  std::string reason;
  bool operator==(const LeftOutRecords&) const = default;
};

struct FileContents {
  std::vector<HeldRecords> inside;
  std::vector<LeftOutRecords> left_out;
  std::size_t bytes = 0;
  bool operator==(const FileContents&) const = default;
};

/// Of a member's file, what a member gives back, or a team's file. `source` is the document it was made from; a kind whose records are
/// all inside is not named as left out. Earlier versions count as one thing that was left out.
/// Errors: those of reading the file.
Result<FileContents> read_file_contents(std::string_view bytes, const Document& source, const Language& language, const RecordWords& words);

/// Of a request or an answer: every member of the file, also one that only another version knows.
/// Errors: those of reading JSON; error.file.wrong_kind for other files.
Result<FileContents> read_small_file_contents(std::string_view bytes, const Document& source, const Language& language);
/// The same for one of many. In: `people` is index_people(source).
Result<FileContents> read_small_file_contents(std::string_view bytes, const Document& source, const Language& language, const NameIndex& people);

/// The names of everybody in the team, in the order of the table; they are the document's own.
NameIndex index_people(const Document& source);

/// Of the very bytes that exporting the answer to `request` today would save.
FileContents preview_answer(const ReceivedRequest& request, Day today, const Document& source, const Language& language);

/// Of a table (CSV) or a page (HTML). `kind` names the reasons in the language files: left_out_of.<kind>; what it gives no reason for is
/// not looked for.
FileContents read_report_contents(std::string_view bytes, std::string_view kind, const Document& source, const Language& language, const RecordWords& words);

/// Several files saved at once, as one list: what is left out has to be left out of each.
void add_contents(FileContents& all, FileContents more);

}  // namespace fullcircle
