// Blobs in memory that can fail at any chosen operation, as a browser's storage can.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/support/manual_loop.h"

namespace fullcircle {

enum class Fault : std::uint8_t {
  abort,              ///< nothing happened, and it says so
  full,               ///< the same, for want of space
  close_before,       ///< the connection closed, nothing happened
  close_after,        ///< the connection closed, but it did happen
  cut_short,          ///< the same in the middle of a read: some of it has been handed over
  crash_before,       ///< the browser ends: nobody ever hears anything, and what was sent off and not acknowledged yet is dropped
  crash_after,        ///< the same, once it is on the disk
};
inline constexpr Fault kAllFaults[] = {Fault::abort,       Fault::full,      Fault::close_before, Fault::close_after,
                                       Fault::cut_short, Fault::crash_before, Fault::crash_after};
inline constexpr int kSurvivedFaultCount = 5;  ///< of these, the first so many leave the browser alive

/// What is on the disk outlives the browsers (FaultBlobs) that use it.
struct Disk {
  std::map<std::string, std::map<std::string, std::string>> folders;
};

class FaultBlobs : public Blobs {
 public:
  FaultBlobs(Disk& disk, ManualLoop& loop) : disk_(disk), loop_(loop) {}

  /// The next faults: operation number (counted from 1, each commit and each read is one) and what happens to it.
  std::map<int, Fault> faults;
  /// Happens to every operation from now on.
  std::optional<Fault> always;
  std::set<std::string> restored;  ///< filled from their second copies
  int latency_ms = 0;  ///< how long each operation takes
  int operation_count() const { return operation_count_; }
  bool has_crashed() const { return *has_crashed_; }
  /// The browser ends now; what it has under way is dropped.
  void crash() { *has_crashed_ = true; }

  std::unique_ptr<BlobTransaction> begin(std::string_view folder) override;
  void read(std::string_view folder, std::function<bool(std::string_view)> wanted, std::function<void(Blob)> each,
            std::function<void(Result<>)> done) override;
  bool take_restored(std::string_view folder) override { return restored.erase(std::string(folder)) > 0; }
  void remove_folder(std::string_view folder, std::function<void(Result<>)> done) override;
  void ask_to_persist(std::function<void(bool)> done) override { loop_.post([done] { done(true); }); }
  void estimate(std::function<void(std::optional<Estimate>)> done) override { loop_.post([done] { done(Estimate{1e6, 1e9}); }); }

 private:
  class Transaction;
  /// Does `act` in a later turn, or what the fault wants; `act` says whether the disk took it. `act_in_part` is for Fault::cut_short.
  void operate(std::function<Result<>()> act, std::function<void(Result<>)> done, std::function<void()> act_in_part = [] {});

  Disk& disk_;
  ManualLoop& loop_;
  int operation_count_ = 0;
  std::shared_ptr<bool> has_crashed_ = std::make_shared<bool>(false);  // operations under way outlive the tab
};

}  // namespace fullcircle
