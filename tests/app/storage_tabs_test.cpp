#include <doctest/doctest.h>

#include <cstdlib>
#include <random>

#include "app/support/item_tab.h"

using namespace fullcircle;

namespace {

using Items = std::set<std::string>;

struct TwoTabs {
  Disk disk;
  TabLine line;
  ManualLoop loop;
  ItemTab first{disk, line, loop};
  ItemTab second{disk, line, loop};
  TwoTabs() {
    first.open_now();
    second.open_now();
  }
};

}  // namespace

TEST_CASE("a second tab reads, and sees what the first saves") {
  TwoTabs tabs;
  CHECK(tabs.first.mode() == StoreMode::writing);
  CHECK(tabs.second.mode() == StoreMode::reading);
  tabs.first.add("goal");
  tabs.loop.run_for(1000);
  CHECK(tabs.second.items == Items{"goal"});
  CHECK(tabs.second.merged_count == 1);
  CHECK(tabs.second.status() == SaveStatus::saved);
}

TEST_CASE("a reading tab follows through compactions") {
  TwoTabs tabs;
  for (int i = 0; i < 150; ++i) {
    tabs.first.add("item " + std::to_string(i));
    tabs.loop.run_for(500);
  }
  CHECK(tabs.second.items == tabs.first.items);
}

TEST_CASE("edit here: the holder saves and lets go") {
  TwoTabs tabs;
  tabs.first.add("late");
  tabs.second.store->take_over();
  tabs.loop.run_for(100);
  CHECK(tabs.first.mode() == StoreMode::reading);
  CHECK(tabs.second.mode() == StoreMode::writing);
  CHECK(tabs.second.items == Items{"late"});
  tabs.second.add("mine");
  tabs.loop.run_for(1000);
  CHECK(tabs.first.items == Items{"late", "mine"});
}

TEST_CASE("the next tab in line edits when the holder closes") {
  TwoTabs tabs;
  tabs.first.add("last words");
  tabs.first.store.reset();
  tabs.loop.run_for(100);
  CHECK(tabs.second.mode() == StoreMode::writing);
  CHECK(tabs.second.items == Items{"last words"});
}

TEST_CASE("a frozen holder is replaced after 3 s, is refused when it wakes, and loses nothing") {
  TwoTabs tabs;
  tabs.first.tabs.freeze();
  tabs.second.store->take_over();
  tabs.loop.run_for(2900);
  CHECK(tabs.second.mode() == StoreMode::reading);
  tabs.loop.run_for(200);
  CHECK(tabs.second.mode() == StoreMode::writing);
  tabs.second.add("second");
  tabs.loop.run_for(1000);

  tabs.first.add("stale");  // it has not heard yet that it was replaced
  tabs.first.store->flush();
  tabs.first.tabs.wake();
  tabs.loop.run_for(5000);
  CHECK(tabs.first.mode() == StoreMode::reading);
  CHECK(tabs.first.status() == SaveStatus::not_saved);
  CHECK(tabs.first.reason() == "error.storage.elsewhere");
  CHECK(tabs.first.items == Items{"second", "stale"});
  CHECK(reopen(tabs.disk).items == Items{"second"});

  tabs.first.store->take_over();
  tabs.loop.run_for(5000);
  CHECK(tabs.first.status() == SaveStatus::saved);
  CHECK(reopen(tabs.disk).items == Items{"second", "stale"});
}

TEST_CASE("a reading tab forgets what the writer took out, and keeps what it has not saved itself") {
  TwoTabs tabs;
  for (const char* item : {"a", "b", "imported"}) tabs.first.add(item);
  tabs.loop.run_for(1000);
  tabs.second.add("mine");
  tabs.first.items.erase("imported");
  tabs.first.store->save_whole();
  tabs.loop.run_for(1000);
  CHECK(tabs.second.items == Items{"a", "b", "mine"});
  tabs.second.store->take_over();
  tabs.loop.run_for(5000);
  CHECK(tabs.first.items == Items{"a", "b", "mine"});
  CHECK(reopen(tabs.disk).items == Items{"a", "b", "mine"});
}

TEST_CASE("a writer that slept through many others and many compactions is still refused or still heard") {
  TwoTabs tabs;
  tabs.first.tabs.freeze();
  tabs.second.store->take_over();
  tabs.loop.run_for(3100);
  for (int round = 0; round < 12; ++round) {
    tabs.second.items.insert("round " + std::to_string(round));
    tabs.second.store->save_whole();
    tabs.loop.run_for(1000);
    ItemTab next(tabs.disk, tabs.line, tabs.loop);
    next.open_now();
    next.store->take_over();
    tabs.loop.run_for(1000);
    next.store.reset();
    tabs.loop.run_for(1000);
  }
  tabs.first.add("stale");
  tabs.first.store->flush();
  tabs.loop.run_for(1);
  tabs.first.note_acknowledged();
  const Items found = reopen(tabs.disk).items;
  CHECK(std::ranges::includes(found, tabs.first.acknowledged));
  CHECK(found.size() >= 12);
}

