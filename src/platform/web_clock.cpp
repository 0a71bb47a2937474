#include "platform/web_clock.h"

#include <emscripten.h>

#include "platform/web_port_calls.h"

// clang-format off
EM_JS(double, fc_now, (void), { return Date.now(); })
EM_JS(int, fc_utc_offset, (double ms), { return -new Date(ms).getTimezoneOffset(); })
EM_JS(void, fc_call_after, (int delay, int call), { Module.ports.callAfter(delay, call); })
EM_JS(void, fc_random, (void* bytes, int length), { Module.ports.random(bytes, length); })
// clang-format on

namespace fullcircle {
namespace {

PendingCalls<std::function<void()>>& timers() {
  static PendingCalls<std::function<void()>> pending;
  return pending;
}

}  // namespace

Instant WebClock::now() { return {static_cast<std::int64_t>(fc_now())}; }
int WebClock::utc_offset_minutes(Instant at) { return fc_utc_offset(static_cast<double>(at.ms)); }
void WebClock::call_after(int delay_ms, std::function<void()> run) { fc_call_after(delay_ms, timers().add(std::move(run))); }

void WebRandom::fill(std::span<std::byte> bytes) { fc_random(bytes.data(), static_cast<int>(bytes.size())); }

}  // namespace fullcircle

extern "C" EMSCRIPTEN_KEEPALIVE void fc_time_is_up(int call) {
  if (const auto run = fullcircle::timers().take(call)) run();
}
