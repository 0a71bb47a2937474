// Edits on their way to the disk: waiting, or sent and not yet acknowledged. Nothing leaves before it is known to be safe.
#pragma once

#include <cstddef>
#include <deque>
#include <span>
#include <string>
#include <vector>

#include "app/storage/stored_names.h"

namespace fullcircle {

/// A segment that was sent, or has to be sent again byte for byte, because it may have arrived.
struct SentSegment {
  SegmentName name;
  std::string bytes;
  std::vector<std::string> documents;
  bool is_under_way = false;
};

class SaveQueue {
 public:
  void append(std::string document);
  /// Everything counts as unsaved until a whole snapshot has been.
  void want_whole() { whole_wanted_ = true; }
  bool whole_wanted() const { return whole_wanted_; }

  bool is_empty() const { return waiting_.empty() && sent_.empty() && !whole_wanted_ && !whole_in_snapshot_; }
  bool has_waiting() const { return !waiting_.empty(); }
  std::size_t waiting_bytes() const { return waiting_bytes_; }
  /// What waits, taken out to be sent as one segment.
  std::vector<std::string> take_waiting();

  std::deque<SentSegment>& sent() { return sent_; }
  const std::deque<SentSegment>& sent() const { return sent_; }
  void forget_sent(SegmentName name);
  /// Nothing sent has arrived or will: it all waits again, in order.
  void requeue_sent();

  /// Calls visit(document) with everything that is not known to be safe, in order.
  template <class Visit>
  void each_unsaved(Visit&& visit) const {
    for (const SentSegment& segment : sent_)
      for (const std::string& document : segment.documents) visit(document);
    for (const std::string& document : waiting_) visit(document);
  }

  /// A snapshot holds all that waits now, and its outcome is open.
  void begin_snapshot();
  bool is_whole_in_snapshot() const { return whole_in_snapshot_; }
  bool has_waiting_in_snapshot() const { return waiting_in_snapshot_ > 0; }
  /// What came to wait since; the snapshot's transaction takes it along.
  std::span<const std::string> add_rest_to_snapshot();
  void snapshot_saved();
  void snapshot_failed();

 private:
  std::vector<std::string> waiting_;
  std::size_t waiting_bytes_ = 0;
  std::size_t waiting_in_snapshot_ = 0;  ///< the first so many of waiting_
  std::deque<SentSegment> sent_;
  bool whole_wanted_ = false;
  bool whole_in_snapshot_ = false;
};

}  // namespace fullcircle
