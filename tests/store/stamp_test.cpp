#include "store/stamp.h"

#include <doctest/doctest.h>

using namespace fullcircle;

namespace {

struct ManualClock {
  std::int64_t ms = 1000;
  StampClock clock{7, [this] { return Instant{ms}; }};
};

}  // namespace

TEST_CASE("a clock's stamps rise, within a millisecond and when the wall clock goes back") {
  ManualClock manual;
  Stamp last = manual.clock.next();
  CHECK(last.instant() == Instant{1000});
  for (int i = 0; i < 70'000; ++i) {  // more than the counter of one millisecond holds
    const Stamp stamp = manual.clock.next();
    REQUIRE(stamp > last);
    last = stamp;
  }
  manual.ms = 10;
  CHECK(manual.clock.next() > last);
}

TEST_CASE("a stamp exceeds what it replaces and everything seen, from whatever year") {
  ManualClock manual;
  const Stamp of_next_year{std::uint64_t{31'536'000'000} << 16, 900};
  CHECK(manual.clock.next(of_next_year) > of_next_year);
  ManualClock other;
  other.clock.observe(of_next_year);
  CHECK(other.clock.next() > of_next_year);
}

TEST_CASE("a clock reports how far others are ahead of it, and goes on") {
  ManualClock manual;
  CHECK(manual.clock.drift_ms() == 0);
  manual.clock.observe({std::uint64_t{61'000} << 16, 900});
  CHECK(manual.clock.drift_ms() == 60'000);
  manual.ms = 100'000;
  CHECK(manual.clock.drift_ms() == 0);
  CHECK(manual.clock.next().instant() == Instant{100'000});
}

TEST_CASE("a stamp's time has exactly one text") {
  for (const std::uint64_t time : {std::uint64_t{0}, std::uint64_t{1} << 16, (std::uint64_t{1'763'563'923'123} << 16) + 2, ~std::uint64_t{0}})
    CHECK(parse_stamp_time(stamp_time_to_text(time)) == time);
  CHECK(stamp_time_to_text((std::uint64_t{1'763'563'923'123} << 16) + 2) == "1763563923123+2");
  CHECK(stamp_time_to_text(std::uint64_t{5} << 16) == "5");
  for (const char* wrong : {"", "+", "5+", "+5", "5+0", "05", "5+01", "-5", "5 ", " 5", "5+65536", "281474976710656", "5+1+1", "5x", "99999999999999999999"})
    CHECK_MESSAGE(!parse_stamp_time(wrong), wrong);
}
