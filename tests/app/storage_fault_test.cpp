#include <doctest/doctest.h>

#include "app/support/item_tab.h"

using namespace fullcircle;

namespace {

using Items = std::set<std::string>;

/// Every kind of writing: saves, one beside another, an import, compactions.
void work(ItemTab& tab) {
  const std::string prefix = std::to_string(tab.items.size()) + " ";
  for (int i = 0; i < 5; ++i) {
    tab.add(prefix + "edit " + std::to_string(i));
    tab.loop.run_for(450);
  }
  tab.add(prefix + "hidden");
  tab.store->flush();
  tab.add(prefix + "gone");
  tab.store->flush();
  tab.loop.run_for(1);
  for (int i = 0; i < 20; ++i) {
    tab.items.insert(prefix + "import " + std::to_string(i));
    tab.queued.insert(prefix + "import " + std::to_string(i));
  }
  tab.store->save_whole();
  tab.loop.run_for(1);
  for (int i = 0; i < 66; ++i) {
    tab.add(prefix + "small " + std::to_string(i));
    tab.loop.run_for(450);
  }
}

/// A working day, with a second attempt to open when the first one fails.
void live(ItemTab& tab) {
  tab.open_now();
  if (!tab.loaded || !*tab.loaded) tab.open_now();
  if (tab.loaded && *tab.loaded) work(tab);
}

struct TabLife {
  int operation_count = 0;
  Items items;
  Items acknowledged;
  bool has_crashed = false;
  SaveStatus status = SaveStatus::saved;
};

/// One life of a browser on this disk, with one fault at the operation of this number (0: none).
TabLife live_with(Disk& disk, int number, Fault fault) {
  TabLine line;
  ManualLoop loop;
  ItemTab tab(disk, line, loop);
  if (number) tab.blobs.faults[number] = fault;
  live(tab);
  if (!tab.blobs.has_crashed()) loop.run_for(120'000);  // time to try again
  const TabLife life{tab.blobs.operation_count(), tab.items, tab.acknowledged, tab.blobs.has_crashed(), tab.status()};
  loop.forget_all();
  return life;
}

const char* name_of(Fault fault) {
  constexpr const char* kNames[] = {"abort", "full", "close before", "close after", "cut short", "crash before", "crash after"};
  return kNames[static_cast<int>(fault)];
}

}  // namespace

TEST_CASE("a fault at any operation of load, save, import and compaction loses nothing acknowledged and tears nothing") {
  Disk fresh, used;
  const int first_count = live_with(fresh, 0, Fault::abort).operation_count;
  live_with(used, 0, Fault::abort);
  const Disk start = used;
  const int second_count = live_with(used, 0, Fault::abort).operation_count;
  CHECK(first_count > 75);
  for (const bool is_used : {false, true}) {
    const int count = is_used ? second_count : first_count;
    for (int number = 1; number <= count; ++number) {
      for (const Fault fault : kAllFaults) {
        CAPTURE(number);
        CAPTURE(name_of(fault));
        Disk disk = is_used ? start : Disk{};
        const TabLife life = live_with(disk, number, fault);
        const Reopened found = reopen(disk);
        CHECK(std::ranges::includes(found.items, life.acknowledged));
        CHECK(found.report.set_aside.empty());
        if (life.has_crashed) continue;
        CHECK(life.status == SaveStatus::saved);
        CHECK(found.items == life.items);
      }
    }
  }
}

TEST_CASE("while nothing can be written, nothing is called saved; when it can again, all of it is") {
  for (const Fault fault : {Fault::abort, Fault::full, Fault::close_before, Fault::close_after, Fault::cut_short}) {
    Disk disk;
    TabLine line;
    ManualLoop loop;
    ItemTab tab(disk, line, loop);
    tab.open_now();
    tab.blobs.always = fault;
    work(tab);
    CHECK(tab.status() == SaveStatus::not_saved);
    if (fault != Fault::close_after) CHECK(reopen(disk).items.empty());
    CHECK(tab.acknowledged.empty());
    tab.blobs.always.reset();
    loop.run_for(120'000);
    CHECK(tab.status() == SaveStatus::saved);
    CHECK(reopen(disk).items == tab.items);
  }
}

TEST_CASE("a load that fails says so, changes nothing, and can be tried again") {
  Disk disk;
  live_with(disk, 0, Fault::abort);
  const auto before = disk.folders;
  TabLine line;
  ManualLoop loop;
  ItemTab tab(disk, line, loop);
  for (int number = 1; number <= 4; ++number) {
    tab.blobs.faults[tab.blobs.operation_count() + (number + 1) / 2] = number % 2 ? Fault::close_before : Fault::cut_short;
    tab.loaded.reset();
    tab.open_now();
    REQUIRE(tab.loaded);
    CHECK_FALSE(tab.loaded->has_value());
    CHECK(tab.mode() == StoreMode::closed);
    CHECK(disk.folders == before);
  }
  tab.open_now();
  CHECK(tab.loaded->has_value());
  CHECK(tab.items == reopen(disk).items);
}

TEST_CASE("random faults all day long lose nothing acknowledged") {
  for (unsigned seed = 1; seed <= 40; ++seed) {
    CAPTURE(seed);
    Disk disk;
    Items acknowledged;
    unsigned state = seed;
    const auto next = [&] { return (state = state * 1'664'525u + 1'013'904'223u) >> 8; };
    for (int life = 0; life < 6; ++life) {
      TabLine line;
      ManualLoop loop;
      ItemTab tab(disk, line, loop);
      for (int number = 1; number < 400; ++number)
        if (next() % 6 == 0) tab.blobs.faults[number] = kAllFaults[next() % (next() % 8 == 0 ? std::size(kAllFaults) : kSurvivedFaultCount)];
      live(tab);
      acknowledged.insert(tab.acknowledged.begin(), tab.acknowledged.end());
      loop.forget_all();
      CHECK(std::ranges::includes(reopen(disk).items, acknowledged));
    }
  }
}
