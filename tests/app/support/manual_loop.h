// A clock that a test moves by hand, and the turns of an event loop.
#pragma once

#include <algorithm>
#include <functional>
#include <vector>

#include "app/ports.h"

namespace fullcircle {

class ManualLoop : public Clock {
 public:
  Instant now() override { return now_; }
  int utc_offset_minutes(Instant) override { return offset_minutes; }
  void call_after(int delay_ms, std::function<void()> run) override { calls_.push_back({{now_.ms + delay_ms}, ++count_, std::move(run)}); }
  /// In a turn of its own, as soon as possible.
  void post(std::function<void()> run) { call_after(0, std::move(run)); }

  /// Runs what falls due within so many milliseconds, in order, and moves the clock there.
  void run_for(int duration_ms) {
    const std::int64_t until_ms = now_.ms + duration_ms;
    while (run_next(until_ms)) {
    }
    now_.ms = std::max(now_.ms, until_ms);
  }

  /// Runs one call that is due by then. False when there is none.
  bool run_next(std::int64_t until_ms) {
    const auto next = std::ranges::min_element(calls_, {}, [](const Call& call) { return std::pair(call.due, call.number); });
    if (next == calls_.end() || next->due.ms > until_ms) return false;
    const Call call = std::move(*next);
    calls_.erase(next);
    now_ = std::max(now_, call.due);
    call.run();
    return true;
  }

  /// Whoever waits is never called: the browser was killed.
  void forget_all() { calls_.clear(); }

  int offset_minutes = 60;

 private:
  struct Call {
    Instant due;
    int number;
    std::function<void()> run;
  };
  Instant now_{1'763'700'000'000};
  int count_ = 0;
  std::vector<Call> calls_;
};

}  // namespace fullcircle
