// The lock of what is stored on this device: switched on and off, opened at the start, shut at once.
//
// The key that encrypts everything is drawn by chance; the passphrase only encrypts the key, as a file in the age format.
#include "app/app_impl.h"

namespace fullcircle {
namespace {

constexpr std::string_view kEnvelopeHead = "fullcircle-lock 1\n";
/// What the tabs tell each other about it by.
constexpr std::string_view kTabName = "lock";

}  // namespace

// ---- the envelope ----

void App::Impl::open_envelope(std::string passphrase, TakeEnvelope done) {
  blobs_.read_envelope([this, passphrase = std::move(passphrase), done = std::move(done)](Result<std::string> envelope) {
    if (!envelope) return done(std::unexpected(envelope.error()));
    ports_.encryption.decrypt(std::move(*envelope), {.keys = {}, .passphrase = passphrase}, {.on_progress = {}, .done = [done](Result<std::string> text) {
      if (!text) return done(fail(text.error().code == "error.encryption.wrong_passphrase" ? "error.lock.wrong" : text.error().code, {}, text.error().detail));
      if (!text->starts_with(kEnvelopeHead) || text->size() < kEnvelopeHead.size() + 64) return done(fail("error.encryption.damaged"));
      done(text->substr(kEnvelopeHead.size(), 64));
    }});
  });
}

void App::Impl::close_envelope(const std::string& key, const std::string& passphrase, TakeEnvelope done) {
  ports_.encryption.encrypt(std::string(kEnvelopeHead) + key + "\n", {.keys = {}, .passphrase = passphrase}, {.on_progress = {}, .done = std::move(done)});
}

// ---- the start, and the other tabs ----

void App::Impl::watch_lock() {
  const auto nothing = [] {};
  ports_.tabs.join(kTabName, {.on_granted = nothing, .on_elsewhere = nothing, .on_asked = nothing, .on_lost = nothing, .on_news = [this] { follow_lock(); }});
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

void App::Impl::run(const Unlock& task) {
  if (is_lock_busy_) return;
  is_lock_busy_ = true;
  state_.lock_problem.reset();
  open_envelope(task.passphrase, [this](Result<std::string> key) {
    is_lock_busy_ = false;
    if (!key || !blobs_.use_key(*key)) {
      state_.lock_problem = key ? Error{"error.encryption.damaged", {}, {}} : key.error();
      if (state_.lock_problem->code == "error.storage.missing") load_device();  // another tab has removed the lock
      return on_change_();
    }
    state_.phase = AppState::Phase::starting;
    device_.load([this](Result<> loaded) {
      if (!loaded) return fail_to_open(loaded.error());
      std::vector<RecordId> teams;
      for (const WorkspaceEntry& entry : device_.record().workspaces) teams.push_back(entry.id);
      // Switching on may have been cut short: what it left is done now.
      rewrite_teams(Seal::on, std::move(teams), [this](Result<>) {
        if (!session_) return load_device();
        state_.workspaces = device_.record().workspaces;
        state_.keys = device_.record().keys;
        state_.phase = AppState::Phase::open;
        session_->store().flush();
        take_next_files();
        on_change_();
      });
    });
  });
  on_change_();
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
      ports_.tabs.announce(kTabName);
    });
  });
}

// ---- switching ----

void App::Impl::rewrite_teams(Seal seal, std::vector<RecordId> teams, std::function<void(Result<>)> done) {
  if (teams.empty()) return done({});
  const std::string folder = to_text(teams.back());
  teams.pop_back();
  const auto go_on = [this, seal, teams = std::move(teams), folder, done = std::move(done)](Result<> rewritten) {
    if (!rewritten && seal == Seal::off) return done(rewritten);
    ports_.tabs.announce(folder);
    rewrite_teams(seal, teams, [rewritten, done](Result<> others) { done(rewritten ? others : rewritten); });
  };
  seal == Seal::on ? blobs_.seal(folder, {}, go_on) : blobs_.unseal(folder, go_on);
}

