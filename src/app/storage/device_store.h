// Loads and saves the device record.
#pragma once

#include <functional>

#include "app/ports.h"
#include "app/storage/device_record.h"

namespace fullcircle {

/// Where Blobs keep what belongs to no team.
inline constexpr std::string_view kDeviceFolder = "device";

class DeviceStore {
 public:
  /// The ports must outlive the store.
  DeviceStore(Blobs& blobs, Random& random) : blobs_(blobs), random_(random) {}

  /// Reads the record, or starts a new one with an actor of its own. A record that cannot be read is set aside, not overwritten,
  /// and a new one is begun: the workspaces themselves do not depend on it.
  /// Errors: error.storage.unavailable and what else reading can meet.
  void load(std::function<void(Result<>)> done);
  /// Saves what has changed since it was loaded or saved. Each workspace's entry is stored on its own, so that tabs which
  /// have different workspaces open do not undo each other's. A failure is reported and harms nothing: the next save tries again.
  void save(std::function<void(Result<>)> done);

  /// Reads the workspaces anew, as the other tabs have them by now.
  void load_workspaces(std::function<void(Result<>)> done);
  /// Nothing of the record stays in memory; to be loaded again.
  void forget();

  /// Reads the keys anew: another tab may have made or restored one since.
  void load_keys(std::function<void(Result<>)> done);
  /// Adds a key, or makes a known one the newest. It may be used once `done` has heard success, not before.
  void add_key(DeviceKey key, std::function<void(Result<>)> done);

  DeviceRecord& record() { return record_; }
  const DeviceRecord& record() const { return record_; }
  std::uint64_t actor() const;
  WorkspaceEntry* find(RecordId workspace);

 private:
  void begin();
  void take(const std::vector<Blob>& stored, std::function<void(Result<>)> done);
  void keep_key(DeviceKey key);

  Blobs& blobs_;
  Random& random_;
  DeviceRecord record_;
  DeviceRecord saved_;  ///< as it is on the disk, as far as this tab knows
};

}  // namespace fullcircle
