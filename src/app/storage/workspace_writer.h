// Writes one workspace: becomes its writer, appends segments, compacts. Nothing is changed unless nobody else has written.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/ports.h"
#include "app/storage/save_queue.h"
#include "app/storage/snapshot.h"
#include "app/storage/workspace_reader.h"

namespace fullcircle {

struct WriterEvents {
  std::function<void()> on_change;   ///< of is_claimed(), is_idle(), has_unsaved() or failure()
  /// Somebody else has written: read what it is, then claim again. Whoever had claimed must first ask whether it still may.
  std::function<void(bool had_claimed)> on_refused;
  std::function<void()> on_saved;    ///< something new is on the disk
};

class WorkspaceWriter : public std::enable_shared_from_this<WorkspaceWriter> {
 public:
  WorkspaceWriter(Blobs& blobs, Clock& clock, std::string folder, StoredParts& parts, WriteParts write_parts, WriterEvents events);

  /// Makes this the writer, beginning after what was just read. Once claimed, saving goes on by itself.
  void claim(const WorkspaceReader::Found& found);
  /// No longer the writer. What was sent and not acknowledged waits again.
  void resign();
  bool is_claimed() const { return is_claimed_; }

  void append(std::string document);
  void save_whole();
  /// Sends what waits, now and without waiting for what is under way. Tries again what failed.
  void flush();

  /// Nothing is under way.
  bool is_idle() const;
  /// How much of a whole snapshot that takes several turns is done.
  std::optional<double> fraction() const;
  bool has_unsaved() const { return !queue_.is_empty(); }
  const SaveQueue& queue() const { return queue_; }
  /// Why the last attempt failed; none after a success.
  const std::optional<Error>& failure() const { return failure_; }

 private:
  /// Being put together, in turns of the page.
  struct Snapshot {
    Manifest next;
    std::vector<Blob> damaged;
    std::unique_ptr<BlobTransaction> transaction;
    ChunkWriting writing;
    int shown_percent = 0;
  };

  void begin_claim();
  void claim_after_damage();
  void on_claimed();
  void schedule_save(int delay_ms);
  void schedule_retry();
  void save();
  void send_segment();
  void transmit(const SentSegment& segment);
  void transmit_unsent();
  void on_segment(SegmentName name, Result<> result);
  void settle_taken(SegmentName name);
  void compact_if_due();
  void write_snapshot(std::vector<Blob> damaged);
  bool advance_snapshot();
  void commit_snapshot();
  void fold();
  void write_fold(const std::vector<Blob>& segments, std::uint64_t last_number);
  void commit_compaction(std::unique_ptr<BlobTransaction> transaction, Manifest next, StoredParts added, std::vector<std::string> removed);
  void on_compacted(const Manifest& next, Result<> result);
  void on_refused();
  void on_failure(Error error);
  void on_success();

  template <class Function>
  auto later(Function function);

  Blobs& blobs_;
  Clock& clock_;
  const std::string folder_;
  StoredParts& parts_;
  const WriteParts write_parts_;
  const WriterEvents events_;

  Manifest manifest_;
  JournalEnd end_;
  SaveQueue queue_;
  bool is_claimed_ = false;
  bool is_claiming_ = false;
  bool is_compacting_ = false;
  std::shared_ptr<Snapshot> snapshot_;  ///< until its transaction is under way
  std::uint64_t term_ = 0;  ///< raised by every claim and resignation: answers from an earlier one are not for this one
  bool is_damaged_ = false;
  bool timer_is_set_ = false;
  bool retry_is_set_ = false;
  bool save_is_due_ = false;
  int retry_delay_ms_ = 0;
  Instant no_compaction_before_;
  std::optional<Error> failure_;
};

}  // namespace fullcircle
