// A member's file, whatever it claims, changes nothing in a document that does not have that member.
#include "app/files/document_writer.h"
#include "app/files/member_file.h"
#include "fuzz.h"

using namespace fullcircle;

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  auto file = read_member_file(as_text(bytes, size));
  if (!file) return 0;
  Document own = file->document;
  const auto returned = encode_member_return(own, file->member);
  if (returned) promise(read_member_file(*returned).has_value());
  const Document empty;
  const auto allowed = select_allowed_changes(empty, file->member, std::move(file->document));
  promise(allowed.changes.table<Review>().rows().empty() && allowed.changes.table<Person>().rows().empty());
  return 0;
}
