#include "app/storage/locked_blobs.h"

#include <algorithm>
#include <utility>

#include "app/storage/device_store.h"
#include "exchange/hmac.h"

namespace fullcircle {
namespace {

/// In every locked folder; in the device's own it holds the key, encrypted.
constexpr std::string_view kSealedMark = "sealed";
constexpr std::string_view kEndedPrefix = "ended.";
constexpr std::string_view kNamePrefix = "s.";

constexpr std::size_t kNameBlock = 96;  // longer than nearly every name, so that lengths tell nothing
constexpr std::size_t kCodeBytes = 16;

bool is_mark(std::string_view name) { return name == kSealedMark || name.starts_with(kEndedPrefix); }

std::string part_of(const Digest& digest, std::size_t count) { return std::string(digest.begin(), digest.begin() + static_cast<std::ptrdiff_t>(count)); }

CipherNonce nonce_of(std::string_view bytes) {
  CipherNonce nonce;
  std::copy_n(bytes.begin(), nonce.size(), nonce.begin());
  return nonce;
}

std::string place_of(std::string_view folder, std::string_view name) { return std::string(folder) + "/" + std::string(name); }

}  // namespace

// ---- the key ----

std::string LockedBlobs::make_key() {
  std::string bytes(32, '\0');
  random_.fill(std::as_writable_bytes(std::span(bytes)));
  return to_hex(bytes);
}

bool LockedBlobs::use_key(std::string_view hex_key) {
  std::string key;
  if (hex_key.size() != 64 || !parse_hex(hex_key, key)) return false;
  auto keys = std::make_shared<Keys>();
  keys->contents = compute_hmac_sha256(key, "fullcircle lock: contents");
  keys->names = compute_hmac_sha256(key, "fullcircle lock: names");
  keys->name_codes = part_of(compute_hmac_sha256(key, "fullcircle lock: codes of names"), 32);
  keys->ended_mark = std::string(kEndedPrefix) + to_hex(part_of(compute_hmac_sha256(key, "fullcircle lock: which"), 8));
  keys_ = std::move(keys);
  is_locked_ = false;
  return true;
}

void LockedBlobs::forget_key() {
  keys_.reset();
  open_.clear();
}

// ---- names and contents ----

/// The code of the name is the nonce of its encryption: the same name is the same everywhere in a folder, and nowhere else.
std::string LockedBlobs::stored_name(std::string_view folder, std::string_view name) const {
  const std::string code = part_of(compute_hmac_sha256(keys_->name_codes, place_of(folder, name)), kCodeBytes);
  std::string padded(name);
  padded += '\n';
  padded.append((kNameBlock - padded.size() % kNameBlock) % kNameBlock, ' ');
  apply_chacha20(keys_->names, nonce_of(code), 0, padded);
  return std::string(kNamePrefix) + to_hex(code + padded);
}

std::optional<std::string> LockedBlobs::plain_name(std::string_view folder, std::string_view stored) const {
  std::string bytes;
  if (!stored.starts_with(kNamePrefix) || !parse_hex(stored.substr(kNamePrefix.size()), bytes) || bytes.size() < kCodeBytes) return std::nullopt;
  std::string name = bytes.substr(kCodeBytes);
  apply_chacha20(keys_->names, nonce_of(bytes), 0, name);
  name.resize(std::min(name.size(), name.find('\n')));
  return stored_name(folder, name) == stored ? std::optional(std::move(name)) : std::nullopt;
}

std::string LockedBlobs::sealed_bytes(std::string_view folder, std::string_view name, std::string_view bytes) const {
  CipherNonce nonce;
  random_.fill(std::as_writable_bytes(std::span(nonce)));
  std::string sealed(nonce.begin(), nonce.end());
  return sealed += encrypt_with_key(keys_->contents, nonce, place_of(folder, name), std::string(bytes));
}

std::string LockedBlobs::plain_bytes(std::string_view folder, std::string_view name, std::string bytes) const {
  if (bytes.size() < sizeof(CipherNonce)) return bytes;
  auto plain = decrypt_with_key(keys_->contents, nonce_of(bytes), place_of(folder, name), std::string_view(bytes).substr(sizeof(CipherNonce)));
  return plain ? std::move(*plain) : bytes;
}

// ---- writing and reading ----

class LockedBlobs::Transaction : public BlobTransaction {
 public:
  Transaction(LockedBlobs& blobs, std::string_view folder) : blobs_(blobs), folder_(folder), stored_(blobs.stored_.begin(folder)), has_key_(blobs.has_key()) {}

