// When and by whom a version was written: hybrid logical clock stamps, totally ordered over all devices.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "model/day.h"

namespace fullcircle {

/// One device's profile; drawn at random by the platform, anew after every restore of a backup.
using Actor = std::uint64_t;

/// Greater means later; the actor only breaks ties. All zero means "none".
struct Stamp {
  std::uint64_t time = 0;  ///< milliseconds since 1970 << 16 | counter within the millisecond
  Actor actor = 0;

  constexpr bool is_none() const { return time == 0 && actor == 0; }
  constexpr Instant instant() const { return {static_cast<std::int64_t>(time >> 16)}; }
  constexpr auto operator<=>(const Stamp&) const = default;
};

/// The time part: "1763563923123+2", without "+0". Files put an alias of the actor beside it.
std::string stamp_time_to_text(std::uint64_t time);
/// Errors (as nullopt): any other form, numbers that do not fit 48 + 16 bits.
std::optional<std::uint64_t> parse_stamp_time(std::string_view text);

/// Gives out stamps that exceed everything this device has seen, whatever its wall clock says.
class StampClock {
 public:
  using Now = std::function<Instant()>;

  StampClock(Actor actor, Now now) : actor_(actor), now_(std::move(now)) {}

  /// A stamp greater than all given out or observed before, and than `at_least`.
  Stamp next(Stamp at_least = {});
  /// Takes note of a stamp from elsewhere: a merge calls it with the greatest stamp of what came in.
  void observe(Stamp seen);
  /// How far the greatest stamp seen lies ahead of this device's clock; 0 when it does not. The app warns above some minutes.
  std::int64_t drift_ms() const;

  Actor actor() const { return actor_; }

 private:
  Actor actor_;
  Now now_;
  std::uint64_t last_time_ = 0;
};

}  // namespace fullcircle
