#include "app/storage/snapshot.h"

#include <algorithm>
#include <utility>

#include "app/storage/stored_names.h"

namespace fullcircle {
namespace {

constexpr std::size_t kChunkBytes = 256 * 1024;
constexpr std::size_t kMostChunks = 40;
constexpr std::size_t kHashedInAStepBytes = 256 * 1024;
constexpr std::size_t kMostSegments = 64;
constexpr std::size_t kLargeSnapshotBytes = 4 * 1024 * 1024;  // encoding more than this would be felt
constexpr std::uint64_t kEpochsKept = 8;

std::size_t longest_journal_bytes(const Manifest& manifest) {
  const std::size_t snapshot = manifest.snapshot_bytes();
  return std::max(snapshot > kLargeSnapshotBytes ? snapshot / 4 : snapshot, kChunkBytes);
}

}  // namespace

Compaction choose_compaction(const Manifest& manifest, const JournalEnd& end) {
  if (end.byte_count >= longest_journal_bytes(manifest)) return Compaction::snapshot;
  if (end.segment_count < kMostSegments) return Compaction::none;
  return manifest.snapshot_bytes() > kLargeSnapshotBytes ? Compaction::fold : Compaction::snapshot;
}

bool is_worth_a_snapshot(const Manifest& manifest, std::size_t waiting_bytes) { return waiting_bytes >= longest_journal_bytes(manifest); }

std::size_t chunk_target_bytes(std::size_t document_bytes) { return std::max(kChunkBytes, document_bytes / kMostChunks); }

bool ChunkWriting::advance(const StoredParts& stored) {
  if (!step_.part) {
    if (step_.is_done) return false;
    step_ = next_();
    return step_.part || !step_.is_done;
  }
  const std::string_view piece = std::string_view(*step_.part).substr(hashed_, kHashedInAStepBytes);
  hash_.update(piece);
  hashed_ += piece.size();
  if (hashed_ < step_.part->size()) return true;
  put_part(stored);
  return !step_.is_done;
}

void ChunkWriting::put_part(const StoredParts& stored) {
  StoredChunk chunk{.hash = to_hex(std::exchange(hash_, {}).finish()), .byte_count = std::exchange(hashed_, 0)};
  const std::string name = chunk_name(chunk.hash);
  const auto known = stored.find(name);
  if (known == stored.end() || !known->second.is_merged) transaction_.put(name, *step_.part);
  if (!std::ranges::contains(chunks_, chunk)) chunks_.push_back(std::move(chunk));
  step_.part.reset();
}

std::vector<std::string> superfluous_parts(const StoredParts& parts, const Manifest& current, const Manifest& next) {
  std::vector<std::string> names = superfluous_epochs(parts, next.epoch);
  for (const auto& [name, part] : parts) {
    if (part.is_damaged) continue;
    const auto segment = parse_segment_name(name);
    const bool is_old_segment = segment && segment->generation < current.generation;
    const bool is_old_chunk = is_chunk_name(name) && !current.contains_chunk(name.substr(2)) && !next.contains_chunk(name.substr(2));
    if (is_old_segment || is_old_chunk) names.push_back(name);
  }
  return names;
}

std::vector<std::string> superfluous_epochs(const StoredParts& parts, std::uint64_t epoch) {
  std::vector<std::string> names;
  for (const auto& [name, part] : parts)
    if (const auto past = parse_epoch_name(name); past && *past + kEpochsKept < epoch) names.push_back(name);
  return names;
}

}  // namespace fullcircle
