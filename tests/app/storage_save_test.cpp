#include <doctest/doctest.h>

#include "app/storage/stored_names.h"
#include "app/support/item_tab.h"

using namespace fullcircle;

namespace {

struct Browser {
  Disk disk;
  TabLine line;
  ManualLoop loop;
  ItemTab tab{disk, line, loop};
  std::map<std::string, std::string>& folder() { return disk.folders["w1"]; }
};

std::size_t count_segments(const std::map<std::string, std::string>& folder) {
  return static_cast<std::size_t>(std::ranges::count_if(folder, [](const auto& blob) { return parse_segment_name(blob.first).has_value(); }));
}

/// More than one turn of the page can put together.
struct LargeBrowser : Browser {
  LargeBrowser() {
    tab.items_in_a_part = 1;
    tab.open_now();
    for (char letter = 'A'; letter <= 'Z'; ++letter) tab.items.insert(std::string(300'000, letter));
    tab.store->save_whole();
    run_turn();
    REQUIRE(tab.store->state().fraction.has_value());
  }
  void run_turn() { loop.run_next(loop.now().ms); }
};

}  // namespace

TEST_CASE("an edit is there after the browser is opened again") {
  Browser browser;
  browser.tab.open_now();
  REQUIRE(browser.tab.loaded->has_value());
  CHECK((**browser.tab.loaded).is_new);
  CHECK(browser.tab.mode() == StoreMode::writing);
  browser.tab.add("goal");
  CHECK(browser.tab.status() == SaveStatus::saving);
  browser.loop.run_for(500);
  CHECK(browser.tab.status() == SaveStatus::saved);
  CHECK(reopen(browser.disk).items == std::set<std::string>{"goal"});
}

TEST_CASE("saving begins 300 to 500 ms after the first edit, however fast edits follow each other") {
  Browser browser;
  browser.tab.open_now();
  browser.tab.add("0");
  for (int i = 1; i < 30; ++i) {
    browser.loop.run_for(10);
    browser.tab.add(std::to_string(i));
  }
  CHECK(count_segments(browser.folder()) == 0);
  browser.loop.run_for(200);
  CHECK(count_segments(browser.folder()) == 1);
  CHECK(browser.tab.status() == SaveStatus::saved);
  CHECK(reopen(browser.disk).items.size() == 30);
}

TEST_CASE("a page that goes away sends its edits off at once, beside what is under way") {
  Browser browser;
  browser.tab.open_now();
  browser.tab.add("first");
  browser.tab.store->flush();
  browser.tab.add("second");
  browser.tab.store->flush();
  CHECK(browser.tab.status() == SaveStatus::saving);
  browser.tab.store.reset();
  browser.loop.run_for(1);
  CHECK(reopen(browser.disk).items == std::set<std::string>{"first", "second"});
}

TEST_CASE("a save that failed stays queued, says so, and is tried again") {
  Browser browser;
  browser.tab.open_now();
  browser.tab.blobs.always = Fault::full;
  browser.tab.add("goal");
  browser.loop.run_for(20'000);
  CHECK(browser.tab.status() == SaveStatus::not_saved);
  CHECK(browser.tab.reason() == "error.storage.full");
  const int tried = browser.tab.blobs.operation_count();
  CHECK(tried > 4);
  CHECK(tried < 12);  // ever more slowly
  browser.tab.blobs.always.reset();
  browser.loop.run_for(30'000);
  CHECK(browser.tab.status() == SaveStatus::saved);
  CHECK(reopen(browser.disk).items == std::set<std::string>{"goal"});
}

TEST_CASE("a save whose answer never came is recognised as its own") {
  Browser browser;
  browser.tab.open_now();
  browser.tab.add("goal");
  browser.tab.blobs.faults[browser.tab.blobs.operation_count() + 1] = Fault::close_after;
  browser.loop.run_for(500);
  CHECK(browser.tab.status() == SaveStatus::not_saved);
  browser.loop.run_for(2000);
  CHECK(browser.tab.status() == SaveStatus::saved);
  CHECK(count_segments(browser.folder()) == 1);
}

TEST_CASE("64 segments or a journal as large as the snapshot are compacted, and the generation before is kept") {
  Browser browser;
  browser.tab.open_now();
  for (int i = 0; i < 64; ++i) {
    browser.tab.add("item " + std::to_string(i));
    browser.loop.run_for(500);
  }
  CHECK(browser.tab.status() == SaveStatus::saved);
  CHECK(count_segments(browser.folder()) == 64);
  CHECK(std::ranges::count_if(browser.folder(), [](const auto& blob) { return is_chunk_name(blob.first); }) == 22);
  CHECK(browser.folder().at("m").contains("generation 2\nfolded 64\n"));

  browser.tab.add(std::string(300'000, 'x'));
  browser.loop.run_for(1000);
  CHECK(count_segments(browser.folder()) == 0);  // those of the first generation went, the second had none
  CHECK(browser.folder().at("m").contains("generation 3\nfolded 0\n"));
  CHECK(reopen(browser.disk).items == browser.tab.items);
}

TEST_CASE("what is added while a compaction is under way is saved after it") {
  Browser browser;
  browser.tab.open_now();
  browser.tab.add(std::string(300'000, 'x'));
  browser.tab.store->flush();  // goes straight into a snapshot
  browser.tab.add("during");
  browser.tab.store->flush();
  browser.loop.run_for(0);
  CHECK(browser.tab.status() == SaveStatus::saved);
  CHECK(reopen(browser.disk).items == browser.tab.items);
  browser.tab.add("after");
  browser.loop.run_for(500);
  CHECK(reopen(browser.disk).items == browser.tab.items);
}

TEST_CASE("an import is saved as a snapshot at once") {
  Browser browser;
  browser.tab.open_now();
  for (int i = 0; i < 100; ++i) browser.tab.items.insert("imported " + std::to_string(i));
  browser.tab.store->save_whole();
  CHECK(browser.tab.status() == SaveStatus::saving);
  browser.loop.run_for(1);
  CHECK(browser.tab.status() == SaveStatus::saved);
  CHECK(count_segments(browser.folder()) == 0);
  CHECK(reopen(browser.disk).items == browser.tab.items);
}

TEST_CASE("with a large document, 64 segments are joined into one and the snapshot stays as it is") {
  Browser browser;
  browser.tab.items_in_a_part = 1;
  browser.tab.open_now();
  for (char letter = 'a'; letter < 'g'; ++letter) browser.tab.items.insert(std::string(1'000'000, letter));
  browser.tab.store->save_whole();
  browser.loop.run_for(100);
  for (int i = 0; i < 65; ++i) {
    browser.tab.add("item " + std::to_string(i));
    browser.loop.run_for(500);
  }
  CHECK(browser.folder().contains("j.3.1"));
  CHECK(browser.folder().contains("j.3.2"));
  CHECK(count_segments(browser.folder()) == 66);
  CHECK(reopen(browser.disk).items == browser.tab.items);
  for (int i = 0; i < 200; ++i) {
    browser.tab.add("more " + std::to_string(i));
    browser.loop.run_for(500);
    CHECK(browser.folder().size() < 150);
  }
  CHECK(reopen(browser.disk).items == browser.tab.items);
}

TEST_CASE("closing saves first, and refuses while it cannot") {
  Browser browser;
  browser.tab.open_now();
  browser.tab.add("goal");
  browser.tab.blobs.always = Fault::abort;
  std::optional<Result<>> closed;
  browser.tab.store->close([&](Result<> result) { closed = result; });
  browser.loop.run_for(100);
  REQUIRE(closed);
  CHECK_FALSE(closed->has_value());
  CHECK(browser.tab.mode() == StoreMode::writing);
  browser.tab.blobs.always.reset();
  closed.reset();
  browser.tab.store->close([&](Result<> result) { closed = result; });
  browser.loop.run_for(100);
  REQUIRE(closed);
  CHECK(closed->has_value());
  CHECK(browser.tab.mode() == StoreMode::closed);
  CHECK(reopen(browser.disk).items == std::set<std::string>{"goal"});
}

TEST_CASE("a large document is saved in turns, and says how far it is") {
  LargeBrowser browser;
  std::vector<double> shares;
  for (int turn = 0; turn < 100 && browser.tab.status() == SaveStatus::saving; ++turn) {
    if (const auto share = browser.tab.store->state().fraction; share && (shares.empty() || *share > shares.back())) shares.push_back(*share);
    browser.run_turn();
  }
  CHECK(shares.size() >= 5);
  CHECK(browser.tab.status() == SaveStatus::saved);
  CHECK(!browser.tab.store->state().fraction);
  CHECK(reopen(browser.disk).items == browser.tab.items);
}

TEST_CASE("an edit made while the whole is being saved goes to the disk in the same transaction") {
  for (const Fault fault : {Fault::crash_before, Fault::crash_after}) {
    LargeBrowser browser;
    browser.tab.add("0 during");  // before what is written already
    browser.tab.add("~ during");  // behind it
    browser.tab.blobs.faults[browser.tab.blobs.operation_count() + 1] = fault;
    browser.loop.run_for(100);
    CHECK(browser.tab.blobs.has_crashed());
    const auto found = reopen(browser.disk).items;
    CHECK(found == (fault == Fault::crash_after ? browser.tab.items : std::set<std::string>{}));
  }
}

TEST_CASE("a page that goes away in the middle of the first save finishes it at once") {
  LargeBrowser browser;
  browser.tab.add("during");
  browser.tab.store->flush();
  browser.tab.store.reset();
  browser.loop.run_for(1);
  CHECK(reopen(browser.disk).items == browser.tab.items);
}

TEST_CASE("records taken out while the whole is being saved do not come back") {
  LargeBrowser browser;
  browser.tab.items.erase(std::string(300'000, 'A'));
  browser.tab.store->save_whole();
  browser.loop.run_for(500);
  CHECK(browser.tab.status() == SaveStatus::saved);
  CHECK(reopen(browser.disk).items == browser.tab.items);
}

TEST_CASE("edits do not wait for the compaction of a large document, and are there whatever becomes of it") {
  LargeBrowser browser;
  browser.loop.run_for(100);
  for (int i = 0; i < 5; ++i) {
    browser.tab.add(std::to_string(i) + std::string(600'000, 'x'));
    browser.loop.run_for(500);
    browser.tab.add("small " + std::to_string(i));
  }
  browser.loop.run_for(500);
  CHECK(browser.tab.status() == SaveStatus::saved);
  CHECK(reopen(browser.disk).items == browser.tab.items);
}

TEST_CASE("a large document is loaded in turns, a few chunks at a time, and says how far it is") {
  LargeBrowser browser;
  browser.loop.run_for(100);
  ManualLoop loop;
  TabLine line;
  ItemTab again(browser.disk, line, loop);
  again.open();
  std::vector<double> shares;
  while (!again.loaded && loop.run_next(loop.now().ms))
    if (const auto share = again.store->state().fraction; share && (shares.empty() || *share > shares.back())) shares.push_back(*share);
  CHECK(shares.size() >= 5);
  CHECK(again.items == browser.tab.items);
  CHECK(again.blobs.operation_count() < 12);  // 26 chunks of 300 KB: every reading lists the whole folder
}

TEST_CASE("a chunk that is gone before it is fetched is missed, not forgotten") {
  LargeBrowser browser;
  browser.loop.run_for(100);
  ManualLoop loop;
  TabLine line;
  ItemTab again(browser.disk, line, loop);
  again.open();
  for (int turn = 0; turn < 4; ++turn) loop.run_next(loop.now().ms);
  std::erase_if(browser.folder(), [](const auto& blob) { return blob.first.starts_with("c.") && blob.second.front() == 'Y'; });
  loop.run_for(500);
  REQUIRE(again.loaded->has_value());
  REQUIRE((**again.loaded).set_aside.size() == 1);
  CHECK((**again.loaded).set_aside[0].reason == "error.storage.missing");
  CHECK(again.items.size() == browser.tab.items.size() - 1);
}
