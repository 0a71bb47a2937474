#include "platform/native_clock.h"

#include <chrono>
#include <random>

namespace fullcircle {

Instant native_now() {
  using namespace std::chrono;
  return {duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()};
}

std::uint64_t native_random() {
  static std::random_device device;  // reads the system's source of random bytes
  return std::uint64_t{device()} << 32 | device();
}

IdSource native_ids() {
  return [] { return RecordId{native_random(), static_cast<std::uint16_t>(native_random())}; };
}

StampClock native_stamps(Stamp seen) {
  StampClock clock(native_random(), native_now);
  clock.observe(seen);
  return clock;
}

}  // namespace fullcircle
