// The keys of this device, files locked and opened with them or with a passphrase, and the work this takes.
#include <algorithm>

#include "app/app_impl.h"

namespace fullcircle {
namespace {

/// Shorter work is done before anybody could read what is being done.
constexpr int kShowWorkAfterMs = 400;
/// A bar that moves more often only takes time from the work.
constexpr std::int64_t kShowAgainAfterMs = 60;

}  // namespace

// ---- keys ----

void App::Impl::with_key(std::function<void(Result<DeviceKey>)> use) {
  device_.load_keys([this, use = std::move(use)](Result<> loaded) {
    if (!loaded) return use(std::unexpected(loaded.error()));
    state_.keys = device_.record().keys;
    if (!state_.keys.empty()) return use(state_.keys.front());
    ports_.encryption.make_keys([this, use](Result<KeyPair> pair) {
      pair ? add_key(*pair, use) : use(std::unexpected(pair.error()));
    });
  });
}

void App::Impl::add_key(const KeyPair& pair, std::function<void(Result<DeviceKey>)> use) {
  DeviceKey key{.recipient = pair.recipient, .identity = pair.identity, .added_at = ports_.clock.now(), .unknown = {}};
  device_.add_key(key, [this, key, use = std::move(use)](Result<> saved) {
    state_.keys = device_.record().keys;
    saved ? use(key) : use(std::unexpected(saved.error()));
    on_change_();
  });
}

void App::Impl::run(const MakeKey&) {
  with_key([this](Result<DeviceKey> key) {
    key ? notice(tr("encryption.key_made")) : problem(key.error());
    on_change_();
  });
}

void App::Impl::run(const RestoreKey& task) {
  ports_.encryption.read_keys(task.recovery_text, [this](Result<KeyPair> pair) {
    const auto tell = [this](Result<DeviceKey> key) {
      key ? notice(tr("encryption.key_restored")) : problem(key.error());
      on_change_();
    };
    pair ? add_key(*pair, tell) : tell(std::unexpected(pair.error()));
  });
}

// ---- files ----

void App::Impl::encrypt(std::string bytes, const AgeKeys& keys, std::function<void(Result<std::string>)> use) {
  auto job = std::make_shared<int>(0);
  const int work = begin_work("encryption.encrypting", {}, [this, job] { ports_.encryption.cancel(*job); });
  *job = ports_.encryption.encrypt(std::move(bytes), keys,
                                   {.on_progress = [this, work](double fraction) { report_work(work, fraction); },
                                    .done =
                                        [this, work, use = std::move(use)](Result<std::string> encrypted) {
                                          end_work(work);
                                          use(std::move(encrypted));
                                          update_state();
                                          on_change_();
                                        }});
}

void App::Impl::run(const OpenWithPassphrase& task) { opener_.give_passphrase(task.passphrase); }

void App::Impl::run(const SkipLockedFile&) { opener_.skip(); }

void App::Impl::follow_opener() {
  state_.passphrase_question = opener_.question();
  const auto progress = opener_.progress();
  if (progress && opening_ == 0) opening_ = begin_work("encryption.opening", {}, [this] { opener_.cancel(); });
  if (progress) report_work(opening_, *progress);
  if (!progress && opening_ != 0) end_work(std::exchange(opening_, 0));
  update_state();
  on_change_();
}

// ---- work that lasts ----

int App::Impl::begin_work(std::string_view label_key, std::string name, std::function<void()> cancel, std::optional<Task> again) {
  const int number = ++last_work_;
  works_.push_back({number, {std::string(label_key), std::move(name)}, std::move(cancel), std::move(again), {}});
  ports_.clock.call_after(kShowWorkAfterMs, [this, number] {
    const auto found = std::ranges::find(works_, number, &Work::number);
    if (found == works_.end()) return;
    state_.work = found->shown;
    on_change_();
  });
  return number;
}

void App::Impl::report_work(int work, double fraction) {
  const auto found = std::ranges::find(works_, work, &Work::number);
  if (found == works_.end()) return;
  found->shown.fraction = fraction;
  const Instant now = ports_.clock.now();
  if (!state_.work || work != works_.back().number || now.ms - found->told_at.ms < kShowAgainAfterMs) return;
  found->told_at = now;
  state_.work = found->shown;
  on_change_();
}

void App::Impl::keep_work(int work) {
  const auto found = std::ranges::find(works_, work, &Work::number);
  if (found == works_.end()) return;
  found->shown.can_cancel = false;
  if (state_.work && work == works_.back().number) state_.work = found->shown;
}

void App::Impl::end_work(int work) {
  std::erase_if(works_, [&](const Work& one) { return one.number == work; });
  if (!state_.work) return;
  works_.empty() ? state_.work.reset() : void(state_.work = works_.back().shown);
}

void App::Impl::run(const CancelWork&) {
  if (works_.empty() || !works_.back().shown.can_cancel) return;
  const Work work = std::move(works_.back());
  works_.pop_back();
  state_.work.reset();
  if (work.number == opening_) opening_ = 0;
  std::vector<NoticeAction> actions;
  if (work.again) actions.push_back({tr("action.open"), Intents{.go = {}, .edits = {}, .tasks = {*work.again}}});
  notice(tr("encryption.cancelled"), std::move(actions));
  work.cancel();
}

}  // namespace fullcircle
