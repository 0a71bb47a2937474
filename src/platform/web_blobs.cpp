#include "platform/web_blobs.h"

#include <emscripten.h>

#include "platform/web_port_calls.h"

// The bodies only hand over to shell/ports.js.
// clang-format off
EM_JS(void, fc_stage, (int transaction, int kind, const char* name, int name_length, const char* bytes, int length),
      { Module.ports.stage(transaction, kind, name, name_length, bytes, length); })
EM_JS(void, fc_drop, (int transaction), { Module.ports.drop(transaction); })
EM_JS(void, fc_commit, (int transaction, const char* folder, int length, int call), { Module.ports.commit(transaction, folder, length, call); })
EM_JS(void, fc_read, (const char* folder, int length, int call), { Module.ports.read(folder, length, call); })
EM_JS(int, fc_take_restored, (const char* folder, int length), { return Module.ports.takeRestored(folder, length); })
EM_JS(void, fc_remove_folder, (const char* folder, int length, int call), { Module.ports.removeFolder(folder, length, call); })
EM_JS(void, fc_ask_to_persist, (int call), { Module.ports.askToPersist(call); })
EM_JS(void, fc_estimate, (int call), { Module.ports.estimate(call); })
// clang-format on

namespace fullcircle {
namespace {

int length_of(std::string_view text) { return static_cast<int>(text.size()); }

/// Kinds of step, as in shell/storage.js.
enum Step { create = 0, put = 1, remove = 2, require_absent = 3 };

class WebTransaction : public BlobTransaction {
 public:
  explicit WebTransaction(std::string_view folder) : folder_(folder), number_(++last_number_) {}
  ~WebTransaction() override { fc_drop(number_); }

  void create(std::string_view name, std::string_view bytes) override { stage(Step::create, name, bytes); }
  void put(std::string_view name, std::string_view bytes) override { stage(Step::put, name, bytes); }
  void remove(std::string_view name) override { stage(Step::remove, name, {}); }
  void require_absent(std::string_view name) override { stage(Step::require_absent, name, {}); }
  void commit(std::function<void(Result<>)> done) override;

 private:
  void stage(Step kind, std::string_view name, std::string_view bytes) {
    fc_stage(number_, kind, name.data(), length_of(name), bytes.data(), length_of(bytes));
  }

  static inline int last_number_ = 0;
  const std::string folder_;
  const int number_;
};

struct Reading {
  std::function<bool(std::string_view)> wanted;
  std::function<void(Blob)> each;
};

struct Call {
  Reading reading;
  std::function<void(Result<>)> done;
};

PendingCalls<Call>& calls() {
  static PendingCalls<Call> pending;
  return pending;
}
PendingCalls<std::function<void(bool)>>& persist_calls() {
  static PendingCalls<std::function<void(bool)>> pending;
  return pending;
}
PendingCalls<std::function<void(std::optional<Blobs::Estimate>)>>& estimate_calls() {
  static PendingCalls<std::function<void(std::optional<Blobs::Estimate>)>> pending;
  return pending;
}

void WebTransaction::commit(std::function<void(Result<>)> done) {
  fc_commit(number_, folder_.data(), length_of(folder_), calls().add({{}, std::move(done)}));
}

/// Outcomes, as in shell/storage.js.
Result<> result_of(int outcome, std::string detail) {
  constexpr const char* kCodes[] = {"",
                                    "error.storage.taken",
                                    "error.storage.full",
                                    "error.storage.closed",
                                    "error.storage.unavailable",
                                    "error.storage.aborted"};
  if (outcome == 0) return {};
  return fail(kCodes[outcome], {}, std::move(detail));
}

}  // namespace

std::unique_ptr<BlobTransaction> WebBlobs::begin(std::string_view folder) { return std::make_unique<WebTransaction>(folder); }

void WebBlobs::read(std::string_view folder, std::function<bool(std::string_view)> wanted, std::function<void(Blob)> each,
                    std::function<void(Result<>)> done) {
  fc_read(folder.data(), length_of(folder), calls().add({{std::move(wanted), std::move(each)}, std::move(done)}));
}

bool WebBlobs::take_restored(std::string_view folder) { return fc_take_restored(folder.data(), length_of(folder)) != 0; }

void WebBlobs::remove_folder(std::string_view folder, std::function<void(Result<>)> done) {
  fc_remove_folder(folder.data(), length_of(folder), calls().add({{}, std::move(done)}));
}

void WebBlobs::ask_to_persist(std::function<void(bool)> done) { fc_ask_to_persist(persist_calls().add(std::move(done))); }

void WebBlobs::estimate(std::function<void(std::optional<Estimate>)> done) { fc_estimate(estimate_calls().add(std::move(done))); }

}  // namespace fullcircle

// ---- answers, from shell/ports.js ----

using namespace fullcircle;

extern "C" {

/// The buffer holds the name.
EMSCRIPTEN_KEEPALIVE int fc_blob_wanted(int call) {
  const std::string name = take_port_buffer();
  const Call* pending = calls().find(call);
  return pending && pending->reading.wanted(name) ? 1 : 0;
}

/// The buffer holds the name, then the bytes.
EMSCRIPTEN_KEEPALIVE void fc_blob(int call, int name_length) {
  std::string bytes = take_port_buffer();
  const Call* pending = calls().find(call);
  if (!pending) return;
  std::string name = bytes.substr(0, static_cast<std::size_t>(name_length));
  bytes.erase(0, name.size());
  const auto each = pending->reading.each;  // may start other calls, which moves the table
  each({std::move(name), std::move(bytes)});
}

/// The buffer holds the browser's own words.
EMSCRIPTEN_KEEPALIVE void fc_stored(int call, int outcome) {
  Call pending = calls().take(call);
  if (pending.done) pending.done(result_of(outcome, take_port_buffer()));
}

EMSCRIPTEN_KEEPALIVE void fc_persisted(int call, int agreed) {
  if (const auto done = persist_calls().take(call)) done(agreed != 0);
}

EMSCRIPTEN_KEEPALIVE void fc_estimated(int call, double used, double allowed) {
  if (const auto done = estimate_calls().take(call))
    done(allowed < 0 ? std::nullopt : std::optional(Blobs::Estimate{used, allowed}));
}

}  // extern "C"
