// Writes a document as JSON: the same content gives the same bytes on every device. The format is described in store/FORMAT.md.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "app/files/document_reader.h"
#include "store/document.h"

namespace fullcircle {

/// The whole document, or what an edit wrote. `other_members` go to the top level of the file, beside the records.
std::string encode_document(const Document& document, std::string_view format = kWorkspaceFormat, const Value::Object& other_members = {});

/// The document as several files of about `target_bytes`; merged in any order they are the whole again. Where one ends depends on the
/// records near it only, so that a change leaves most parts as they were, byte for byte.
void encode_document_parts(const Document& document, std::size_t target_bytes, const std::function<void(std::string_view)>& write);

/// Reads what encode_document wrote. Errors: those of DocumentReader.
Result<Document> read_document(std::string_view bytes, std::string_view format = kWorkspaceFormat);

}  // namespace fullcircle
