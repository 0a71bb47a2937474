// The lock of what is stored on this device: the key in its envelope, other tabs, and locking at once. app_lock_switch.cpp has the rest.
//
// The key that encrypts everything is drawn by chance; the passphrase only encrypts the key, as a file in the age format.
#include "app/app_impl.h"

namespace fullcircle {
namespace {

constexpr std::string_view kEnvelopeHead = "fullcircle-lock 1\n";

}  // namespace

// ---- the envelope ----

void App::Impl::open_envelope(std::string passphrase, TakeEnvelope done, std::shared_ptr<int> job) {
  blobs_.read_envelope([this, passphrase = std::move(passphrase), done = std::move(done), job = std::move(job)](Result<std::string> envelope) {
    if (!envelope) return done(std::unexpected(envelope.error()));
    *job = ports_.encryption.decrypt(std::move(*envelope), {.keys = {}, .passphrase = passphrase}, {.on_progress = {}, .done = [done](Result<std::string> text) {
      if (!text) return done(fail(text.error().code == "error.encryption.wrong_passphrase" ? "error.lock.wrong" : text.error().code, {}, text.error().detail));
      if (!text->starts_with(kEnvelopeHead) || text->size() < kEnvelopeHead.size() + 64) return done(fail("error.encryption.damaged"));
      done(text->substr(kEnvelopeHead.size(), 64));
    }});
  });
}

void App::Impl::close_envelope(const std::string& key, const std::string& passphrase, TakeEnvelope done, const std::shared_ptr<int>& job) {
  *job = ports_.encryption.encrypt(std::string(kEnvelopeHead) + key + "\n", {.keys = {}, .passphrase = passphrase}, {.on_progress = {}, .done = std::move(done)});
}

// ---- the start, and the other tabs ----

void App::Impl::watch_lock() {
  const auto nothing = [] {};
  ports_.tabs.join(kLockTabName, {.on_granted = nothing, .on_elsewhere = nothing, .on_asked = nothing, .on_lost = nothing, .on_news = [this] { follow_lock(); }});
}

void App::Impl::show_locked() {
  state_.phase = AppState::Phase::locked;
  state_.is_lock_on = true;
  state_.workspaces.clear();
  state_.keys.clear();
  on_change_();
}

void App::Impl::close_session(std::function<void(Result<>)> done) {
  if (!session_) return done({});
  measure_workspace();
  session_->store().close([this, done = std::move(done)](Result<> closed) {
    ports_.clock.call_after(0, [done, closed] { done(closed); });  // the session is still at work
  });
}

void App::Impl::follow_lock() {
  if (is_lock_busy_ || state_.phase == AppState::Phase::starting) return;
  is_lock_busy_ = true;
  close_session([this](Result<> closed) {
    if (closed) forget_session();  // else it holds what is nowhere else: it goes on after the passphrase
    blobs_.forget_key();
    device_.forget();
    is_lock_busy_ = false;
    state_.phase = AppState::Phase::starting;
    load_device();
  });
}

void App::Impl::run(const LockNow&) {
  if (is_lock_busy_ || !state_.is_lock_on) return;
  is_lock_busy_ = true;
  close_session([this](Result<> closed) {
    is_lock_busy_ = false;
    if (!closed) {
      problem(closed.error());
      return on_change_();
    }
    forget_session();
    device_.save([this](Result<>) {  // its size and last change; where that fails nothing of worth is lost
      blobs_.forget_key();
      device_.forget();
      effects_.go = Route{};
      show_locked();
      ports_.tabs.announce(kLockTabName);
    });
  });
}

}  // namespace fullcircle
