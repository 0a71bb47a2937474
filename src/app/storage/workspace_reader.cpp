#include "app/storage/workspace_reader.h"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <functional>
#include <numeric>
#include <set>
#include <utility>

#include "app/storage/journal_segment.h"
#include "app/storage/sealed_text.h"
#include "app/storage/stored_names.h"
#include "app/turns.h"
#include "model/sha256.h"

namespace fullcircle {
namespace {

constexpr int kAttempts = 5;
constexpr std::size_t kReadAtOnceBytes = std::size_t{4} << 20;  // the chunks of larger snapshots are fetched in batches of this size
constexpr std::size_t kHashedInAStepBytes = 256 * 1024;
constexpr std::size_t kMergedInAStepBytes = 64 * 1024;

bool is_document_part(std::string_view name) { return is_chunk_name(name) || parse_segment_name(name).has_value(); }

bool is_too_new(const Error& error) { return error.code.ends_with(".too_new"); }

/// Segments in order; only those of this generation.
std::map<std::uint64_t, const StoredPart*> segments_of(std::uint64_t generation, const StoredParts& parts) {
  std::map<std::uint64_t, const StoredPart*> found;
  for (const auto& [name, part] : parts)
    if (const auto segment = parse_segment_name(name); segment && segment->generation == generation) found[segment->number] = &part;
  return found;
}

/// A stored part that is being checked and merged.
struct Current {
  Blob blob;
  StoredPart part;
  Sha256 hash;                              ///< of a chunk, as far as
  std::size_t hashed = 0;                   ///< this
  std::vector<std::string_view> documents;  ///< of the blob, still to be merged; the first from
  std::size_t at = 0;                       ///< here on
  bool is_checked = false;
  Result<> merged;
};

}  // namespace

JournalEnd find_journal_end(const Manifest& manifest, const StoredParts& parts) {
  JournalEnd end{.before = manifest.snapshot_hash()};
  for (const auto& [number, part] : segments_of(manifest.generation, parts)) {
    end.last_number = number;
    end.before = part->seal;
    ++end.segment_count;
    end.byte_count += part->byte_count;
  }
  return end;
}

class WorkspaceReader::Reading : public std::enable_shared_from_this<Reading> {
 public:
  Reading(Blobs& blobs, Clock& clock, std::string folder, MergePiece merge, std::function<void()> start_over)
      : blobs_(blobs), clock_(clock), folder_(std::move(folder)), merge_(std::move(merge)), start_over_(std::move(start_over)) {}

  void start(std::function<void(double)> on_progress, std::function<void(Result<Found>)> done) {
    on_progress_ = std::move(on_progress);
    done_ = std::move(done);
    attempts_left_ = kAttempts;
    found_ = {};
    set_aside_.clear();
    begin();
  }

  StoredParts parts;

 private:
  void begin();
  void take_manifest();
  void start_over_if_retracted();
  void read_parts(bool everything);
  void take_parts(bool everything);
  bool is_wanted(std::string_view name, bool everything) const;
  void fetch_chunks();
  std::size_t arrived_bytes() const;
  void take_arrived();
  bool take_step();
  void begin_part();
  void read_segment();
  void merge_step();
  void end_part();
  void tell_progress(std::size_t more_bytes);
  void find_missing();
  void confirm_damage();
  void guess_manifest();
  void finish();

  template <class Function>
  auto later(Function function) {
    return [weak = weak_from_this(), function](auto&&... arguments) {
      if (const auto self = weak.lock()) function(*self, std::forward<decltype(arguments)>(arguments)...);
    };
  }
  void end(Result<Found> result) { std::exchange(done_, nullptr)(std::move(result)); }

