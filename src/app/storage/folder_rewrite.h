// A team's folder written anew, encrypted or not: much work in many turns of the page, then one transaction.
#pragma once

#include <deque>
#include <map>
#include <set>

#include "app/storage/lock_cipher.h"

namespace fullcircle {

enum class Seal : std::uint8_t { on, off };

/// prepare() only reads; until commit() is called, dropping the object ends it and nothing has happened. A crash or a fault
/// after that leaves the folder whole: as it was, or written anew.
class FolderRewrite : public std::enable_shared_from_this<FolderRewrite> {
 public:
  /// The ports must outlive it.
  FolderRewrite(Blobs& stored, Clock& clock, std::shared_ptr<const LockCipher> cipher, std::string folder, Seal seal)
      : stored_(stored), clock_(clock), cipher_(std::move(cipher)), folder_(std::move(folder)), seal_(seal) {}

  /// Hears how far it is, from 0 to 1.
  std::function<void(double)> on_progress;

  const std::string& folder() const { return folder_; }
  Seal direction() const { return seal_; }
  /// Gets ready what is never changed once it is stored, which is nearly all.
  void prepare(std::function<void(Result<>)> done);
  /// Keeps other tabs from writing in the folder, takes in what is not ready yet, and switches. Needs no prepare().
  /// Nothing happens where all is as it should be. Errors: those of storage; some tabs may be kept from writing then.
  void commit(std::function<void(Result<>)> done) { commit(std::move(done), kMostAttempts); }

 private:
  using Done = std::function<void(Result<>)>;
  static constexpr int kMostAttempts = 4;

  template <class Function>
  auto later(Function function);
  void start_over();
  /// Which name a part has on the other side of the switch; nullopt: it needs none.
  std::optional<std::string> plain_name_of(std::string_view stored) const;
  void list(Done done);
  void take(bool lasting_only, Done done);
  void take_batch(Done done);
  void convert(Blob blob);
  void commit(Done done, int attempts);
  void mark(Done done, int attempts);
  void switch_over(Done done, int attempts);

  Blobs& stored_;
  Clock& clock_;
  const std::shared_ptr<const LockCipher> cipher_;
  const std::string folder_;
  const Seal seal_;

  std::unique_ptr<BlobTransaction> transaction_;  ///< what is ready
  std::map<std::string, std::string> ready_;      ///< names of parts that are, with their new names
  std::set<std::string> listed_;                  ///< parts that are there
  std::deque<std::string> waiting_;               ///< of these, still to be got ready
  std::vector<Blob> read_;                        ///< of these, read
  std::size_t wanted_count_ = 0;                  ///< how many there were to get ready
  bool is_sealed_ = false, has_ended_ = false;
};

}  // namespace fullcircle
