// The storage layer without an app: a WorkspaceStore over a growing set of items, driven by probe.mjs.
#include <emscripten.h>

#include <set>
#include <string>

#include "app/storage/workspace_store.h"
#include "platform/web_blobs.h"
#include "platform/web_clock.h"
#include "platform/web_page_end.h"
#include "platform/web_tabs.h"

namespace {

using namespace fullcircle;

struct Probe {
  WebBlobs blobs;
  WebTabs tabs;
  WebClock clock;
  std::set<std::string, std::less<>> items;
  int loaded = 0;  ///< 1 when it is, -1 when that failed
  std::size_t set_aside_count = 0;
  std::string text;
  std::unique_ptr<WorkspaceStore> store;
};

Probe& probe() {
  static Probe the_probe;
  return the_probe;
}

/// One item on each line.
Result<> merge(std::string_view piece, bool is_last) {
  static std::string document;
  document += piece;
  if (!is_last) return {};
  for (std::string_view rest = document; !rest.empty();) {
    const auto end = std::min(rest.find('\n'), rest.size());
    probe().items.emplace(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  document.clear();
  return {};
}

/// A part in each step.
std::function<WriteStep()> write_parts(std::size_t target_bytes) {
  return [target_bytes, last = std::string()]() mutable {
    WriteStep step{.part = std::string()};
    auto item = probe().items.upper_bound(last);
    for (; item != probe().items.end() && step.part->size() < target_bytes; ++item) step.part->append(last = *item).append("\n");
    step.is_done = item == probe().items.end();
    if (step.part->empty()) step.part.reset();
    return step;
  };
}

EM_JS(void, probe_changed, (), { Module.onChange(); })

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE void probe_open(const char* workspace) {
  DocumentAccess access{.merge = merge, .write_parts = write_parts, .on_state = probe_changed, .on_merged = probe_changed};
  probe().store = std::make_unique<WorkspaceStore>(probe().blobs, probe().tabs, probe().clock, std::move(access));
  set_on_page_end([] { probe().store->flush(); });
  probe().store->open(workspace, [](Result<LoadReport> report) {
    probe().loaded = report ? 1 : -1;
    probe().text = report ? "" : report.error().code + " " + report.error().detail;
    if (report) probe().set_aside_count = report->set_aside.size();
    probe_changed();
  });
}

EMSCRIPTEN_KEEPALIVE void probe_add(const char* item) {
  probe().items.emplace(item);
  probe().store->append(std::string(item) + "\n");
}

/// So many items of so many bytes, as an import.
EMSCRIPTEN_KEEPALIVE void probe_fill(int count, int bytes_each) {
  for (int i = 0; i < count; ++i) {
    std::string item = "filler " + std::to_string(i) + " ";
    while (item.size() < static_cast<std::size_t>(bytes_each)) item += static_cast<char>('a' + (item.size() * 7 + static_cast<std::size_t>(i)) % 26);
    probe().items.insert(std::move(item));
  }
  probe().store->save_whole();
}

EMSCRIPTEN_KEEPALIVE void probe_flush() { probe().store->flush(); }
EMSCRIPTEN_KEEPALIVE void probe_take_over() { probe().store->take_over(); }
EMSCRIPTEN_KEEPALIVE int probe_loaded() { return probe().loaded; }
EMSCRIPTEN_KEEPALIVE int probe_status() { return static_cast<int>(probe().store->state().status); }
EMSCRIPTEN_KEEPALIVE int probe_mode() { return static_cast<int>(probe().store->state().mode); }
EMSCRIPTEN_KEEPALIVE int probe_count() { return static_cast<int>(probe().items.size()); }
EMSCRIPTEN_KEEPALIVE int probe_set_aside_count() { return static_cast<int>(probe().set_aside_count); }
EMSCRIPTEN_KEEPALIVE int probe_has(const char* item) { return probe().items.contains(std::string_view(item)) ? 1 : 0; }
EMSCRIPTEN_KEEPALIVE const char* probe_reason() {
  if (probe().loaded < 0) return probe().text.c_str();
  const SaveState& state = probe().store->state();
  probe().text = state.reason ? state.reason->code + " " + state.reason->detail : "";
  return probe().text.c_str();
}

}  // extern "C"

int main() {}