  void create(std::string_view name, std::string_view bytes) override { stored_->create(name_of(name), bytes_of(name, bytes)); }
  void put(std::string_view name, std::string_view bytes) override { stored_->put(name_of(name), bytes_of(name, bytes)); }
  void remove(std::string_view name) override { stored_->remove(name_of(name)); }
  void require_absent(std::string_view name) override { stored_->require_absent(name_of(name)); }

  void commit(std::function<void(Result<>)> done) override {
    // The lock may have been switched by another tab a moment ago: then nothing is written.
    stored_->require_absent(has_key_ ? std::string_view(blobs_.keys_->ended_mark) : kSealedMark);
    if (has_key_ && folder_ != kDeviceFolder) stored_->put(kSealedMark, {});
    if (!has_key_ || !blobs_.open_.contains(folder_)) return send(blobs_, folder_, *stored_, std::move(done));
    blobs_.seal(folder_, {}, [&blobs = blobs_, folder = folder_, stored = stored_, done = std::move(done)](Result<> sealed) mutable {
      sealed ? send(blobs, folder, *stored, std::move(done)) : done(std::move(sealed));
    });
  }

 private:
  static void send(LockedBlobs& blobs, const std::string& folder, BlobTransaction& stored, std::function<void(Result<>)> done) {
    stored.commit([&blobs, folder, done = std::move(done)](Result<> result) mutable {
      if (result || result.error().code != "error.storage.taken") return done(std::move(result));
      blobs.explain_refusal(folder, result.error(), std::move(done));
    });
  }
  std::string name_of(std::string_view name) const { return has_key_ ? blobs_.stored_name(folder_, name) : std::string(name); }
  std::string bytes_of(std::string_view name, std::string_view bytes) const { return has_key_ ? blobs_.sealed_bytes(folder_, name, bytes) : std::string(bytes); }

