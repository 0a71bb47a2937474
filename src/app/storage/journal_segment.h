// What one save wrote: some documents, and the seal of the segment before.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/storage/stored_names.h"
#include "model/result.h"

namespace fullcircle {

struct JournalSegment {
  SegmentName name;
  std::uint64_t epoch = 0;
  std::string before;                       ///< seal of the segment before, or the snapshot's hash
  std::vector<std::string_view> documents;  ///< parts of the bytes it was parsed from
};

std::string encode_segment(SegmentName name, std::uint64_t epoch, std::string_view before, std::span<const std::string_view> documents);
/// `name` is the name it was stored under. Errors: error.storage.damaged; error.storage.too_new.
Result<JournalSegment> parse_segment(SegmentName name, std::string_view bytes);

}  // namespace fullcircle
