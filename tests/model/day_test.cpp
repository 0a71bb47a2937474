#include "model/day.h"

#include <doctest/doctest.h>

using namespace fullcircle;

TEST_CASE("days count from 1970, both ways") {
  CHECK(to_day({1970, 1, 1}).number == 0);
  CHECK(to_day({1969, 12, 31}).number == -1);
  CHECK(to_day({2000, 3, 1}).number == 11017);
  CHECK(to_day({2026, 11, 19}) - to_day({2026, 1, 1}) == 322);
}

TEST_CASE("every day of four centuries goes to a date and back, one after the other") {
  // Rule: the Gregorian calendar repeats after 400 years of 146,097 days.
  YearMonthDay expected{1800, 1, 1};
  const Day first = to_day(expected);
  for (int i = 0; i < 146'097; ++i) {
    REQUIRE(to_year_month_day(first + i) == expected);
    REQUIRE(to_day(expected) == first + i);
    if (++expected.day > days_in_month(expected.year, expected.month)) {
      expected.day = 1;
      if (++expected.month > 12) expected = {expected.year + 1, 1, 1};
    }
  }
  CHECK(expected == YearMonthDay{2200, 1, 1});
}

TEST_CASE("the days of February follow the leap years") {
  CHECK(days_in_month(2024, 2) == 29);
  CHECK(days_in_month(2026, 2) == 28);
  CHECK(days_in_month(1900, 2) == 28);
  CHECK(days_in_month(2000, 2) == 29);
  CHECK(days_in_month(2026, 0) == 0);
  CHECK(days_in_month(2026, 13) == 0);
}

TEST_CASE("weekdays are numbered from Monday, before 1970 too") {
  CHECK(weekday(to_day({1970, 1, 1})) == 4);
  CHECK(weekday(to_day({2026, 11, 16})) == 1);
  CHECK(weekday(to_day({2026, 11, 22})) == 7);
  CHECK(weekday(to_day({1969, 12, 29})) == 1);
  CHECK(weekday(to_day({1969, 12, 28})) == 7);
}

TEST_CASE("a day has one text, and only days that exist are read") {
  CHECK(to_text(to_day({2026, 11, 19})) == "2026-11-19");
  CHECK(to_text(to_day({1, 1, 1})) == "0001-01-01");
  CHECK(parse_day("2024-02-29") == to_day({2024, 2, 29}));
  CHECK(parse_day("9999-12-31") == to_day({9999, 12, 31}));
  for (const char* wrong : {"", "2026-02-29", "2026-13-01", "2026-00-01", "2026-01-00", "2026-04-31", "0000-01-01", "2026-1-1", "2026/01/01", "+026-01-01",
                            "2026-01-011", "2026-01-0a", " 2026-01-01"})
    CHECK_MESSAGE(!parse_day(wrong), wrong);
}

TEST_CASE("an instant has one text, to the millisecond, before 1970 too") {
  CHECK(to_text(Instant{0}) == "1970-01-01T00:00:00.000Z");
  CHECK(to_text(Instant{-1}) == "1969-12-31T23:59:59.999Z");
  for (const std::int64_t ms : {std::int64_t{0}, std::int64_t{-1}, std::int64_t{1'795'099'920'123}, std::int64_t{-62'135'596'800'000}})
    CHECK(parse_instant(to_text(Instant{ms})) == Instant{ms});
  for (const char* wrong : {"", "2026-11-19", "2026-11-19T14:52:00Z", "2026-11-19T14:52:00.000", "2026-11-19T24:00:00.000Z", "2026-11-19T14:60:00.000Z",
                            "2026-11-19T14:52:60.000Z", "2026-02-30T14:52:00.000Z", "2026-11-19 14:52:00.000Z", "2026-11-19T14:52:00.00aZ"})
    CHECK_MESSAGE(!parse_instant(wrong), wrong);
}

TEST_CASE("the day of an instant is that of the place asked for") {
  const Instant late_evening = *parse_instant("2026-11-19T23:30:00.000Z");
  CHECK(day_of(late_evening) == to_day({2026, 11, 19}));
  CHECK(day_of(late_evening, 60) == to_day({2026, 11, 20}));
  CHECK(day_of(Instant{0}, -1) == to_day({1969, 12, 31}));
}
