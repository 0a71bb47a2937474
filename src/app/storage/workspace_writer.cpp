#include "app/storage/workspace_writer.h"

#include <algorithm>
#include <utility>

#include "app/storage/journal_segment.h"
#include "app/storage/sealed_text.h"
#include "app/storage/stored_names.h"
#include "app/turns.h"

namespace fullcircle {
namespace {

constexpr int kSaveDelay_ms = 400;
constexpr int kFirstRetry_ms = 1000;
constexpr int kLongestRetry_ms = 30'000;
constexpr double kShareOfWriting = 0.9;
constexpr std::int64_t kCompactionPause_ms = 60'000;  // after one that failed

bool is_taken(const Result<>& result) { return !result && result.error().code == "error.storage.taken"; }

}  // namespace

/// For answers: dropped when the writer is gone, or has become the writer anew or ceased to be it.
template <class Function>
auto WorkspaceWriter::later(Function function) {
  return [weak = weak_from_this(), term = term_, function = std::move(function)](auto&&... arguments) {
    if (const auto self = weak.lock(); self && self->term_ == term) function(*self, std::forward<decltype(arguments)>(arguments)...);
  };
}

WorkspaceWriter::WorkspaceWriter(Blobs& blobs, Clock& clock, std::string folder, StoredParts& parts, WriteParts write_parts,
                                 WriterEvents events)
    : blobs_(blobs),
      clock_(clock),
      folder_(std::move(folder)),
      parts_(parts),
      write_parts_(std::move(write_parts)),
      events_(std::move(events)) {}

// ---- becoming the writer ----

void WorkspaceWriter::claim(const WorkspaceReader::Found& found) {
  resign();
  manifest_ = found.manifest;
  end_ = find_journal_end(manifest_, parts_);
  is_damaged_ = found.is_damaged;
  begin_claim();
}

void WorkspaceWriter::resign() {
  ++term_;
  is_claimed_ = is_claiming_ = is_compacting_ = false;
  snapshot_.reset();
  timer_is_set_ = retry_is_set_ = save_is_due_ = false;
  queue_.snapshot_failed();
  queue_.requeue_sent();
  events_.on_change();
}

void WorkspaceWriter::begin_claim() {
  is_claiming_ = true;
  if (is_damaged_) return claim_after_damage();
  Manifest next = manifest_;
  ++next.epoch;
  next.generation = std::max<std::uint64_t>(next.generation, 1);
  auto transaction = blobs_.begin(folder_);
  transaction->create(epoch_name(next.epoch), "");
  transaction->require_absent(to_text(SegmentName{next.generation, end_.last_number + 1}));
  for (const std::string& name : superfluous_epochs(parts_, next.epoch)) transaction->remove(name);
  transaction->put(kManifestName, encode_manifest(next));
  transaction->commit(later([next](WorkspaceWriter& self, Result<> result) {
    self.is_claiming_ = false;
    if (is_taken(result)) return self.on_refused();
    if (!result) return self.on_failure(result.error());
    self.manifest_ = next;
    self.on_claimed();
  }));
}

/// The damaged bytes move aside in the transaction that writes the intact document anew.
void WorkspaceWriter::claim_after_damage() {
  auto damaged = std::make_shared<std::vector<Blob>>();
  blobs_.read(
      folder_,
      [this_parts = &parts_](std::string_view name) {
        const auto part = this_parts->find(name);
        return part != this_parts->end() && part->second.is_damaged;
      },
      [damaged](Blob blob) { damaged->push_back(std::move(blob)); }, later([damaged](WorkspaceWriter& self, Result<> read) {
        if (read) return self.write_snapshot(std::move(*damaged));
        self.is_claiming_ = false;
        self.on_failure(read.error());
      }));
}

void WorkspaceWriter::on_claimed() {
  is_claimed_ = true;
  parts_[std::string(kManifestName)];
  parts_[epoch_name(manifest_.epoch)];
  save_is_due_ = true;
  on_success();
}

// ---- saving ----

void WorkspaceWriter::append(std::string document) {
  queue_.append(std::move(document));
  schedule_save(kSaveDelay_ms);
  events_.on_change();
}

void WorkspaceWriter::save_whole() {
  queue_.want_whole();
  schedule_save(0);
  events_.on_change();
}

void WorkspaceWriter::schedule_save(int delay_ms) {
  if (timer_is_set_ || !is_claimed_) return;
  timer_is_set_ = true;
  clock_.call_after(delay_ms, later([](WorkspaceWriter& self) {
    self.timer_is_set_ = false;
    self.save_is_due_ = true;
    self.save();
  }));
}

void WorkspaceWriter::save() {
  if (!is_claimed_ || !save_is_due_) return;
  if (snapshot_ && !queue_.is_whole_in_snapshot() && !queue_.has_waiting_in_snapshot()) {  // of what is stored already: edits need not wait for it
    save_is_due_ = false;
    if (queue_.has_waiting()) send_segment();
    return;
  }
  if (!is_idle()) return;
  save_is_due_ = false;
  transmit_unsent();
  const bool may_compact = clock_.now() >= no_compaction_before_;
  if (queue_.whole_wanted() || (may_compact && is_worth_a_snapshot(manifest_, queue_.waiting_bytes()))) {
    if (queue_.sent().empty()) return write_snapshot({});
    save_is_due_ = true;
    return;
  }
  if (queue_.has_waiting()) send_segment();
}

void WorkspaceWriter::flush() {
  if (!is_claimed_) {
    if (!is_claiming_ && failure_) begin_claim();
    return;
  }
  while (snapshot_ && queue_.is_whole_in_snapshot()) advance_snapshot();  // nothing of it is anywhere else
  transmit_unsent();
  if (queue_.has_waiting() && (is_compacting_ || !is_worth_a_snapshot(manifest_, queue_.waiting_bytes()))) send_segment();
  save_is_due_ = true;
  save();
}

void WorkspaceWriter::send_segment() {
  std::vector<std::string> documents = queue_.take_waiting();
  const SegmentName name{manifest_.generation, ++end_.last_number};
  const std::vector<std::string_view> views(documents.begin(), documents.end());
  std::string bytes = encode_segment(name, manifest_.epoch, end_.before, views);
  end_.before = seal_of(bytes);
  queue_.sent().push_back({name, std::move(bytes), std::move(documents)});
  transmit_unsent();
}

void WorkspaceWriter::transmit_unsent() {
  for (SentSegment& segment : queue_.sent()) {
    if (segment.is_under_way) continue;
    segment.is_under_way = true;
    transmit(segment);
  }
}

void WorkspaceWriter::transmit(const SentSegment& segment) {
  auto transaction = blobs_.begin(folder_);
  transaction->require_absent(epoch_name(manifest_.epoch + 1));
  transaction->create(to_text(segment.name), segment.bytes);
  transaction->commit(later([name = segment.name](WorkspaceWriter& self, Result<> result) { self.on_segment(name, std::move(result)); }));
}

void WorkspaceWriter::on_segment(SegmentName name, Result<> result) {
  if (is_taken(result)) return settle_taken(name);
  const auto sent = std::ranges::find(queue_.sent(), name, &SentSegment::name);
  if (!result) {
    sent->is_under_way = false;
    return on_failure(result.error());
  }
  parts_[to_text(name)] = {.byte_count = sent->bytes.size(), .is_merged = true, .seal = seal_of(sent->bytes)};
  if (name.generation == manifest_.generation) {
    ++end_.segment_count;
    end_.byte_count += sent->bytes.size();
  }
  queue_.forget_sent(name);
  events_.on_saved();
  on_success();
}

/// Taken by ourselves, in an attempt whose answer never came, or by another writer.
void WorkspaceWriter::settle_taken(SegmentName name) {
  auto stored = std::make_shared<std::optional<std::string>>();
  blobs_.read(folder_, [text = to_text(name)](std::string_view other) { return other == text; },
              [stored](Blob blob) { *stored = std::move(blob.bytes); }, later([stored, name](WorkspaceWriter& self, Result<> read) {
                const auto sent = std::ranges::find(self.queue_.sent(), name, &SentSegment::name);
                if (!read) {
                  sent->is_under_way = false;
                  return self.on_failure(read.error());
                }
                if (*stored == sent->bytes) return self.on_segment(name, {});
                self.on_refused();
              }));
}

// ---- compaction ----

void WorkspaceWriter::compact_if_due() {
  if (!is_claimed_ || !is_idle() || !queue_.is_empty() || clock_.now() < no_compaction_before_) return;
  switch (choose_compaction(manifest_, end_)) {
    case Compaction::none: return;
    case Compaction::fold: return fold();
    case Compaction::snapshot: return write_snapshot({});
  }
}

void WorkspaceWriter::write_snapshot(std::vector<Blob> damaged) {
  is_compacting_ = true;
  Manifest next = manifest_;
  ++next.generation;
  if (queue_.whole_wanted()) ++next.retractions;
  const std::size_t size = manifest_.snapshot_bytes() + end_.byte_count + queue_.waiting_bytes();
  queue_.begin_snapshot();
  next.folded = end_.last_number;
  auto transaction = blobs_.begin(folder_);
  if (is_claiming_) transaction->create(epoch_name(++next.epoch), "");
  BlobTransaction& chunks = *transaction;
  snapshot_ = std::make_shared<Snapshot>(std::move(next), std::move(damaged), std::move(transaction), ChunkWriting(chunks, write_parts_(chunk_target_bytes(size))));
  run_in_turns(clock_, snapshot_, [this] { return advance_snapshot(); });
}

/// Records taken out meanwhile are in the chunks already: then it begins anew. Records that came need not be in any chunk.
bool WorkspaceWriter::advance_snapshot() {
  if (queue_.whole_wanted()) {
    auto damaged = std::move(snapshot_->damaged);
    write_snapshot(std::move(damaged));
    return false;
  }
  if (!snapshot_->writing.advance(parts_)) {
    commit_snapshot();
    return false;
  }
  const int percent = static_cast<int>(snapshot_->writing.fraction() * 100);
  if (percent != std::exchange(snapshot_->shown_percent, percent)) events_.on_change();
  return true;
}

/// What was done since the snapshot began goes into the same transaction: parts of it may be in the chunks.
void WorkspaceWriter::commit_snapshot() {
  const auto snapshot = std::exchange(snapshot_, nullptr);
  auto& [next, damaged, transaction, writing, percent] = *snapshot;
  next.chunks = std::move(writing.chunks());
  std::vector<std::string> removed = superfluous_parts(parts_, manifest_, next);
  StoredParts added;
  for (const StoredChunk& chunk : next.chunks) added[chunk_name(chunk.hash)] = {.byte_count = chunk.byte_count, .is_merged = true};
  for (const Blob& blob : damaged) {
    const std::string kept_as = std::string(kSetAsidePrefix) + std::to_string(next.epoch) + "." + blob.name;
    transaction->put(kept_as, blob.bytes);
    added[kept_as];
    if (blob.name != kManifestName && !added.contains(blob.name)) removed.push_back(blob.name);
  }
  if (const auto rest = queue_.add_rest_to_snapshot(); !rest.empty()) {
    const SegmentName name{next.generation, 1};
    const std::string bytes = encode_segment(name, next.epoch, next.snapshot_hash(), std::vector<std::string_view>(rest.begin(), rest.end()));
    transaction->create(to_text(name), bytes);
    added[to_text(name)] = {.byte_count = bytes.size(), .is_merged = true, .seal = seal_of(bytes)};
  }
  commit_compaction(std::move(transaction), std::move(next), std::move(added), std::move(removed));
}

void WorkspaceWriter::fold() {
  is_compacting_ = true;
  auto segments = std::make_shared<std::vector<Blob>>();
  blobs_.read(
      folder_,
      [generation = manifest_.generation](std::string_view name) {
        const auto segment = parse_segment_name(name);
        return segment && segment->generation == generation;
      },
      [segments](Blob blob) { segments->push_back(std::move(blob)); },
      later([segments, last = end_.last_number](WorkspaceWriter& self, Result<> read) {
        self.is_compacting_ = false;
        if (read) self.write_fold(*segments, last);
      }));
}

void WorkspaceWriter::write_fold(const std::vector<Blob>& segments, std::uint64_t last_number) {
  std::vector<std::string_view> documents;
  Manifest next = manifest_;
  ++next.generation;
  next.folded = last_number;
  for (const Blob& blob : segments) {
    const SegmentName name = *parse_segment_name(blob.name);
    const auto segment = parse_segment(name, blob.bytes);
    if (!segment) return write_snapshot({});  // damaged since it was written: the document still has it
    if (name.number <= next.folded) documents.insert(documents.end(), segment->documents.begin(), segment->documents.end());
  }
  is_compacting_ = true;
  const SegmentName name{next.generation, 1};
  const std::string bytes = encode_segment(name, next.epoch, next.snapshot_hash(), documents);
  auto transaction = blobs_.begin(folder_);
  transaction->create(to_text(name), bytes);
  std::vector<std::string> removed = superfluous_parts(parts_, manifest_, next);
  StoredParts added{{to_text(name), {.byte_count = bytes.size(), .is_merged = true, .seal = seal_of(bytes)}}};
  commit_compaction(std::move(transaction), std::move(next), std::move(added), std::move(removed));
}

void WorkspaceWriter::commit_compaction(std::unique_ptr<BlobTransaction> transaction, Manifest next, StoredParts added,
                                        std::vector<std::string> removed) {
  transaction->require_absent(epoch_name(next.epoch + 1));
  transaction->put(kManifestName, encode_manifest(next));
  for (const std::string& name : removed) transaction->remove(name);
  transaction->commit(later([next = std::move(next), added = std::move(added), removed = std::move(removed)](WorkspaceWriter& self,
                                                                                                             Result<> result) {
    if (result) {
      for (const std::string& name : removed) self.parts_.erase(name);
      for (const auto& [name, part] : added) self.parts_[name] = part;
    }
    self.on_compacted(next, std::move(result));
  }));
}

void WorkspaceWriter::on_compacted(const Manifest& next, Result<> result) {
  is_compacting_ = false;
  const bool was_claiming = std::exchange(is_claiming_, false);
  if (!result) {
    queue_.snapshot_failed();
    if (is_taken(result)) return on_refused();
    no_compaction_before_ = {clock_.now().ms + kCompactionPause_ms};
    return on_failure(result.error());
  }
  manifest_ = next;
  end_ = find_journal_end(manifest_, parts_);
  is_damaged_ = false;
  queue_.snapshot_saved();
  events_.on_saved();
  was_claiming ? on_claimed() : on_success();
}

// ---- outcomes ----

bool WorkspaceWriter::is_idle() const {
  return !is_claiming_ && !is_compacting_ && std::ranges::none_of(queue_.sent(), &SentSegment::is_under_way);
}

std::optional<double> WorkspaceWriter::fraction() const {
  // The rest is the browser's: it puts everything on the disk in one go.
  return snapshot_ && queue_.is_whole_in_snapshot() ? std::optional(snapshot_->writing.fraction() * kShareOfWriting) : std::nullopt;
}

void WorkspaceWriter::on_refused() {
  const bool had_claimed = is_claimed_;
  resign();
  events_.on_refused(had_claimed);
}

void WorkspaceWriter::on_failure(Error error) {
  failure_ = std::move(error);
  schedule_retry();
  events_.on_change();
}

void WorkspaceWriter::schedule_retry() {
  if (retry_is_set_) return;
  retry_is_set_ = true;
  retry_delay_ms_ = std::clamp(retry_delay_ms_ * 2, kFirstRetry_ms, kLongestRetry_ms);
  clock_.call_after(retry_delay_ms_, later([](WorkspaceWriter& self) {
    self.retry_is_set_ = false;
    if (self.failure_) self.flush();
  }));
}

void WorkspaceWriter::on_success() {
  failure_.reset();
  retry_delay_ms_ = 0;
  save();
  compact_if_due();
  events_.on_change();
}

}  // namespace fullcircle
