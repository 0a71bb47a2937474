#include "app/storage/device_store.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/support/fault_disk.h"

using namespace fullcircle;

namespace {

class CountingRandom : public Random {
 public:
  void fill(std::span<std::byte> bytes) override {
    for (std::byte& byte : bytes) byte = static_cast<std::byte>(++count_);
  }

 private:
  unsigned count_ = 0;
};

struct Device {
  explicit Device(Disk& disk) : blobs(disk, loop), store(blobs, random) { CHECK(load()); }
  bool load() {
    bool is_fine = false;
    store.load([&](Result<> result) { is_fine = result.has_value(); });
    loop.run_for(10);
    return is_fine;
  }
  bool save() {
    bool is_fine = false;
    store.save([&](Result<> result) { is_fine = result.has_value(); });
    loop.run_for(10);
    return is_fine;
  }
  ManualLoop loop;
  FaultBlobs blobs;
  CountingRandom random;
  DeviceStore store;
};

WorkspaceEntry entry(std::uint64_t id, std::string name) { return {.id = RecordId{id, 1}, .name = std::move(name)}; }

}  // namespace

TEST_CASE("a device keeps its actor, its preferences and its workspaces") {
  Disk disk;
  Device first(disk);
  first.store.record().preferences.language = "de";
  first.store.record().workspaces.push_back(entry(7, "Team"));
  CHECK(first.save());
  Device second(disk);
  CHECK(second.store.record() == first.store.record());
  CHECK(second.store.actor() == first.store.actor());
  CHECK(second.store.actor() != 0);
}

TEST_CASE("two tabs with different workspaces do not undo each other's entries") {
  Disk disk;
  Device first(disk), second(disk);
  first.store.record().workspaces.push_back(entry(1, "One"));
  CHECK(first.save());
  second.store.record().workspaces.push_back(entry(2, "Two"));
  CHECK(second.save());
  first.store.find(RecordId{1, 1})->name = "One, renamed";
  CHECK(first.save());
  const Device third(disk);
  REQUIRE(third.store.record().workspaces.size() == 2);
  CHECK(third.store.record().workspaces[0].name == "One, renamed");
  CHECK(third.store.record().workspaces[1].name == "Two");
}

TEST_CASE("an entry that is taken out is gone, and a save that failed is made up for by the next") {
  Disk disk;
  Device device(disk);
  device.store.record().workspaces = {entry(1, "One"), entry(2, "Two")};
  CHECK(device.save());
  std::erase_if(device.store.record().workspaces, [](const WorkspaceEntry& one) { return one.name == "One"; });
  device.blobs.always = Fault::full;
  CHECK_FALSE(device.save());
  CHECK(Device(disk).store.record().workspaces.size() == 2);
  device.blobs.always.reset();
  CHECK(device.save());
  CHECK(Device(disk).store.record().workspaces.size() == 1);
}

TEST_CASE("what cannot be read is kept beside, and the rest is used") {
  Disk disk;
  {
    Device device(disk);
    device.store.record().workspaces = {entry(1, "One"), entry(2, "Two")};
    CHECK(device.save());
  }
  auto& folder = disk.folders["device"];
  folder["record"] = "{";
  folder["w." + to_text(RecordId{1, 1})] = "nonsense";
  const Device device(disk);
  REQUIRE(device.store.record().workspaces.size() == 1);
  CHECK(device.store.record().workspaces[0].name == "Two");
  CHECK(folder.at("record.unreadable") == "{");
  CHECK(folder.at("w." + to_text(RecordId{1, 1}) + ".unreadable") == "nonsense");
}

TEST_CASE("a device that cannot be read has an actor of its own all the same: what is begun then is stamped like nobody else's") {
  Disk disk;
  ManualLoop loop;
  FaultBlobs blobs(disk, loop);
  blobs.always = Fault::abort;
  CountingRandom random;
  DeviceStore store(blobs, random);
  bool is_fine = true;
  store.load([&](Result<> result) { is_fine = result.has_value(); });
  loop.run_for(10);
  CHECK_FALSE(is_fine);
  CHECK(store.actor() != 0);
}
