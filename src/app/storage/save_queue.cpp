#include "app/storage/save_queue.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace fullcircle {

void SaveQueue::append(std::string document) {
  waiting_bytes_ += document.size();
  waiting_.push_back(std::move(document));
}

std::vector<std::string> SaveQueue::take_waiting() {
  waiting_bytes_ = 0;
  waiting_in_snapshot_ = 0;
  return std::exchange(waiting_, {});
}

void SaveQueue::forget_sent(SegmentName name) {
  std::erase_if(sent_, [&](const SentSegment& segment) { return segment.name == name; });
}

void SaveQueue::requeue_sent() {
  std::vector<std::string> all;
  for (SentSegment& segment : sent_) std::ranges::move(segment.documents, std::back_inserter(all));
  sent_.clear();
  for (const std::string& document : all) waiting_bytes_ += document.size();
  waiting_in_snapshot_ = 0;  // these came first; saving one twice does no harm
  waiting_.insert(waiting_.begin(), std::make_move_iterator(all.begin()), std::make_move_iterator(all.end()));
}

void SaveQueue::begin_snapshot() {
  waiting_in_snapshot_ = waiting_.size();
  whole_in_snapshot_ = std::exchange(whole_wanted_, false);
}

std::span<const std::string> SaveQueue::add_rest_to_snapshot() {
  return std::span(waiting_).subspan(std::exchange(waiting_in_snapshot_, waiting_.size()));
}

void SaveQueue::snapshot_saved() {
  for (std::size_t i = 0; i < waiting_in_snapshot_; ++i) waiting_bytes_ -= waiting_[i].size();
  waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(std::exchange(waiting_in_snapshot_, 0)));
  whole_in_snapshot_ = false;
}

void SaveQueue::snapshot_failed() {
  waiting_in_snapshot_ = 0;
  if (std::exchange(whole_in_snapshot_, false)) whole_wanted_ = true;
}

}  // namespace fullcircle