TEST_CASE("two tabs that take over at once: one writes in the end, and nothing is lost") {
  for (int delay_ms = 0; delay_ms <= 3200; delay_ms += 100) {
    for (const bool holder_is_frozen : {false, true}) {
      CAPTURE(delay_ms);
      CAPTURE(holder_is_frozen);
      TwoTabs tabs;
      ItemTab third{tabs.disk, tabs.line, tabs.loop};
      third.open_now();
      tabs.first.add("first");
      if (holder_is_frozen) tabs.first.tabs.freeze();
      tabs.second.add("second");
      third.add("third");
      tabs.second.store->take_over();
      tabs.loop.run_for(delay_ms);
      third.store->take_over();
      tabs.loop.run_for(7000);
      tabs.first.tabs.wake();
      tabs.loop.run_for(7000);
      int writer_count = 0;
      for (ItemTab* tab : {&tabs.first, &tabs.second, &third}) writer_count += tab->mode() == StoreMode::writing;
      CHECK(writer_count == 1);
      for (ItemTab* tab : {&tabs.first, &tabs.second, &third}) {
        if (tab->status() == SaveStatus::saved) continue;
        tab->store->take_over();
        tabs.loop.run_for(7000);
      }
      CHECK(reopen(tabs.disk).items == Items{"first", "second", "third"});
    }
  }
}

TEST_CASE("a holder that crashes in the middle of saving: the next in line writes, and finds all that was shown as saved") {
  for (int delay_ms = 0; delay_ms <= 900; delay_ms += 30) {
    CAPTURE(delay_ms);
    TwoTabs tabs;
    for (int i = 0; i < 5; ++i) {
      tabs.first.add("first " + std::to_string(i));
      tabs.loop.run_for(delay_ms);
      if (i == 3) tabs.first.store->flush();
    }
    tabs.first.note_acknowledged();
    const Items acknowledged = tabs.first.acknowledged;
    tabs.first.blobs.crash();
    tabs.first.tabs.vanish();
    tabs.loop.run_for(1000);
    CHECK(tabs.second.mode() == StoreMode::writing);
    CHECK(std::ranges::includes(tabs.second.items, acknowledged));
    tabs.second.add("second");
    tabs.loop.run_for(1000);
    CHECK(tabs.second.status() == SaveStatus::saved);
    CHECK(reopen(tabs.disk).items == tabs.second.items);
  }
}

TEST_CASE("whatever tabs do to each other, nothing acknowledged is lost") {
  const char* chosen = std::getenv("FULLCIRCLE_SEED");
  const unsigned seed = chosen ? static_cast<unsigned>(std::strtoul(chosen, nullptr, 10)) : std::random_device()();
  const int schedule_count = std::getenv("FULLCIRCLE_NIGHTLY") ? 10'000 : 300;
  MESSAGE("FULLCIRCLE_SEED=" << seed << ", schedules: " << schedule_count);
  std::mt19937 random(seed);
  const auto one_in = [&](unsigned n) { return random() % n == 0; };
  for (int schedule = 0; schedule < schedule_count; ++schedule) {
    Disk disk;
    TabLine line;
    ManualLoop loop;
    std::vector<std::unique_ptr<ItemTab>> tabs;
    Items acknowledged;
    int count = 0;
    for (int step = 0; step < 60; ++step) {
      if (tabs.size() < 3 && (tabs.empty() || one_in(8))) {
        tabs.push_back(std::make_unique<ItemTab>(disk, line, loop));
        tabs.back()->open();
        if (!one_in(4)) loop.run_for(50);
      }
      ItemTab& tab = *tabs[random() % tabs.size()];
      const bool is_open = tab.loaded.has_value();
      switch (random() % 9) {
        case 0:
        case 1:
        case 2:
          if (is_open) tab.add(std::to_string(schedule) + "." + std::to_string(++count));
          break;
        case 3: tab.store->flush(); break;
        case 4: tab.store->take_over(); break;
        case 5: tab.tabs.freeze(); break;
        case 6: tab.tabs.wake(); break;
        case 7:
          if (is_open) tab.store->save_whole();
          break;
        case 8:
          if (one_in(3)) {  // closed without a goodbye
            tab.note_acknowledged();
            acknowledged.insert(tab.acknowledged.begin(), tab.acknowledged.end());
            if (one_in(2)) tab.blobs.crash();  // what it has under way never arrives
            std::erase_if(tabs, [&](const auto& one) { return one.get() == &tab; });
          }
          break;
      }
      loop.run_for(one_in(10) ? 3500 : static_cast<int>(random() % 600));
      for (const auto& one : tabs) {
        one->note_acknowledged();
        acknowledged.insert(one->acknowledged.begin(), one->acknowledged.end());
      }
    }
    const Items found = reopen(disk).items;
    CHECK(std::ranges::includes(found, acknowledged));
    CHECK(reopen(disk).report.set_aside.empty());
    tabs.clear();
    loop.run_for(10'000);
  }
}
