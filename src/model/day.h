// Calendar days and instants. The core never reads a clock: both come in from the platform.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fullcircle {

/// A calendar day without a time zone: days since 1970-01-01.
struct Day {
  std::int32_t number = 0;
  constexpr auto operator<=>(const Day&) const = default;
  constexpr Day operator+(int days) const { return {number + days}; }
  constexpr Day operator-(int days) const { return {number - days}; }
  constexpr int operator-(Day other) const { return number - other.number; }
};

/// A moment: milliseconds since 1970-01-01T00:00Z.
struct Instant {
  std::int64_t ms = 0;
  constexpr auto operator<=>(const Instant&) const = default;
};

struct YearMonthDay {
  int year = 1970, month = 1, day = 1;
  constexpr auto operator<=>(const YearMonthDay&) const = default;
};

/// Proleptic Gregorian calendar. Source: H. Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
Day to_day(YearMonthDay date);
YearMonthDay to_year_month_day(Day day);
/// Days in that month; 0 for a month that does not exist.
int days_in_month(int year, int month);
/// 1 = Monday … 7 = Sunday (ISO 8601).
int weekday(Day day);

/// "2026-11-19".
std::string to_text(Day day);
/// Errors (as nullopt): any other form, a day that does not exist, years outside 0001 to 9999.
std::optional<Day> parse_day(std::string_view text);

/// "2026-11-19T14:52:00.000Z".
std::string to_text(Instant instant);
std::optional<Instant> parse_instant(std::string_view text);
/// The UTC day of an instant; screens that mean the person's own day pass the local offset in minutes.
Day day_of(Instant instant, int utc_offset_minutes = 0);

}  // namespace fullcircle
