// A document that is read at all reads the same in pieces, and is written and read again the same.
#include "app/files/document_check.h"
#include "app/files/document_writer.h"
#include "fuzz.h"

using namespace fullcircle;

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto text = as_text(bytes, size);
  const auto document = read_document(text);
  DocumentReader reader;
  Result<> fed;
  for (std::size_t at = 0; at < size && fed; at += 7) fed = reader.feed(text.substr(at, 7));
  const auto in_pieces = fed ? reader.finish() : std::unexpected(fed.error());
  promise(in_pieces.has_value() == document.has_value());
  if (!document) return 0;
  const std::string written = encode_document(*document);
  promise(encode_document(*in_pieces) == written);
  const auto again = read_document(written);
  promise(again && encode_document(*again) == written);
  find_problems(*document);
  return 0;
}
