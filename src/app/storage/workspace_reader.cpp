#include "app/storage/workspace_reader.h"

#include <algorithm>
#include <set>
#include <utility>

#include "app/storage/journal_segment.h"
#include "app/storage/sealed_text.h"
#include "app/storage/stored_names.h"
#include "model/sha256.h"

namespace fullcircle {
namespace {

constexpr int kAttempts = 5;

bool is_document_part(std::string_view name) { return is_chunk_name(name) || parse_segment_name(name).has_value(); }

bool is_too_new(const Error& error) { return error.code.ends_with(".too_new"); }

/// Segments in order; only those of this generation.
std::map<std::uint64_t, const StoredPart*> segments_of(std::uint64_t generation, const StoredParts& parts) {
  std::map<std::uint64_t, const StoredPart*> found;
  for (const auto& [name, part] : parts)
    if (const auto segment = parse_segment_name(name); segment && segment->generation == generation) found[segment->number] = &part;
  return found;
}

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
  Reading(Blobs& blobs, std::string folder, Merge merge, std::function<void()> start_over)
      : blobs_(blobs), folder_(std::move(folder)), merge_(std::move(merge)), start_over_(std::move(start_over)) {}

  void start(std::function<void(Result<Found>)> done) {
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
  void take(const Blob& blob);
  Result<> merge_chunk(const Blob& blob);
  Result<> merge_segment(const Blob& blob, StoredPart& part);
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
  const std::string folder_;
  const Merge merge_;
  const std::function<void()> start_over_;
  std::optional<std::uint64_t> retractions_;  ///< of the last reading that ended well
  std::function<void(Result<Found>)> done_;
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
  listed_.clear();
  blobs_.read(folder_,
              [weak = weak_from_this(), everything](std::string_view name) {
                const auto self = weak.lock();
                if (self) self->listed_.emplace(name);
                return self && self->is_wanted(name, everything);
              },
              later([](Reading& self, Blob blob) { self.take(blob); }), later([everything](Reading& self, Result<> read) {
                read ? self.take_parts(everything) : self.end(std::unexpected(read.error()));
              }));
}

void WorkspaceReader::Reading::take(const Blob& blob) {
  StoredPart part{.byte_count = blob.bytes.size()};
  const auto merged = is_chunk_name(blob.name) ? merge_chunk(blob) : merge_segment(blob, part);
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

Result<> WorkspaceReader::Reading::merge_chunk(const Blob& blob) {
  if (blob.name.substr(2) != to_hex(sha256(blob.bytes))) return fail("error.storage.damaged", blob.name);
  ++found_.report.document_count;
  return merge_(blob.bytes);
}

Result<> WorkspaceReader::Reading::merge_segment(const Blob& blob, StoredPart& part) {
  const auto segment = parse_segment(*parse_segment_name(blob.name), blob.bytes);
  if (!segment) return std::unexpected(segment.error());
  part.seal = seal_of(blob.bytes);
  part.before = segment->before;
  Result<> merged;
  for (const std::string_view document : segment->documents) {
    ++found_.report.document_count;
    if (auto one = merge_(document); !one) merged = one;  // the others may be fine
  }
  return merged;
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

WorkspaceReader::WorkspaceReader(Blobs& blobs, std::string folder, Merge merge, std::function<void()> start_over)
    : reading_(std::make_shared<Reading>(blobs, std::move(folder), std::move(merge), std::move(start_over))) {}

void WorkspaceReader::read(std::function<void(Result<Found>)> done) { reading_->start(std::move(done)); }

StoredParts& WorkspaceReader::parts() { return reading_->parts; }

}  // namespace fullcircle
