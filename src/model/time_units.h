// How long what the calendar counts in is on the clock.
#pragma once

#include <cstdint>

namespace fullcircle {

inline constexpr std::int64_t kMsPerDay = 86'400'000;  ///< of UTC, which has no longer and no shorter ones

}  // namespace fullcircle