  Blobs& blobs_;
  Clock& clock_;
  const std::string folder_;
  const MergePiece merge_;
  const std::function<void()> start_over_;
  std::optional<std::uint64_t> retractions_;  ///< of the last reading that ended well
  std::function<void(double)> on_progress_;
  std::function<void(Result<Found>)> done_;
  std::deque<Blob> arrived_;            ///< read, and waiting to be merged
  std::optional<Current> current_;
  std::deque<StoredChunk> to_fetch_;    ///< in the order of the records: each goes behind the one before
  bool is_fetching_ = false;
  bool is_taking_ = false;
  bool reads_everything_ = false;
  std::optional<Error> failure_;
  std::size_t wanted_bytes_ = 0;         ///< of the snapshot
  std::size_t taken_bytes_ = 0;
  int attempts_left_ = 0;
  std::optional<std::string> manifest_bytes_;
  bool manifest_is_good_ = false;
  std::set<std::string, std::less<>> listed_;
  std::map<std::string, SetAside, std::less<>> set_aside_;
  Found found_;
};

void WorkspaceReader::Reading::begin() {
  manifest_bytes_.reset();
  blobs_.read(folder_, [](std::string_view name) { return name == kManifestName; },
              later([](Reading& self, Blob blob) { self.manifest_bytes_ = std::move(blob.bytes); }),
              later([](Reading& self, Result<> read) { read ? self.take_manifest() : self.end(std::unexpected(read.error())); }));
}

void WorkspaceReader::Reading::take_manifest() {
  manifest_is_good_ = false;
  parts.erase(std::string(kManifestName));
  if (manifest_bytes_) {
    if (auto manifest = parse_manifest(*manifest_bytes_)) {
      found_.manifest = std::move(*manifest);
      manifest_is_good_ = true;
      start_over_if_retracted();
    } else if (is_too_new(manifest.error())) {
      found_.is_too_new = true;
    } else {
      set_aside_[std::string(kManifestName)] = {std::string(kManifestName), manifest.error().code, {}, manifest_bytes_->size(), true};
      parts[std::string(kManifestName)].is_damaged = true;
    }
  }
  read_parts(!manifest_is_good_);
}

void WorkspaceReader::Reading::start_over_if_retracted() {
  if (!start_over_ || !retractions_ || *retractions_ == found_.manifest.retractions) return;
  for (auto& [name, part] : parts) part.is_merged = false;
  found_.has_started_over = true;
  found_.report.document_count = 0;
  start_over_();
}

bool WorkspaceReader::Reading::is_wanted(std::string_view name, bool everything) const {
  if (const auto known = parts.find(name); known != parts.end() && known->second.is_merged) return false;
  if (set_aside_.contains(name) || !is_document_part(name)) return false;
  if (everything) return true;
  const Manifest& manifest = found_.manifest;
  if (is_chunk_name(name)) return manifest.contains_chunk(name.substr(2));
  const auto segment = parse_segment_name(name);
  return segment->generation + 1 != manifest.generation || segment->number > manifest.folded;
}

void WorkspaceReader::Reading::read_parts(bool everything) {
  reads_everything_ = everything;
  listed_.clear();
  failure_.reset();
  wanted_bytes_ = everything ? 0 : found_.manifest.snapshot_bytes();
  taken_bytes_ = 0;
  const bool in_batches = wanted_bytes_ > kReadAtOnceBytes;
  is_fetching_ = true;
  blobs_.read(folder_,
              [weak = weak_from_this(), everything, in_batches](std::string_view name) {
                const auto self = weak.lock();
                if (self) self->listed_.emplace(name);
                return self && self->is_wanted(name, everything) && !(in_batches && is_chunk_name(name));
              },
              later([](Reading& self, Blob blob) { self.arrived_.push_back(std::move(blob)); }), later([in_batches](Reading& self, Result<> read) {
                self.is_fetching_ = false;
                if (!read) self.failure_ = read.error();
                if (read && in_batches)
                  for (const StoredChunk& chunk : self.found_.manifest.chunks)
                    if (const std::string name = chunk_name(chunk.hash); self.listed_.contains(name) && self.is_wanted(name, false)) self.to_fetch_.push_back(chunk);
                self.take_arrived();
              }));
}

std::size_t WorkspaceReader::Reading::arrived_bytes() const {
  return std::transform_reduce(arrived_.begin(), arrived_.end(), std::size_t{0}, std::plus{}, [](const Blob& blob) { return blob.bytes.size(); });
}

/// The next ones come while those before are merged. Every reading lists the whole folder, so one for each chunk would cost its
/// square. Another tab may have replaced a chunk since the list was made: then it is missing.
void WorkspaceReader::Reading::fetch_chunks() {
  if (is_fetching_ || to_fetch_.empty() || arrived_bytes() > kReadAtOnceBytes / 2) return;
  is_fetching_ = true;
  struct Batch {
    std::vector<std::string> names;
    std::map<std::string, Blob, std::less<>> found;
  };
  const auto batch = std::make_shared<Batch>();
  std::size_t bytes = 0;
  do {
    bytes += to_fetch_.front().byte_count;
    batch->names.push_back(chunk_name(to_fetch_.front().hash));
    to_fetch_.pop_front();
  } while (!to_fetch_.empty() && bytes + to_fetch_.front().byte_count <= kReadAtOnceBytes);
  blobs_.read(folder_, [batch](std::string_view name) { return std::ranges::contains(batch->names, name); },
              later([batch](Reading&, Blob blob) { batch->found.emplace(blob.name, std::move(blob)); }), later([batch](Reading& self, Result<> read) {
                self.is_fetching_ = false;
                if (!read) {
                  self.failure_ = read.error();
                  self.to_fetch_.clear();
                }
                for (const std::string& name : batch->names)
                  if (const auto found = batch->found.find(name); found != batch->found.end()) self.arrived_.push_back(std::move(found->second));
                  else if (read) self.listed_.erase(name);
                self.take_arrived();
              }));
}

void WorkspaceReader::Reading::take_arrived() {
  if (is_taking_) return;
  is_taking_ = true;
  run_in_turns(clock_, weak_from_this(), [this] { return is_taking_ = take_step(); });
}

/// False when there is nothing to do until more comes.
bool WorkspaceReader::Reading::take_step() {
  if (current_ && !current_->is_checked) return begin_part(), true;
  if (current_ && !current_->documents.empty()) return merge_step(), true;
  if (current_) return end_part(), true;
  fetch_chunks();
  if (!arrived_.empty()) {
    current_.emplace();
    current_->blob = std::move(arrived_.front());
    current_->part.byte_count = current_->blob.bytes.size();
    arrived_.pop_front();
    return true;
  }
  if (is_fetching_) return false;
  is_taking_ = false;  // what follows may read again
  failure_ ? end(std::unexpected(*failure_)) : take_parts(reads_everything_);
  return is_taking_;
}

void WorkspaceReader::Reading::begin_part() {
  const auto& [name, bytes] = current_->blob;
  if (!is_chunk_name(name)) return read_segment();
  if (current_->hashed < bytes.size()) {
    const std::string_view piece = std::string_view(bytes).substr(current_->hashed, kHashedInAStepBytes);
    current_->hash.update(piece);
    current_->hashed += piece.size();
    return;
  }
  current_->is_checked = true;
  if (name.substr(2) == to_hex(current_->hash.finish()))
    current_->documents.push_back(bytes);
  else
    current_->merged = fail("error.storage.damaged", name);
}

void WorkspaceReader::Reading::read_segment() {
  auto& [blob, part, hash, hashed, documents, at, is_checked, merged] = *current_;
  is_checked = true;
  const auto segment = parse_segment(*parse_segment_name(blob.name), blob.bytes);
  if (!segment) {
    merged = std::unexpected(segment.error());
    return;
  }
  part.seal = seal_of(blob.bytes);
  part.before = segment->before;
  documents = segment->documents;
  std::ranges::reverse(documents);
}

void WorkspaceReader::Reading::merge_step() {
  Current& current = *current_;
  const std::string_view document = current.documents.back();
  const std::string_view piece = document.substr(current.at, kMergedInAStepBytes);
  if (current.at == 0) ++found_.report.document_count;
  current.at += piece.size();
  const auto merged = merge_(piece, current.at == document.size());
  if (!merged) current.merged = merged;  // the other documents may be fine
  if (is_chunk_name(current.blob.name)) tell_progress(piece.size());
  if (merged && current.at < document.size()) return;
  current.documents.pop_back();
  current.at = 0;
}

void WorkspaceReader::Reading::tell_progress(std::size_t more_bytes) {
  if (!on_progress_ || wanted_bytes_ <= kReadAtOnceBytes) return;
  const auto percent = [&] { return std::min<std::uint64_t>(std::uint64_t{taken_bytes_} * 100 / wanted_bytes_, 100); };  // a size has 32 bits in the browser
  const auto before = percent();
  taken_bytes_ += more_bytes;
  if (percent() != before) on_progress_(static_cast<double>(percent()) / 100);
}

void WorkspaceReader::Reading::end_part() {
  auto [blob, part, hash, hashed, documents, at, is_checked, merged] = *std::exchange(current_, std::nullopt);
  part.is_merged = merged.has_value();
  part.is_damaged = !merged;
  parts[blob.name] = std::move(part);
  if (merged) return;
  if (is_too_new(merged.error())) {
    found_.is_too_new = true;
    return;
  }
  const bool is_damaged = merged.error().code == "error.storage.damaged";
  set_aside_[blob.name] = {blob.name, is_damaged ? merged.error().code : "error.storage.unreadable", is_damaged ? "" : merged.error().code,
                           blob.bytes.size(), true};
}

void WorkspaceReader::Reading::take_parts(bool everything) {
  std::erase_if(parts, [&](const auto& part) { return !listed_.contains(part.first); });
  for (const std::string& name : listed_) parts.try_emplace(name);
  if (manifest_is_good_) find_missing();
  else if (!manifest_bytes_ && std::ranges::any_of(listed_, is_document_part))
    set_aside_.try_emplace(std::string(kManifestName), SetAside{std::string(kManifestName), "error.storage.missing", {}, 0, false});
  if (set_aside_.empty()) return finish();
  if (everything) return finish();
  confirm_damage();
}

void WorkspaceReader::Reading::find_missing() {
  const auto missing = [&](const std::string& name) {
    set_aside_.try_emplace(name, SetAside{name, "error.storage.missing", {}, 0, false});
  };
  for (const StoredChunk& chunk : found_.manifest.chunks)
    if (!listed_.contains(chunk_name(chunk.hash))) missing(chunk_name(chunk.hash));
  std::uint64_t expected = 1;
  std::string before = found_.manifest.snapshot_hash();
  for (const auto& [number, part] : segments_of(found_.manifest.generation, parts)) {
    for (; expected < number; ++expected, before.clear()) missing(to_text(SegmentName{found_.manifest.generation, expected}));
    // Both are intact, yet this one was written after another predecessor: that one is gone.
    if (!before.empty() && !part->before.empty() && part->before != before && number > 1)
      missing(to_text(SegmentName{found_.manifest.generation, number - 1}));
    before = part->seal;
    ++expected;
  }
}

/// Another tab may have compacted between the two reads; then what seems to be missing is not. Otherwise all that is
/// intact is merged, also what the snapshot should have made superfluous.
void WorkspaceReader::Reading::confirm_damage() {
  auto again = std::make_shared<std::optional<std::string>>();
  blobs_.read(folder_, [](std::string_view name) { return name == kManifestName; },
              [again](Blob blob) { *again = std::move(blob.bytes); }, later([again](Reading& self, Result<> read) {
                if (!read) return self.end(std::unexpected(read.error()));
                if (*again == self.manifest_bytes_ || --self.attempts_left_ == 0) return self.read_parts(true);
                self.set_aside_.clear();
                self.begin();
              }));
}

/// The new snapshot follows this one, so nothing intact is removed by it, nor any name used twice.
void WorkspaceReader::Reading::guess_manifest() {
  Manifest& manifest = found_.manifest;
  for (const auto& [name, part] : parts) {
    if (const auto segment = parse_segment_name(name)) manifest.generation = std::max(manifest.generation, segment->generation);
    if (const auto epoch = parse_epoch_name(name)) manifest.epoch = std::max(manifest.epoch, *epoch);
    if (is_chunk_name(name) && part.is_merged) manifest.chunks.push_back({name.substr(2), part.byte_count});
  }
}

void WorkspaceReader::Reading::finish() {
  for (auto& [name, part] : set_aside_) found_.report.set_aside.push_back(part);
  found_.is_damaged = !set_aside_.empty();
  found_.report.is_new = listed_.empty();
  if (manifest_is_good_) retractions_ = found_.manifest.retractions;
  if (!manifest_is_good_) guess_manifest();
  for (const std::string& name : listed_)
    if (name.starts_with(kSetAsidePrefix)) found_.report.kept.push_back(name);
  end(std::move(found_));
}

WorkspaceReader::WorkspaceReader(Blobs& blobs, Clock& clock, std::string folder, MergePiece merge, std::function<void()> start_over)
    : reading_(std::make_shared<Reading>(blobs, clock, std::move(folder), std::move(merge), std::move(start_over))) {}

void WorkspaceReader::read(std::function<void(double)> on_progress, std::function<void(Result<Found>)> done) {
  reading_->start(std::move(on_progress), std::move(done));
}

StoredParts& WorkspaceReader::parts() { return reading_->parts; }

}  // namespace fullcircle
