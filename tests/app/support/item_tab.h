// A tab of a browser that keeps a growing set of items in a WorkspaceStore: the simplest document that merges.
#pragma once

#include <set>
#include <string>

#include "app/storage/workspace_store.h"
#include "app/support/fake_tabs.h"
#include "app/support/fault_disk.h"

namespace fullcircle {

/// One item on each line.
inline Result<> merge_items(std::set<std::string>& items, std::string_view document) {
  if (document.starts_with("from-the-future")) return fail("error.file.too_new");
  if (document.starts_with("nonsense")) return fail("error.file.not_json");
  while (!document.empty()) {
    const auto end = std::min(document.find('\n'), document.size());
    items.emplace(document.substr(0, end));
    document.remove_prefix(std::min(end + 1, document.size()));
  }
  return {};
}

class ItemTab {
 public:
  ItemTab(Disk& disk, TabLine& line, ManualLoop& loop)
      : loop(loop), blobs(disk, loop), tabs(line, loop), store(std::make_unique<WorkspaceStore>(blobs, tabs, loop, access())) {}

  void open(const std::string& workspace = "w1") {
    store->open(workspace, [this](Result<LoadReport> loaded) { this->loaded = std::move(loaded); });
  }
  /// Opens and waits until that is done.
  void open_now() {
    open();
    loop.run_for(100);
  }

  void add(const std::string& item) {
    items.insert(item);
    queued.insert(item);
    store->append(item + "\n");
  }

  /// Everything the tab has been shown as saved.
  void note_acknowledged() {
    if (store && store->state().status == SaveStatus::saved) acknowledged.insert(queued.begin(), queued.end());
  }

  SaveStatus status() const { return store->state().status; }
  StoreMode mode() const { return store->state().mode; }
  std::string reason() const { return store->state().reason ? store->state().reason->code : ""; }

  ManualLoop& loop;
  FaultBlobs blobs;
  FakeTabs tabs;
  std::set<std::string> items;
  std::optional<std::set<std::string>> fresh;  ///< being read anew
  std::set<std::string> queued;        ///< added here
  std::set<std::string> acknowledged;  ///< of these, shown as saved
  std::optional<Result<LoadReport>> loaded;
  int merged_count = 0;
  std::size_t items_in_a_part = 3;
  std::unique_ptr<WorkspaceStore> store;

 private:
  DocumentAccess access() {
    return {.merge = [this](std::string_view document) { return merge_items(fresh ? *fresh : items, document); },
            .write_parts =
                [this](std::size_t, const std::function<void(std::string_view)>& write) {
                  std::string part;
                  std::size_t count = 0;
                  for (const std::string& item : items) {
                    part += item + "\n";
                    if (++count % items_in_a_part == 0) write(std::exchange(part, {}));
                  }
                  if (!part.empty()) write(part);
                },
            .on_start_over = [this] { fresh.emplace(); },
            .on_state = [this] { note_acknowledged(); },
            .on_merged =
                [this] {
                  ++merged_count;
                  if (fresh) items = std::move(*fresh);
                  fresh.reset();
                }};
  }
};

/// What a fresh browser finds on the disk.
struct Reopened {
  std::set<std::string> items;
  LoadReport report;
};
inline Reopened reopen(Disk& disk) {
  ManualLoop loop;
  TabLine line;
  ItemTab tab(disk, line, loop);
  tab.open_now();
  return {tab.items, tab.loaded && *tab.loaded ? **tab.loaded : LoadReport{}};
}

}  // namespace fullcircle
