#include <doctest/doctest.h>

#include "app/storage/stored_names.h"
#include "app/support/item_tab.h"

using namespace fullcircle;

namespace {

using Items = std::set<std::string>;

/// Two generations on the disk: a, b, c in the first journal and the snapshot of the second; d, e, f in its journal.
struct Stored {
  Disk disk;
  std::map<std::string, std::string>& folder = disk.folders["w1"];

  Stored() {
    ManualLoop loop;
    TabLine line;
    ItemTab tab(disk, line, loop);
    tab.items_in_a_part = 1;
    tab.open_now();
    for (const char* item : {"a", "b", "c"}) save(tab, item);
    tab.store->save_whole();
    loop.run_for(500);
    for (const char* item : {"d", "e", "f"}) save(tab, item);
  }

  std::string chunk_with(const std::string& text) const {
    for (const auto& [name, bytes] : folder)
      if (is_chunk_name(name) && bytes == text) return name;
    return "";
  }
  void damage(const std::string& name) {
    std::string& bytes = folder.at(name);
    bytes[bytes.size() / 2] ^= 1;
  }

 private:
  static void save(ItemTab& tab, const std::string& item) {
    tab.add(item);
    tab.loop.run_for(500);
  }
};

const Items kAll{"a", "b", "c", "d", "e", "f"};

std::vector<std::string> names_of(const std::vector<SetAside>& parts) {
  std::vector<std::string> names;
  for (const SetAside& part : parts) names.push_back(part.name + " " + part.reason);
  return names;
}

}  // namespace

TEST_CASE("what is intact is loaded without a word") {
  Stored stored;
  const Reopened found = reopen(stored.disk);
  CHECK(found.items == kAll);
  CHECK(found.report.set_aside.empty());
  CHECK(found.report.document_count == 6);  // the first generation is not read when nothing is wrong
}

TEST_CASE("a damaged or missing chunk is made up for by the generation before") {
  for (const bool is_removed : {false, true}) {
    Stored stored;
    const std::string name = stored.chunk_with("b\n");
    is_removed ? (void)stored.folder.erase(name) : stored.damage(name);
    const Reopened found = reopen(stored.disk);
    CHECK(found.items == kAll);
    CHECK(names_of(found.report.set_aside) ==
          std::vector<std::string>{name + (is_removed ? " error.storage.missing" : " error.storage.damaged")});
    CHECK(reopen(stored.disk).items == kAll);
  }
}

TEST_CASE("a damaged segment costs its own edits and no others, and is named") {
  Stored stored;
  stored.damage("j.2.2");
  const std::string damaged = stored.folder.at("j.2.2");
  const Reopened found = reopen(stored.disk);
  CHECK(found.items == Items{"a", "b", "c", "d", "f"});
  CHECK(names_of(found.report.set_aside) == std::vector<std::string>{"j.2.2 error.storage.damaged"});
  CHECK(found.report.set_aside[0].is_kept);
  CHECK(found.report.set_aside[0].byte_count == damaged.size());
}

TEST_CASE("a segment that is gone is named, also when it was replaced by another intact one") {
  Stored stored;
  stored.folder.erase("j.2.2");
  CHECK(names_of(reopen(stored.disk).report.set_aside) == std::vector<std::string>{"j.2.2 error.storage.missing"});

  Stored other, replaced;
  ManualLoop loop;
  TabLine line;
  Disk elsewhere;
  ItemTab tab(elsewhere, line, loop);
  tab.open_now();
  tab.store->save_whole();
  loop.run_for(500);
  for (const char* item : {"x", "y"}) {
    tab.add(item);
    loop.run_for(500);
  }
  replaced.folder["j.2.2"] = elsewhere.folders["w1"].at("j.2.2");
  const Reopened found = reopen(replaced.disk);
  CHECK(found.items == Items{"a", "b", "c", "d", "f", "y"});
  CHECK_FALSE(found.report.set_aside.empty());
}

