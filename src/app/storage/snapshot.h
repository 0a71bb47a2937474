// When the journal has grown too long, and what a compaction writes and removes.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/storage/workspace_reader.h"

namespace fullcircle {

using WriteParts = std::function<void(std::size_t target_bytes, const std::function<void(std::string_view document)>& write)>;

/// `snapshot` writes the whole document anew. `fold` keeps the snapshot and joins the journal's segments into one: with a
/// large document that is far less work.
enum class Compaction : std::uint8_t { none, fold, snapshot };
Compaction choose_compaction(const Manifest& manifest, const JournalEnd& end);

/// More than this waiting to be saved goes straight into a snapshot.
bool is_worth_a_snapshot(const Manifest& manifest, std::size_t waiting_bytes);

/// Puts the document's chunks into the transaction, except those already stored, and lists them all.
std::vector<StoredChunk> write_chunks(BlobTransaction& transaction, const WriteParts& write_parts, std::size_t target_bytes,
                                      const StoredParts& parts);
/// The size to aim at: 256 KB, more for large documents, to keep the number of parts small.
std::size_t chunk_target_bytes(std::size_t document_bytes);

/// Names that can go when `next` replaces `current`, whose own generation stays. Never what is damaged.
std::vector<std::string> superfluous_parts(const StoredParts& parts, const Manifest& current, const Manifest& next);
/// Marks of long-gone writers, of which the last few stay.
std::vector<std::string> superfluous_epochs(const StoredParts& parts, std::uint64_t epoch);

}  // namespace fullcircle