  LockedBlobs& blobs_;
  const std::string folder_;
  const std::shared_ptr<BlobTransaction> stored_;
  const bool has_key_;
};

std::unique_ptr<BlobTransaction> LockedBlobs::begin(std::string_view folder) { return std::make_unique<Transaction>(*this, folder); }

/// Whether a name was taken or the lock has changed.
void LockedBlobs::explain_refusal(std::string folder, Error error, std::function<void(Result<>)> done) {
  read(folder, [](std::string_view) { return false; }, [](const Blob&) {}, [error = std::move(error), done = std::move(done)](Result<> read) {
    done(std::unexpected(!read && read.error().code == "error.storage.locked" ? read.error() : error));
  });
}

void LockedBlobs::read(std::string_view folder, std::function<bool(std::string_view)> wanted, std::function<void(Blob)> each,
                       std::function<void(Result<>)> done) {
  struct Reading {
    std::string folder;
    std::shared_ptr<const Keys> keys;
    bool is_refused = false;
  };
  const auto reading = std::make_shared<Reading>(Reading{.folder = std::string(folder), .keys = keys_});
  const auto plain_name_of = [this, reading](std::string_view stored) -> std::optional<std::string> {
    if (!reading->keys || reading->keys != keys_ || !stored.starts_with(kNamePrefix)) return std::string(stored);
    return plain_name(reading->folder, stored);
  };
  stored_.read(
      folder,
      [reading, plain_name_of, wanted = std::move(wanted)](std::string_view stored) {
        if (is_mark(stored)) {
          reading->is_refused |= reading->keys ? stored == reading->keys->ended_mark : stored == kSealedMark;
          return false;
        }
        if (!reading->keys && stored.starts_with(kNamePrefix)) return false;
        const auto name = plain_name_of(stored);
        return name && wanted(*name);
      },
      [this, reading, plain_name_of, each = std::move(each)](Blob blob) {
        if (reading->is_refused || reading->keys != keys_) return;
        const auto name = plain_name_of(blob.name);
        if (!name) return;
        if (*name != blob.name) blob.bytes = plain_bytes(reading->folder, *name, std::move(blob.bytes));
        each({*name, std::move(blob.bytes)});
      },
      [this, reading, done = std::move(done)](Result<> read) {
        if (!read || (!reading->is_refused && reading->keys == keys_)) return done(std::move(read));
        is_locked_ = !reading->keys;
        done(fail("error.storage.locked"));
        if (on_lock_changed) on_lock_changed();
      });
}

// ---- switching the lock ----

void LockedBlobs::read_envelope(std::function<void(Result<std::string>)> done) {
  auto envelope = std::make_shared<std::optional<std::string>>();
  stored_.read(kDeviceFolder, [](std::string_view name) { return name == kSealedMark; }, [envelope](Blob blob) { *envelope = std::move(blob.bytes); },
               [envelope, done = std::move(done)](Result<> read) {
                 if (!read) return done(std::unexpected(read.error()));
                 *envelope ? done(std::move(**envelope)) : done(fail("error.storage.missing"));
               });
}

void LockedBlobs::replace_envelope(std::string_view envelope, std::function<void(Result<>)> done) {
  auto transaction = stored_.begin(kDeviceFolder);
  transaction->put(kSealedMark, envelope);
  transaction->commit(std::move(done));
}

void LockedBlobs::seal(std::string folder, std::string envelope, std::function<void(Result<>)> done) {
  struct Found {
    std::vector<Blob> plain;
    bool is_sealed = false, has_ended = false;
  };
  const auto found = std::make_shared<Found>();
  if (envelope.empty()) open_.insert(folder);
  stored_.read(
      folder,
      [this, found](std::string_view name) {
        found->is_sealed |= name == kSealedMark;
        found->has_ended |= name == keys_->ended_mark;
        return !is_mark(name) && !name.starts_with(kNamePrefix);
      },
      [found](Blob blob) { found->plain.push_back(std::move(blob)); },
      [this, found, folder, envelope = std::move(envelope), done = std::move(done)](Result<> read) mutable {
        if (!read) return done(std::move(read));
        if (found->is_sealed && !envelope.empty()) return done(fail("error.storage.locked"));  // by another tab, with another key
        if (found->is_sealed && !found->has_ended && found->plain.empty()) {
          open_.erase(folder);
          return done({});
        }
        auto transaction = stored_.begin(folder);
        for (const Blob& blob : found->plain) {
          transaction->put(stored_name(folder, blob.name), sealed_bytes(folder, blob.name, blob.bytes));
          transaction->remove(blob.name);
        }
        if (!envelope.empty()) transaction->create(kSealedMark, envelope);
        else if (folder != kDeviceFolder) transaction->put(kSealedMark, {});
        transaction->remove(keys_->ended_mark);
        transaction->commit([this, folder, done = std::move(done)](Result<> sealed) mutable {
          sealed ? seal(folder, {}, std::move(done)) : done(std::move(sealed));  // until nothing came in between
        });
      });
}

void LockedBlobs::unseal(std::string folder, std::function<void(Result<>)> done) {
  const auto found = std::make_shared<std::vector<Blob>>();
  stored_.read(
      folder, [](std::string_view name) { return name.starts_with(kNamePrefix); }, [found](Blob blob) { found->push_back(std::move(blob)); },
      [this, found, folder, done = std::move(done)](Result<> read) mutable {
        if (!read) return done(std::move(read));
        auto transaction = stored_.begin(folder);
        for (Blob& blob : *found) {
          const auto name = plain_name(folder, blob.name);
          if (!name) continue;
          transaction->put(*name, plain_bytes(folder, *name, std::move(blob.bytes)));
          transaction->remove(blob.name);
        }
        transaction->remove(kSealedMark);
        transaction->put(keys_->ended_mark, {});
        transaction->commit(std::move(done));
      });
}

}  // namespace fullcircle
