// The one stored part that is replaced: which chunks make up the snapshot, and who may write.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/result.h"

namespace fullcircle {

struct StoredChunk {
  std::string hash;  ///< SHA-256 of its bytes, 64 hexadecimal digits
  std::size_t byte_count = 0;
  bool operator==(const StoredChunk&) const = default;
};

struct Manifest {
  std::uint64_t epoch = 0;       ///< raised each time a tab becomes the writer; an older writer is refused
  std::uint64_t generation = 0;  ///< raised by each compaction; segments of this generation follow the snapshot
  std::uint64_t folded = 0;      ///< segments of the generation before, up to this number, are in the snapshot
  std::uint64_t retractions = 0; ///< raised when records were taken out: who has merged what was before begins anew
  std::vector<StoredChunk> chunks;

  std::size_t snapshot_bytes() const;
  /// What the first segment of this generation names as the part before it.
  std::string snapshot_hash() const;
  bool contains_chunk(std::string_view hash) const;
  bool operator==(const Manifest&) const = default;
};

std::string encode_manifest(const Manifest& manifest);
/// Errors: error.storage.damaged; error.storage.too_new for the intact manifest of a newer program.
Result<Manifest> parse_manifest(std::string_view bytes);

}  // namespace fullcircle
