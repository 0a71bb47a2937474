// Reads what is stored of a workspace, checks every part, and merges what is intact.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "app/ports.h"
#include "app/storage/load_report.h"
#include "app/storage/manifest.h"

namespace fullcircle {

/// What is known of one stored part. The bytes themselves are not kept.
struct StoredPart {
  std::size_t byte_count = 0;
  bool is_merged = false;
  bool is_damaged = false;  ///< read, and of no use
  std::string seal;    ///< of an intact segment
  std::string before;  ///< of an intact segment
};
using StoredParts = std::map<std::string, StoredPart, std::less<>>;

/// Where the next segment goes, and how much has been written since the snapshot.
struct JournalEnd {
  std::uint64_t last_number = 0;
  std::string before;  ///< what the next segment names as the part before it
  std::size_t segment_count = 0;
  std::size_t byte_count = 0;
};
JournalEnd find_journal_end(const Manifest& manifest, const StoredParts& parts);

/// Takes a piece of a document; with the last one it is merged.
using MergePiece = std::function<Result<>(std::string_view piece, bool is_last)>;

/// Merging is idempotent, so after any damage everything intact is merged, also of the generation before: what one
/// part lost, another may still hold. A part is merged once; reading again merges only what came since. All in turns of the page,
/// and of a large snapshot one chunk after the other, so that no more than two are in memory.
class WorkspaceReader {
 public:
  struct Found {
    Manifest manifest;
    bool is_too_new = false;    ///< written by a newer program: must not be written to
    bool is_damaged = false;    ///< something is wrong that a new snapshot puts right
    bool has_started_over = false;
    LoadReport report;          ///< of this reading
  };

  /// `start_over` (may be empty) is called when what was merged before must be forgotten: records were taken out since.
  WorkspaceReader(Blobs& blobs, Clock& clock, std::string folder, MergePiece merge, std::function<void()> start_over);

  /// One reading at a time. `on_progress` (may be empty) hears of a long one, from 0 to 1.
  /// Errors: those of Blobs::read; what was merged before stays merged.
  void read(std::function<void(double)> on_progress, std::function<void(Result<Found>)> done);

  /// Everything in the folder, by name, as last read and as the writer has changed it since.
  StoredParts& parts();

 private:
  class Reading;
  std::shared_ptr<Reading> reading_;
};

}  // namespace fullcircle
