// Reads a workspace file, or any part of one, in pieces of any size: what a progress bar and a page that stays responsive need.
// The format is described in store/FORMAT.md.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "exchange/json_reader.h"
#include "store/document.h"

namespace fullcircle {

inline constexpr std::string_view kWorkspaceFormat = "fullcircle.workspace";
/// What this program writes, and the greatest `minReader` it understands.
inline constexpr int kWorkspaceVersion = 1;

/// Example:
///   DocumentReader reader;
///   while (…) if (auto fed = reader.feed(piece); !fed) return fed.error();
///   Result<Document> document = reader.finish();
///
/// Two records with one id are merged, as they are everywhere.
/// Errors: those of reading JSON (exchange/file_errors.h); kWrongKind, kTooNew, kMissing. Each names the place in the
/// whole file. After an error nothing more is read, and nothing of the file is used.
class DocumentReader {
 public:
  /// `format` is what the file must call itself; files of other kinds hold documents too.
  explicit DocumentReader(std::string_view format = kWorkspaceFormat, const JsonLimits& limits = {});
  ~DocumentReader();
  DocumentReader(DocumentReader&&) noexcept;
  DocumentReader& operator=(DocumentReader&&) noexcept;

  Result<> feed(std::string_view piece);
  /// After the last piece.
  Result<Document> finish();

  std::size_t bytes_read() const;
  std::size_t records_read() const;
  /// Members of the file's top level that are no part of the document, by key; known once it was finished.
  const Value::Object& other_members() const;

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace fullcircle
