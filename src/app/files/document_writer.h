// Writes a document as JSON: the same content gives the same bytes on every device. The format is described in store/FORMAT.md.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/files/document_reader.h"
#include "store/document.h"

namespace fullcircle {

/// The whole document, or what an edit wrote. `other_members` go to the top level of the file, beside the records.
std::string encode_document(const Document& document, std::string_view format = kWorkspaceFormat, const Value::Object& other_members = {});

/// The document as several files of about `target_bytes`, written a little at a time; merged in any order they are the whole again.
/// Where one ends depends on the records near it only, so that a change leaves most parts as they were, byte for byte.
/// The document must outlive this, and may change between steps: what is added meanwhile may be in a part, and need not be.
class DocumentPartsWriter {
 public:
  DocumentPartsWriter(const Document& document, std::size_t target_bytes);
  ~DocumentPartsWriter();

  /// Writes about `step_bytes` more. Out: a part that became whole.
  std::optional<std::string> advance(std::size_t step_bytes);
  bool is_done() const;
  /// How much of the document is written, from 0 to 1.
  double fraction() const;

 private:
  class State;
  std::unique_ptr<State> state_;
};

/// All parts at once.
void encode_document_parts(const Document& document, std::size_t target_bytes, const std::function<void(std::string_view)>& write);

/// Reads what encode_document wrote. Errors: those of DocumentReader.
Result<Document> read_document(std::string_view bytes, std::string_view format = kWorkspaceFormat);

}  // namespace fullcircle
