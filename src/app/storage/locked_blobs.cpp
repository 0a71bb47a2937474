#include "app/storage/locked_blobs.h"

#include <utility>

#include "app/storage/device_store.h"
#include "model/sha256.h"

namespace fullcircle {

// ---- the key ----

std::string LockedBlobs::make_key() {
  std::string bytes(32, '\0');
  random_.fill(std::as_writable_bytes(std::span(bytes)));
  return to_hex(bytes);
}

void LockedBlobs::use(std::shared_ptr<const LockCipher> cipher) {
  cipher_ = std::move(cipher);
  is_locked_ = false;
}

void LockedBlobs::forget_key() {
  cipher_.reset();
  open_.clear();
}

// ---- writing and reading ----

class LockedBlobs::Transaction : public BlobTransaction {
 public:
  Transaction(LockedBlobs& blobs, std::string_view folder) : blobs_(blobs), folder_(folder), stored_(blobs.stored_.begin(folder)), cipher_(blobs.cipher_) {}

  void create(std::string_view name, std::string_view bytes) override { stored_->create(name_of(name), bytes_of(name, bytes)); }
  void put(std::string_view name, std::string_view bytes) override { stored_->put(name_of(name), bytes_of(name, bytes)); }
  void remove(std::string_view name) override { stored_->remove(name_of(name)); }
  void require_absent(std::string_view name) override { stored_->require_absent(name_of(name)); }

  void commit(std::function<void(Result<>)> done) override {
    // The lock may have been switched by another tab a moment ago: then nothing is written.
    stored_->require_absent(cipher_ ? std::string_view(cipher_->ended_mark()) : kSealedMark);
    if (cipher_ && folder_ != kDeviceFolder) stored_->put(kSealedMark, {});
    if (!cipher_ || !blobs_.open_.contains(folder_)) return send(blobs_, folder_, *stored_, std::move(done));
    blobs_.commit(blobs_.rewrite(cipher_, folder_, Seal::on), [&blobs = blobs_, folder = folder_, stored = stored_, done = std::move(done)](Result<> sealed) mutable {
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
  std::string name_of(std::string_view name) const { return cipher_ ? cipher_->stored_name(folder_, name) : std::string(name); }
  std::string bytes_of(std::string_view name, std::string_view bytes) const { return cipher_ ? cipher_->sealed_bytes(folder_, name, bytes) : std::string(bytes); }

  LockedBlobs& blobs_;
  const std::string folder_;
  const std::shared_ptr<BlobTransaction> stored_;
  const std::shared_ptr<const LockCipher> cipher_;
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
    std::shared_ptr<const LockCipher> cipher;
    bool is_refused = false;
  };
  const auto reading = std::make_shared<Reading>(Reading{.folder = std::string(folder), .cipher = cipher_});
  const auto plain_name_of = [this, reading](std::string_view stored) -> std::optional<std::string> {
    if (!reading->cipher || reading->cipher != cipher_ || !stored.starts_with(kSealedPrefix)) return std::string(stored);
    return reading->cipher->plain_name(reading->folder, stored);
  };
  stored_.read(
      folder,
      [reading, plain_name_of, wanted = std::move(wanted)](std::string_view stored) {
        if (is_lock_mark(stored)) {
          reading->is_refused |= reading->cipher ? stored == reading->cipher->ended_mark() : stored == kSealedMark;
          return false;
        }
        if (!reading->cipher && stored.starts_with(kSealedPrefix)) return false;
        const auto name = plain_name_of(stored);
        return name && wanted(*name);
      },
      [this, reading, plain_name_of, each = std::move(each)](Blob blob) {
        if (reading->is_refused || reading->cipher != cipher_) return;
        const auto name = plain_name_of(blob.name);
        if (!name) return;
        if (*name != blob.name) blob.bytes = reading->cipher->plain_bytes(reading->folder, *name, std::move(blob.bytes));
        each({*name, std::move(blob.bytes)});
      },
      [this, reading, done = std::move(done)](Result<> read) {
        if (!read || (!reading->is_refused && reading->cipher == cipher_)) return done(std::move(read));
        is_locked_ = !reading->cipher;
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

void LockedBlobs::seal_device(std::string envelope, std::function<void(Result<>)> done) {
  struct Found {
    std::vector<Blob> plain;
    bool is_sealed = false;
  };
  const auto found = std::make_shared<Found>();
  stored_.read(
      kDeviceFolder,
      [found](std::string_view name) {
        found->is_sealed |= name == kSealedMark;
        return !is_lock_mark(name) && !name.starts_with(kSealedPrefix);
      },
      [found](Blob blob) { found->plain.push_back(std::move(blob)); },
      [this, found, envelope = std::move(envelope), done = std::move(done)](Result<> read) mutable {
        if (!read) return done(std::move(read));
        if (found->is_sealed && !envelope.empty()) return done(fail("error.storage.locked"));  // by another tab, with another key
        if (found->is_sealed && found->plain.empty()) return done({});
        auto transaction = stored_.begin(kDeviceFolder);
        for (const Blob& blob : found->plain) {
          transaction->put(cipher_->stored_name(kDeviceFolder, blob.name), cipher_->sealed_bytes(kDeviceFolder, blob.name, blob.bytes));
          transaction->remove(blob.name);
        }
        if (!envelope.empty()) transaction->create(kSealedMark, envelope);
        transaction->commit([this, done = std::move(done)](Result<> sealed) mutable {
          sealed ? seal_device({}, std::move(done)) : done(std::move(sealed));  // until nothing came in between
        });
      });
}

void LockedBlobs::unseal_device(std::function<void(Result<>)> done) {
  const auto found = std::make_shared<std::vector<Blob>>();
  stored_.read(
      kDeviceFolder, [](std::string_view name) { return name.starts_with(kSealedPrefix); }, [found](Blob blob) { found->push_back(std::move(blob)); },
      [this, found, done = std::move(done)](Result<> read) mutable {
        if (!read) return done(std::move(read));
        auto transaction = stored_.begin(kDeviceFolder);
        for (Blob& blob : *found) {
          const auto name = cipher_->plain_name(kDeviceFolder, blob.name);
          if (!name) continue;
          transaction->put(*name, cipher_->plain_bytes(kDeviceFolder, *name, std::move(blob.bytes)));
          transaction->remove(blob.name);
        }
        transaction->remove(kSealedMark);
        transaction->put(cipher_->ended_mark(), {});
        transaction->commit(std::move(done));
      });
}

void LockedBlobs::commit(std::shared_ptr<FolderRewrite> rewrite, std::function<void(Result<>)> done) {
  if (rewrite->direction() == Seal::on) open_.insert(rewrite->folder());
  rewrite->commit([this, rewrite, done = std::move(done)](Result<> written) {
    if (written) open_.erase(rewrite->folder());
    done(std::move(written));
  });
}

}  // namespace fullcircle
