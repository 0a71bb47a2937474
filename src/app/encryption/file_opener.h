// Opens the encrypted ones among files that came in: by this device's keys, else by the passphrase the person gives.
#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/app_state.h"
#include "app/incoming_file.h"
#include "app/ports.h"

namespace fullcircle {

/// An encrypted file that was not opened, and why.
struct LockedFile {
  std::string name;
  Error error;
};

class FileOpener {
 public:
  struct Batch {
    std::vector<IncomingFile> files;  ///< readable: opened here, or never encrypted
    std::vector<LockedFile> locked;
  };

  /// `done` gets what arrived together together, so that it is one import. A file with a passphrase follows on its own once
  /// it is open. `on_change` is called whenever progress() or question() is different.
  FileOpener(Encryption& encryption, std::function<void()> on_change, std::function<void(Batch)> done)
      : encryption_(encryption), on_change_(std::move(on_change)), done_(std::move(done)) {}

  /// Files that arrive while others are being opened wait their turn.
  void open(std::vector<IncomingFile> files, std::vector<std::string> identities);
  /// The passphrase of the file in question; the wrong one asks again.
  void give_passphrase(std::string passphrase);
  /// Leaves the file in question alone.
  void skip();
  /// Stops opening. Nothing of the files that arrived together is taken; a file in question is asked about again.
  void cancel();

  /// From 0 to 1; nullopt when nothing is being opened.
  std::optional<double> progress() const;
  const std::optional<PassphraseQuestion>& question() const { return question_; }

 private:
  struct Waiting {
    std::vector<IncomingFile> files;
    std::vector<std::string> identities;
  };

  void open_next();
  void take_opened(Result<std::string> bytes);
  void finish_batch();
  void ask();

  Encryption& encryption_;
  std::function<void()> on_change_;
  std::function<void(Batch)> done_;
  std::deque<Waiting> waiting_;          ///< the first is being opened
  std::size_t next_ = 0;                 ///< in the first of waiting_
  Batch batch_;
  std::deque<IncomingFile> with_passphrase_;  ///< the first is asked about
  std::optional<PassphraseQuestion> question_;
  std::optional<int> job_;
  bool is_trying_ = false;               ///< the job tries a passphrase
  double job_fraction_ = 0;
};

}  // namespace fullcircle