/// Also those that other tabs have made since.
void App::Impl::with_all_teams(std::function<void(Result<std::vector<RecordId>>)> use) {
  device_.load_workspaces([this, use = std::move(use)](Result<> loaded) {
    if (!loaded) return use(std::unexpected(loaded.error()));
    std::vector<RecordId> teams;
    for (const WorkspaceEntry& entry : device_.record().workspaces) teams.push_back(entry.id);
    use(std::move(teams));
  });
}

void App::Impl::reopen_after_lock(RecordId team) {
  is_lock_busy_ = false;
  state_.is_lock_on = blobs_.has_key();
  ++state_.lock_changes;
  ports_.tabs.announce(kTabName);
  if (!team.is_none()) return open_workspace(team);
  state_.phase = AppState::Phase::first_run;
  on_change_();
}

void App::Impl::end_lock_work(const Result<>& result, std::string_view notice_key) {
  is_lock_busy_ = false;
  if (result) {
    ++state_.lock_changes;
    notice(tr(notice_key));
  } else {
    state_.lock_problem = result.error();
  }
  on_change_();
}

void App::Impl::run(const SwitchLockOn& task) {
  if (is_lock_busy_ || state_.is_lock_on) return;
  is_lock_busy_ = true;
  state_.lock_problem.reset();
  const std::string key = blobs_.make_key();
  close_envelope(key, task.passphrase, [this, key, team = state_.open_workspace](Result<std::string> envelope) {
    if (!envelope) return end_lock_work(std::unexpected(envelope.error()), {});
    close_session([this, key, team, envelope = std::move(*envelope)](Result<> closed) {
      if (!closed) return end_lock_work(closed, {});
      forget_session();
      state_.phase = AppState::Phase::starting;
      with_all_teams([this, key, team, envelope](Result<std::vector<RecordId>> teams) {
        if (!teams) {
          problem(teams.error());
          return reopen_after_lock(team);
        }
        blobs_.use_key(key);
        // The key first: from here on a crash leaves parts that are locked and parts that will be at the next start.
        blobs_.seal(std::string(kDeviceFolder), envelope, [this, team, teams = *teams](Result<> sealed) {
          if (!sealed) {
            blobs_.forget_key();
            problem(sealed.error());
            return reopen_after_lock(team);
          }
          rewrite_teams(Seal::on, teams, [this, team](Result<> all) {
            all ? notice(tr("lock.is_on_now")) : problem(all.error());
            reopen_after_lock(team);
          });
        });
      });
    });
  });
}

void App::Impl::run(const SwitchLockOff& task) {
  if (is_lock_busy_ || !state_.is_lock_on) return;
  is_lock_busy_ = true;
  state_.lock_problem.reset();
  open_envelope(task.passphrase, [this, team = state_.open_workspace](Result<std::string> key) {
    if (!key) return end_lock_work(std::unexpected(key.error()), {});
    close_session([this, team](Result<> closed) {
      if (!closed) return end_lock_work(closed, {});
      forget_session();
      state_.phase = AppState::Phase::starting;
      const auto end = [this, team](Result<> done) {
        done ? notice(tr("lock.is_off_now")) : problem(done.error());
        if (done) blobs_.forget_key();
        reopen_after_lock(team);
      };
      with_all_teams([this, end](Result<std::vector<RecordId>> teams) {
        if (!teams) return end(std::unexpected(teams.error()));
        // The device last: until then a crash leaves a lock, and the next start puts all behind it again.
        rewrite_teams(Seal::off, *teams, [this, end](Result<> all) { all ? blobs_.unseal(std::string(kDeviceFolder), end) : end(all); });
      });
    });
  });
}

void App::Impl::run(const ChangeLock& task) {
  if (is_lock_busy_ || !state_.is_lock_on) return;
  is_lock_busy_ = true;
  state_.lock_problem.reset();
  open_envelope(task.passphrase, [this, next = task.next](Result<std::string> key) {
    if (!key) return end_lock_work(std::unexpected(key.error()), {});
    close_envelope(*key, next, [this](Result<std::string> envelope) {
      if (!envelope) return end_lock_work(std::unexpected(envelope.error()), {});
      blobs_.replace_envelope(*envelope, [this](Result<> stored) { end_lock_work(stored, "lock.changed"); });
    });
  });
}

}  // namespace fullcircle
