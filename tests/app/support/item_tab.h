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
  std::string incoming;                ///< the pieces so far of a stored document
  std::set<std::string> queued;        ///< added here
  std::set<std::string> acknowledged;  ///< of these, shown as saved
  std::optional<Result<LoadReport>> loaded;
  int merged_count = 0;
  std::size_t items_in_a_part = 3;
  std::unique_ptr<WorkspaceStore> store;

 private:
  DocumentAccess access() {
    return {.merge = [this](std::string_view piece, bool is_last) -> Result<> {
              incoming += piece;
              return is_last ? merge_items(fresh ? *fresh : items, std::exchange(incoming, {})) : Result<>();
            },
            .write_parts = [this](std::size_t) -> std::function<WriteStep()> {
              return [this, last = std::optional<std::string>()]() mutable {
                WriteStep step;
                auto item = last ? items.upper_bound(*last) : items.begin();
                std::string part;
                for (std::size_t count = 0; item != items.end() && count < items_in_a_part; ++item, ++count) part += *(last = *item) + "\n";
                if (!part.empty()) step.part = std::move(part);
                step.is_done = item == items.end();
                step.fraction = static_cast<double>(std::distance(items.begin(), item)) / static_cast<double>(std::max<std::size_t>(items.size(), 1));
                return step;
              };
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
