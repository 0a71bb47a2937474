// Parts of a stored workspace whose seal is right and whose content is anything: read or refused, and written again the same.
#include "app/storage/journal_segment.h"
#include "app/storage/manifest.h"
#include "app/storage/sealed_text.h"
#include "fuzz.h"

using namespace fullcircle;

int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto text = as_text(bytes, size);
  promise(!open_sealed(text) || seal(std::string(*open_sealed(text))) == text);
  const std::string sealed = seal(std::string(text) + "\n");
  if (const auto manifest = parse_manifest(sealed)) {
    const auto again = parse_manifest(encode_manifest(*manifest));
    promise(again && *again == *manifest);
  }
  const SegmentName name{2, 1};
  if (const auto segment = parse_segment(name, sealed)) {
    const std::string written = encode_segment(name, segment->epoch, segment->before, segment->documents);
    const auto again = parse_segment(name, written);
    promise(again && again->before == segment->before && again->documents == segment->documents);
  }
  return 0;
}
