// Time and chance, as the browser has them.
#pragma once

#include "app/ports.h"

namespace fullcircle {

class WebClock : public Clock {
 public:
  Instant now() override;
  int utc_offset_minutes(Instant at) override;
  void call_after(int delay_ms, std::function<void()> run) override;
};

class WebRandom : public Random {
 public:
  void fill(std::span<std::byte> bytes) override;
};

}  // namespace fullcircle
