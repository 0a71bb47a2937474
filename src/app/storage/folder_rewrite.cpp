#include "app/storage/folder_rewrite.h"

#include <algorithm>
#include <utility>

#include "app/storage/stored_names.h"
#include "app/turns.h"

namespace fullcircle {
namespace {

constexpr std::size_t kBatchParts = 16;  // of about 256 KB: what is in memory at once

/// Its bytes follow from its name: no tab ever replaces it.
bool is_lasting(std::string_view name) { return is_chunk_name(name) || parse_segment_name(name) || name.starts_with(kSetAsidePrefix); }

}  // namespace

/// For answers: dropped when nobody wants the rewriting any more.
template <class Function>
auto FolderRewrite::later(Function function) {
  return [weak = weak_from_this(), function = std::move(function)](Result<> result) mutable {
    if (const auto self = weak.lock()) function(std::move(result));
  };
}

void FolderRewrite::start_over() {
  transaction_ = stored_.begin(folder_);
  ready_.clear();
}

std::optional<std::string> FolderRewrite::plain_name_of(std::string_view stored) const {
  if (seal_ == Seal::off) return cipher_->plain_name(folder_, stored);
  return is_lock_mark(stored) || stored.starts_with(kSealedPrefix) ? std::nullopt : std::optional<std::string>(stored);
}

void FolderRewrite::list(Done done) {
  listed_.clear();
  is_sealed_ = has_ended_ = false;
  stored_.read(
      folder_,
      [weak = weak_from_this()](std::string_view name) {
        const auto self = weak.lock();
        if (!self) return false;
        self->is_sealed_ |= name == kSealedMark;
        self->has_ended_ |= name == self->cipher_->ended_mark();
        if (self->plain_name_of(name)) self->listed_.emplace(name);
        return false;
      },
      [](const Blob&) {}, later(std::move(done)));
}

void FolderRewrite::take(bool lasting_only, Done done) {
  waiting_.clear();
  for (const std::string& name : listed_)
    if (!ready_.contains(name) && (!lasting_only || is_lasting(*plain_name_of(name)))) waiting_.push_back(name);
  wanted_count_ = waiting_.size();
  take_batch(std::move(done));
}

void FolderRewrite::take_batch(Done done) {
  if (waiting_.empty()) return done({});
  const auto end = waiting_.begin() + static_cast<std::ptrdiff_t>(std::min(kBatchParts, waiting_.size()));
  const std::set<std::string, std::less<>> batch(waiting_.begin(), end);
  waiting_.erase(waiting_.begin(), end);
  read_.clear();
  stored_.read(
      folder_, [batch](std::string_view name) { return batch.contains(name); },
      [weak = weak_from_this()](Blob blob) {
        if (const auto self = weak.lock()) self->read_.push_back(std::move(blob));
      },
      later([this, done = std::move(done)](Result<> read) {
        if (!read) return done(std::move(read));
        run_in_turns(clock_, weak_from_this(), [this, done] {
          if (!read_.empty()) {
            convert(std::move(read_.back()));
            read_.pop_back();
            return true;
          }
          if (on_progress) on_progress(1 - static_cast<double>(waiting_.size()) / static_cast<double>(wanted_count_));
          take_batch(done);
          return false;
        });
      }));
}

/// Two tabs may do this at once: whoever comes second finds the name taken, and nothing of it happens.
void FolderRewrite::convert(Blob blob) {
  const std::string name = *plain_name_of(blob.name);
  std::string next = seal_ == Seal::on ? cipher_->stored_name(folder_, name) : name;
  transaction_->create(next, seal_ == Seal::on ? cipher_->sealed_bytes(folder_, name, blob.bytes) : cipher_->plain_bytes(folder_, name, std::move(blob.bytes)));
  transaction_->remove(blob.name);
  ready_.emplace(std::move(blob.name), std::move(next));
}

void FolderRewrite::prepare(Done done) {
  start_over();
  list([this, done = std::move(done)](Result<> read) { read ? take(true, done) : done(std::move(read)); });
}

void FolderRewrite::commit(Done done, int attempts) {
  if (!transaction_) start_over();
  list([this, done = std::move(done), attempts](Result<> read) {
    if (!read) return done(std::move(read));
    const bool is_done = seal_ == Seal::on ? is_sealed_ && !has_ended_ : !is_sealed_ && has_ended_;
    is_done && listed_.empty() ? done({}) : mark(done, attempts);
  });
}

/// From here on no other tab writes in the folder as it was; what they wrote until now is found below.
void FolderRewrite::mark(Done done, int attempts) {
  auto marking = stored_.begin(folder_);
  marking->put(seal_ == Seal::on ? kSealedMark : std::string_view(cipher_->ended_mark()), {});
  marking->commit(later([this, done = std::move(done), attempts](Result<> marked) {
    if (!marked) return done(std::move(marked));
    list([this, done, attempts](Result<> read) {
      if (!read) return done(std::move(read));
      const bool was_mended = std::ranges::any_of(listed_, [this](const std::string& name) { return !ready_.contains(name) && plain_name_of(name)->starts_with(kSetAsidePrefix); });
      if (was_mended) start_over();  // another tab has written a damaged part anew, under its name
      take(false, [this, done, attempts](Result<> taken) { taken ? switch_over(done, attempts) : done(std::move(taken)); });
    });
  }));
}

void FolderRewrite::switch_over(Done done, int attempts) {
  for (const auto& [name, next] : ready_)
    if (!listed_.contains(name)) transaction_->remove(next);  // gone since it was got ready
  if (seal_ == Seal::on) transaction_->put(kSealedMark, {});
  else transaction_->remove(kSealedMark);
  if (seal_ == Seal::on) transaction_->remove(cipher_->ended_mark());
  else transaction_->put(cipher_->ended_mark(), {});
  std::exchange(transaction_, nullptr)->commit(later([this, done = std::move(done), attempts](Result<> switched) {
    const bool was_another = !switched && switched.error().code == "error.storage.taken" && attempts > 1;
    if (!was_another) return done(std::move(switched));
    ready_.clear();
    commit(done, attempts - 1);
  }));
}

}  // namespace fullcircle
