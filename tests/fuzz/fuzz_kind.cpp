// Any bytes have a kind.
#include "exchange/file_kind.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  promise(fullcircle::detect_file_kind(as_text(bytes, size)) <= fullcircle::FileKind::unknown);
  return 0;
}
