#include "app/turns.h"

#include <utility>

namespace fullcircle {
namespace {

constexpr std::int64_t kTurn_ms = 12;
constexpr int kMostSteps = 16;  // also where the clock stands still, as it does in a test

}  // namespace

void run_in_turns(Clock& clock, std::weak_ptr<const void> owner, std::function<bool()> step) {
  const Instant began = clock.now();
  for (int count = 0; count < kMostSteps && clock.now().ms - began.ms < kTurn_ms; ++count) {
    const auto kept = owner.lock();
    if (!kept || !step()) return;
  }
  clock.call_after(0, [&clock, owner = std::move(owner), step = std::move(step)] { run_in_turns(clock, owner, step); });
}

}  // namespace fullcircle
