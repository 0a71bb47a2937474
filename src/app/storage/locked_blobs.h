// Between what stores bytes and everything that uses it: while the device has a lock, only encrypted bytes pass.
#pragma once

#include <set>

#include "app/storage/folder_rewrite.h"

namespace fullcircle {

/// Without a key it hands everything through, and refuses folders that are locked. With the key it encrypts contents and names.
///
/// A transaction is encrypted before commit() returns, so that it also works while the page goes away; a browser's own
/// encryption answers later. What a locked folder looks like is in FORMAT.md.
class LockedBlobs : public Blobs {
 public:
  /// The ports must outlive it.
  LockedBlobs(Blobs& stored, Random& random, Clock& clock) : stored_(stored), random_(random), clock_(clock) {}

  std::unique_ptr<BlobTransaction> begin(std::string_view folder) override;
  /// Errors, besides the usual: error.storage.locked, when another tab has switched the lock on or off.
  void read(std::string_view folder, std::function<bool(std::string_view name)> wanted, std::function<void(Blob)> each,
            std::function<void(Result<>)> done) override;
  bool take_restored(std::string_view folder) override { return stored_.take_restored(folder); }
  void remove_folder(std::string_view folder, std::function<void(Result<>)> done) override { stored_.remove_folder(folder, std::move(done)); }
  void ask_to_persist(std::function<void(bool)> done) override { stored_.ask_to_persist(std::move(done)); }
  void estimate(std::function<void(std::optional<Estimate>)> done) override { stored_.estimate(std::move(done)); }

  /// Called when reading or writing finds that another tab has switched the lock on or off.
  std::function<void()> on_lock_changed;
  /// The last reading met a locked folder without the key to it.
  bool is_locked() const { return is_locked_; }

  /// 32 bytes drawn by chance, as 64 hexadecimal digits.
  std::string make_key();
  /// Nullptr: it is not a key.
  std::shared_ptr<const LockCipher> cipher_of(std::string_view hex_key) { return LockCipher::make(hex_key, random_); }
  bool has_key() const { return cipher_ != nullptr; }
  const std::shared_ptr<const LockCipher>& cipher() const { return cipher_; }
  /// From now on everything is written with this key.
  void use(std::shared_ptr<const LockCipher> cipher);
  void forget_key();

  /// The key of this device, itself encrypted, as it was given to seal_device(). Errors: error.storage.missing when there is no lock.
  void read_envelope(std::function<void(Result<std::string>)> done);
  void replace_envelope(std::string_view envelope, std::function<void(Result<>)> done);
  /// Encrypts the device's own folder with the key in use, in one transaction. Also takes in what another tab wrote unencrypted meanwhile.
  void seal_device(std::string envelope, std::function<void(Result<>)> done);
  /// The other way round, in one transaction too. This key can never be used for the folder again.
  void unseal_device(std::function<void(Result<>)> done);

  std::shared_ptr<FolderRewrite> rewrite(std::shared_ptr<const LockCipher> cipher, std::string folder, Seal seal) {
    return std::make_shared<FolderRewrite>(stored_, clock_, std::move(cipher), std::move(folder), seal);
  }
  /// Its commit(); until a folder is encrypted, nothing is written there with the key in use.
  void commit(std::shared_ptr<FolderRewrite> rewrite, std::function<void(Result<>)> done);

 private:
  class Transaction;
  void explain_refusal(std::string folder, Error error, std::function<void(Result<>)> done);

  Blobs& stored_;
  Random& random_;
  Clock& clock_;
  std::shared_ptr<const LockCipher> cipher_;
  std::set<std::string, std::less<>> open_;  ///< folders whose encryption has begun and not ended: nothing is written there before it has
  bool is_locked_ = false;
};

}  // namespace fullcircle
