// The lock switched on and off, opened at the start, and given another passphrase.
//
// Everything is got ready first, and until then it can be cancelled: nothing has been written. What follows is short.
#include <algorithm>

#include "app/app_impl.h"

namespace fullcircle {
namespace {

/// How far the bar is when everything is ready: the rest is the browser's, which puts it on the disk.
constexpr double kShareOfPreparing = 0.9;

}  // namespace

struct App::Impl::LockWork {
  Seal seal = Seal::on;
  RecordId team;                     ///< open before, and again afterwards
  int shown = 0;                     ///< the number of the work people see
  std::shared_ptr<int> job = std::make_shared<int>(0);
  enum class Stage : std::uint8_t { passphrase, leaving, away } stage = Stage::passphrase;
  std::string key, envelope;
  std::shared_ptr<const LockCipher> cipher;
  double prepared = 0;               ///< the share of the bar that preparing had
  struct Team {
    std::shared_ptr<FolderRewrite> rewrite;
    double weight = 1;               ///< about how many bytes
  };
  std::vector<Team> teams;

  std::string_view stays_key() const { return seal == Seal::on ? "lock.stays_off" : "lock.stays_on"; }
};

// ---- what people see of it ----

std::shared_ptr<App::Impl::LockWork> App::Impl::begin_lock_work(Seal seal, std::string_view label_key) {
  is_lock_busy_ = true;
  state_.lock_problem.reset();
  lock_work_ = std::make_shared<LockWork>();
  lock_work_->seal = seal;
  lock_work_->team = state_.open_workspace;
  lock_work_->shown = begin_work(label_key, {}, [this] { cancel_lock_work(); });
  return lock_work_;
}

void App::Impl::cancel_lock_work() {
  const auto work = std::exchange(lock_work_, nullptr);
  ports_.encryption.cancel(*work->job);
  work->teams.clear();
  if (work->stage == LockWork::Stage::away) return reopen_after_lock(work->team);
  if (work->stage == LockWork::Stage::passphrase) end_lock_work(work, {}, {});
}

/// Shows how far the team with that number is; all of them together take the bar from `from` to `to`.
void App::Impl::follow_rewrite(const LockWork& work, std::size_t index, double from, double to) {
  double total = 0, before = 0;
  for (std::size_t i = 0; i < work.teams.size(); ++i) {
    if (i == index) before = total;
    total += work.teams[i].weight;
  }
  const double weight = work.teams[index].weight;
  work.teams[index].rewrite->on_progress = [=, this, shown = work.shown](double share) { report_work(shown, from + (to - from) * (before + share * weight) / total); };
}

/// Nothing of the team was closed yet, or it could not be.
void App::Impl::end_lock_work(const std::shared_ptr<LockWork>& work, const Result<>& result, std::string_view notice_key) {
  lock_work_.reset();
  end_work(work->shown);
  is_lock_busy_ = false;
  if (result) {
    ++state_.lock_changes;
    if (!notice_key.empty()) notice(tr(notice_key));
  } else {
    state_.lock_problem = result.error();
    if (result.error().code != "error.lock.wrong") problem(result.error());
  }
  on_change_();
}

void App::Impl::end_switch(const std::shared_ptr<LockWork>& work, std::string_view key, const Result<>& result) {
  lock_work_.reset();
  end_work(work->shown);
  notice(result ? tr(key) : tr(key, {{"problem", language_->describe(result.error())}}), {}, !result);
  reopen_after_lock(work->team);
}

void App::Impl::reopen_after_lock(RecordId team) {
  is_lock_busy_ = false;
  ++state_.lock_changes;
  const bool was_on = std::exchange(state_.is_lock_on, blobs_.has_key());
  if (was_on != state_.is_lock_on) ports_.tabs.announce(kLockTabName);
  if (!team.is_none()) return open_workspace(team);
  state_.phase = AppState::Phase::first_run;
  on_change_();
}

// ---- getting ready ----

/// Also those that other tabs have made since.
void App::Impl::add_teams(const std::shared_ptr<LockWork>& work, std::function<void(Result<>)> done) {
  device_.load_workspaces([this, work, done = std::move(done)](Result<> loaded) {
    if (!loaded) return done(std::move(loaded));
    for (const WorkspaceEntry& entry : device_.record().workspaces) {
      const std::string folder = to_text(entry.id);
      if (std::ranges::any_of(work->teams, [&](const LockWork::Team& known) { return known.rewrite->folder() == folder; })) continue;
      work->teams.push_back({blobs_.rewrite(work->cipher, folder, work->seal), 1.0 + entry.byte_count});
    }
    done({});
  });
}

void App::Impl::leave_for_lock(const std::shared_ptr<LockWork>& work) {
  work->stage = LockWork::Stage::leaving;
  close_session([this, work](Result<> closed) {
    const bool is_cancelled = lock_work_ != work;
    if (!closed) return end_lock_work(work, closed, {});
    forget_session();
    state_.phase = AppState::Phase::starting;
    work->stage = LockWork::Stage::away;
    if (is_cancelled) return reopen_after_lock(work->team);
    add_teams(work, [this, work](Result<> added) {
      if (lock_work_ != work) return;
      added ? prepare_teams(work, 0) : end_switch(work, work->stays_key(), added);
    });
    on_change_();
  });
}

void App::Impl::prepare_teams(const std::shared_ptr<LockWork>& work, std::size_t index) {
  if (index == work->teams.size()) return switch_lock(work);
  follow_rewrite(*work, index, 0, kShareOfPreparing);
  work->teams[index].rewrite->prepare([this, work, index](Result<> ready) {
    if (lock_work_ != work) return;
    ready ? prepare_teams(work, index + 1) : end_switch(work, work->stays_key(), ready);
  });
}

// ---- the switch ----

void App::Impl::switch_lock(const std::shared_ptr<LockWork>& work) {
  lock_work_.reset();
  keep_work(work->shown);
  work->prepared = kShareOfPreparing;
  if (work->seal == Seal::on) {
    blobs_.use(work->cipher);
    // The key first: from here on a crash leaves parts that are locked and parts that will be at the next start.
    return blobs_.seal_device(work->envelope, [this, work](Result<> sealed) { sealed ? seal_teams(work) : after_failed_switch(work, sealed); });
  }
  add_teams(work, [this, work](Result<> added) {
    if (!added) return end_switch(work, work->stays_key(), added);
    // The device last: until then a crash leaves a lock, and the next start puts all behind it again.
    switch_teams(work, 0, [this, work](Result<> all) {
      if (!all) return after_failed_switch(work, all);
      blobs_.unseal_device([this, work](Result<> ended) { ended ? end_lock(work) : after_failed_switch(work, ended); });
    });
  });
}

void App::Impl::switch_teams(const std::shared_ptr<LockWork>& work, std::size_t index, std::function<void(Result<>)> done) {
  if (index == work->teams.size()) return done({});
  follow_rewrite(*work, index, work->prepared, 1);
  blobs_.commit(work->teams[index].rewrite, [this, work, index, done = std::move(done)](Result<> written) {
    if (!written && work->seal == Seal::off) return done(written);
    ports_.tabs.announce(work->teams[index].rewrite->folder());
    work->teams[index].rewrite->on_progress(1);
    switch_teams(work, index + 1, [written, done](Result<> others) { done(written ? others : written); });
  });
}

void App::Impl::seal_teams(const std::shared_ptr<LockWork>& work) {
  add_teams(work, [this, work](Result<> added) {
    switch_teams(work, 0, [this, work, added](Result<> all) {
      const Result<> result = added ? all : added;
      end_switch(work, result ? "lock.is_on_now" : "lock.is_on_partly", result);
    });
  });
}

void App::Impl::end_lock(const std::shared_ptr<LockWork>& work) {
  blobs_.forget_key();
  end_switch(work, "lock.is_off_now", {});
}

/// The device's own folder says whether there is a lock: where storage gave no clear answer, it is asked.
void App::Impl::after_failed_switch(const std::shared_ptr<LockWork>& work, Result<> failed) {
  blobs_.read_envelope([this, work, failed = std::move(failed)](Result<std::string> envelope) {
    const bool is_off = !envelope && envelope.error().code == "error.storage.missing";
    if (work->seal == Seal::on) {
      if (envelope && *envelope == work->envelope) return seal_teams(work);
      blobs_.forget_key();
      return end_switch(work, is_off ? "lock.stays_off" : failed.error().code, failed);
    }
    if (is_off) return end_lock(work);
    if (!envelope) return end_switch(work, failed.error().code, failed);  // the next start asks for the passphrase, and puts all behind the lock
    work->seal = Seal::on;
    work->teams.clear();
    add_teams(work, [this, work, failed](Result<>) {
      switch_teams(work, 0, [this, work, failed](Result<>) { end_switch(work, "lock.stays_on", failed); });
    });
  });
}

// ---- tasks ----

void App::Impl::run(const SwitchLockOn& task) {
  if (is_lock_busy_ || state_.is_lock_on) return;
  const auto work = begin_lock_work(Seal::on, "lock.switching_on");
  work->key = blobs_.make_key();
  work->cipher = blobs_.cipher_of(work->key);
  close_envelope(work->key, task.passphrase, [this, work](Result<std::string> envelope) {
    if (lock_work_ != work) return;
    if (!envelope) return end_lock_work(work, std::unexpected(envelope.error()), {});
    work->envelope = std::move(*envelope);
    leave_for_lock(work);
  }, work->job);
}

void App::Impl::run(const SwitchLockOff& task) {
  if (is_lock_busy_ || !state_.is_lock_on) return;
  const auto work = begin_lock_work(Seal::off, "lock.switching_off");
  open_envelope(task.passphrase, [this, work](Result<std::string> key) {
    if (lock_work_ != work) return;
    if (!key) return end_lock_work(work, std::unexpected(key.error()), {});
    work->cipher = blobs_.cipher();
    leave_for_lock(work);
  }, work->job);
}

void App::Impl::run(const ChangeLock& task) {
  if (is_lock_busy_ || !state_.is_lock_on) return;
  const auto work = begin_lock_work(Seal::on, "lock.change_title");
  open_envelope(task.passphrase, [this, work, next = task.next](Result<std::string> key) {
    if (lock_work_ != work) return;
    if (!key) return end_lock_work(work, std::unexpected(key.error()), {});
    close_envelope(*key, next, [this, work](Result<std::string> envelope) {
      if (lock_work_ != work) return;
      if (!envelope) return end_lock_work(work, std::unexpected(envelope.error()), {});
      lock_work_.reset();
      keep_work(work->shown);
      blobs_.replace_envelope(*envelope, [this, work, envelope = *envelope](Result<> stored) {
        if (stored) return end_lock_work(work, {}, "lock.changed");
        blobs_.read_envelope([this, work, envelope, stored](Result<std::string> found) {  // it may have arrived all the same
          end_lock_work(work, found && *found == envelope ? Result<>() : stored, "lock.changed");
        });
      });
    }, work->job);
  }, work->job);
}

void App::Impl::run(const Unlock& task) {
  if (is_lock_busy_) return;
  is_lock_busy_ = true;
  state_.lock_problem.reset();
  open_envelope(task.passphrase, [this](Result<std::string> key) {
    is_lock_busy_ = false;
    const auto cipher = key ? blobs_.cipher_of(*key) : nullptr;
    if (!cipher) {
      state_.lock_problem = key ? Error{"error.encryption.damaged", {}, {}} : key.error();
      if (state_.lock_problem->code == "error.storage.missing") load_device();  // another tab has removed the lock
      return on_change_();
    }
    blobs_.use(cipher);
    state_.phase = AppState::Phase::starting;
    device_.load([this](Result<> loaded) { loaded ? finish_locking() : fail_to_open(loaded.error()); });
  }, std::make_shared<int>(0));
  on_change_();
}

/// Switching on may have been cut short: what it left is done now.
void App::Impl::finish_locking() {
  const auto work = std::make_shared<LockWork>();
  work->cipher = blobs_.cipher();
  work->shown = begin_work("lock.switching_on", {}, [] {});
  keep_work(work->shown);
  for (const WorkspaceEntry& entry : device_.record().workspaces) work->teams.push_back({blobs_.rewrite(work->cipher, to_text(entry.id), Seal::on), 1.0 + entry.byte_count});
  switch_teams(work, 0, [this, work](Result<>) {
    end_work(work->shown);
    if (!session_) return load_device();
    state_.workspaces = device_.record().workspaces;
    state_.keys = device_.record().keys;
    state_.phase = AppState::Phase::open;
    session_->store().flush();
    take_next_files();
    on_change_();
  });
}

}  // namespace fullcircle
