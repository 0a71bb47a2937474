// When the journal has grown too long, and what a compaction writes and removes.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/storage/workspace_reader.h"
#include "model/sha256.h"

namespace fullcircle {

/// A little of the writing of the whole document as several smaller ones.
struct WriteStep {
  std::optional<std::string> part;  ///< that became whole
  double fraction = 0;              ///< of the document so far
  bool is_done = false;
};
/// Begins to write the document as parts of about `target_bytes`, which merged make the whole again; each call of the result
/// does a little. The document may grow in between: what is new need not be in any part.
using WriteParts = std::function<std::function<WriteStep()>(std::size_t target_bytes)>;

/// `snapshot` writes the whole document anew. `fold` keeps the snapshot and joins the journal's segments into one: with a
/// large document that is far less work.
enum class Compaction : std::uint8_t { none, fold, snapshot };
Compaction choose_compaction(const Manifest& manifest, const JournalEnd& end);

/// More than this waiting to be saved goes straight into a snapshot.
bool is_worth_a_snapshot(const Manifest& manifest, std::size_t waiting_bytes);

/// Puts the document's chunks into a transaction, except those already stored, and lists them all.
class ChunkWriting {
 public:
  ChunkWriting(BlobTransaction& transaction, std::function<WriteStep()> next) : transaction_(transaction), next_(std::move(next)) {}
  /// Does a little. False once all chunks are in the transaction.
  bool advance(const StoredParts& stored);
  double fraction() const { return step_.fraction; }
  std::vector<StoredChunk>& chunks() { return chunks_; }

 private:
  void put_part(const StoredParts& stored);

  BlobTransaction& transaction_;
  const std::function<WriteStep()> next_;
  WriteStep step_;
  Sha256 hash_;             ///< of step_.part, as far as
  std::size_t hashed_ = 0;  ///< this
  std::vector<StoredChunk> chunks_;
};
/// The size to aim at: 256 KB, more for large documents, to keep the number of parts small.
std::size_t chunk_target_bytes(std::size_t document_bytes);

/// Names that can go when `next` replaces `current`, whose own generation stays. Never what is damaged.
std::vector<std::string> superfluous_parts(const StoredParts& parts, const Manifest& current, const Manifest& next);
/// Marks of long-gone writers, of which the last few stay.
std::vector<std::string> superfluous_epochs(const StoredParts& parts, std::uint64_t epoch);

}  // namespace fullcircle
