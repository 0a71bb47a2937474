// Between what stores bytes and everything that uses it: while the device has a lock, only encrypted bytes pass.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "app/ports.h"
#include "exchange/chacha20_poly1305.h"

namespace fullcircle {

/// Without a key it hands everything through, and refuses folders that are locked. With the key it encrypts contents and names.
///
/// A transaction is encrypted before commit() returns, so that it also works while the page goes away; a browser's own
/// encryption answers later. What a locked folder looks like is in FORMAT.md.
class LockedBlobs : public Blobs {
 public:
  /// The ports must outlive it.
  LockedBlobs(Blobs& stored, Random& random) : stored_(stored), random_(random) {}

  std::unique_ptr<BlobTransaction> begin(std::string_view folder) override;
  /// Errors, besides the usual: error.storage.locked, when another tab has switched the lock on or off.
  void read(std::string_view folder, std::function<bool(std::string_view name)> wanted, std::function<void(Blob)> each,
            std::function<void(Result<>)> done) override;
  void remove_folder(std::string_view folder, std::function<void(Result<>)> done) override { stored_.remove_folder(folder, std::move(done)); }
  void ask_to_persist(std::function<void(bool)> done) override { stored_.ask_to_persist(std::move(done)); }
  void estimate(std::function<void(std::optional<Estimate>)> done) override { stored_.estimate(std::move(done)); }

  /// Called when reading or writing finds that another tab has switched the lock on or off.
  std::function<void()> on_lock_changed;
  /// The last reading met a locked folder without the key to it.
  bool is_locked() const { return is_locked_; }

  /// 32 bytes drawn by chance, as 64 hexadecimal digits.
  std::string make_key();
  bool has_key() const { return keys_ != nullptr; }
  /// From now on everything is written with this key. False: it is not a key.
  bool use_key(std::string_view hex_key);
  void forget_key();

  /// The key of this device, itself encrypted, as it was given to seal(). Errors: error.storage.missing when there is no lock.
  void read_envelope(std::function<void(Result<std::string>)> done);
  void replace_envelope(std::string_view envelope, std::function<void(Result<>)> done);
  /// Encrypts what lies in the folder in one transaction, after which nothing readable is in it; does nothing where that
  /// has happened. Also takes in what another tab wrote unencrypted meanwhile. `envelope`: for the device's own folder.
  void seal(std::string folder, std::string envelope, std::function<void(Result<>)> done);
  /// The other way round, in one transaction too. This key can never be used for the folder again.
  void unseal(std::string folder, std::function<void(Result<>)> done);

 private:
  class Transaction;
  struct Keys {
    CipherKey contents, names;
    std::string name_codes;
    std::string ended_mark;  ///< stands in a folder where the lock with this key has ended
  };

  std::string stored_name(std::string_view folder, std::string_view name) const;
  /// Nullopt: not written with this key.
  std::optional<std::string> plain_name(std::string_view folder, std::string_view stored) const;
  std::string sealed_bytes(std::string_view folder, std::string_view name, std::string_view bytes) const;
  /// Damaged bytes come back as they are: whoever reads them checks them.
  std::string plain_bytes(std::string_view folder, std::string_view name, std::string bytes) const;
  void explain_refusal(std::string folder, Error error, std::function<void(Result<>)> done);

  Blobs& stored_;
  Random& random_;
  std::shared_ptr<const Keys> keys_;
  std::set<std::string, std::less<>> open_;  ///< folders that seal() has begun and not ended: nothing is written there before it has
  bool is_locked_ = false;
};

}  // namespace fullcircle