TEST_CASE("without its manifest everything intact is still found") {
  for (const bool is_removed : {false, true}) {
    Stored stored;
    is_removed ? (void)stored.folder.erase("m") : stored.damage("m");
    const Reopened found = reopen(stored.disk);
    CHECK(found.items == kAll);
    CHECK(names_of(found.report.set_aside) ==
          std::vector<std::string>{is_removed ? "m error.storage.missing" : "m error.storage.damaged"});
  }
}

TEST_CASE("after damage the document is written anew, and the damaged bytes are kept until they are let go") {
  Stored stored;
  stored.damage("j.2.3");
  const std::string damaged = stored.folder.at("j.2.3");
  {
    ManualLoop loop;
    TabLine line;
    ItemTab tab(stored.disk, line, loop);
    tab.open_now();
    CHECK(tab.mode() == StoreMode::writing);
    tab.add("g");
    loop.run_for(500);
    CHECK(tab.status() == SaveStatus::saved);
  }
  CHECK_FALSE(stored.folder.contains("j.2.3"));

  ManualLoop loop;
  TabLine line;
  ItemTab tab(stored.disk, line, loop);
  tab.open_now();
  CHECK(tab.items == Items{"a", "b", "c", "d", "e", "g"});
  CHECK((**tab.loaded).set_aside.empty());
  CHECK((**tab.loaded).kept.size() == 1);
  std::string kept;
  tab.store->read_set_aside("j.2.3", [&](Result<std::string> bytes) { kept = bytes.value_or("nothing"); });
  loop.run_for(10);
  CHECK(kept == damaged);
  tab.store->discard_set_aside([](Result<> result) { CHECK(result.has_value()); });
  loop.run_for(10);
  CHECK(reopen(stored.disk).report.kept.empty());
}

TEST_CASE("any one byte changed anywhere is noticed, and at most one edit is lost") {
  const Stored whole;
  for (const auto& [name, bytes] : whole.folder) {
    if (parse_epoch_name(name)) continue;  // empty
    const bool is_read = name == "m" || is_chunk_name(name) || name.starts_with("j.2.");
    for (std::size_t at = 0; at < bytes.size(); at += 7) {
      Stored stored;
      stored.folder[name][at] ^= 0x10;
      const Reopened found = reopen(stored.disk);
      CHECK(found.items.size() >= 5);
      CHECK(std::ranges::includes(kAll, found.items));
      if (is_read) CHECK_MESSAGE(!found.report.set_aside.empty(), name << " at " << at);
    }
  }
}

TEST_CASE("any part cut short or emptied is noticed, and at most one edit is lost") {
  const Stored whole;
  for (const auto& [name, bytes] : whole.folder) {
    for (std::size_t length = 0; length < bytes.size(); length += bytes.size() / 5 + 1) {
      Stored stored;
      stored.folder[name].resize(length);
      CHECK(reopen(stored.disk).items.size() >= 5);
    }
  }
}

TEST_CASE("an intact part that cannot be understood is set aside with the reader's own reason") {
  Disk disk;
  TabLine line;
  ManualLoop loop;
  {
    ItemTab tab(disk, line, loop);
    tab.open_now();
    tab.store->append("nonsense");
    tab.store->append("good\n");
    loop.run_for(500);
  }
  const Reopened found = reopen(disk);
  CHECK(found.items == Items{"good"});
  REQUIRE(found.report.set_aside.size() == 1);
  CHECK(found.report.set_aside[0].reason == "error.storage.unreadable");
  CHECK(found.report.set_aside[0].detail == "error.file.not_json");
}

TEST_CASE("what a newer program wrote is opened to read only, and not a byte is changed") {
  Disk disk;
  TabLine line;
  ManualLoop loop;
  {
    ItemTab tab(disk, line, loop);
    tab.open_now();
    tab.add("old");
    tab.store->append("from-the-future");
    loop.run_for(500);
  }
  const auto before = disk.folders;
  ItemTab tab(disk, line, loop);
  tab.open_now();
  CHECK(tab.mode() == StoreMode::too_new);
  CHECK(tab.items == Items{"old"});
  tab.add("new");
  tab.store->flush();
  loop.run_for(5000);
  CHECK(tab.status() == SaveStatus::not_saved);
  CHECK(disk.folders == before);
}
