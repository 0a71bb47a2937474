#include "model/day.h"

#include <charconv>
#include <cstdio>

#include "model/time_units.h"

namespace fullcircle {
namespace {

std::optional<int> parse_digits(std::string_view text) {
  int value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::int64_t floor_divide(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

}  // namespace

Day to_day(YearMonthDay date) {
  const int y = date.year - (date.month <= 2);
  const int era = (y >= 0 ? y : y - 399) / 400;
  const int year_of_era = y - era * 400;
  const int day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return {era * 146097 + day_of_era - 719468};
}

YearMonthDay to_year_month_day(Day day) {
  const int z = day.number + 719468;
  const int era = (z >= 0 ? z : z - 146096) / 146097;
  const int day_of_era = z - era * 146097;
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted_month = (5 * day_of_year + 2) / 153;
  const int month = shifted_month + (shifted_month < 10 ? 3 : -9);
  return {year_of_era + era * 400 + (month <= 2), month, day_of_year - (153 * shifted_month + 2) / 5 + 1};
}

int days_in_month(int year, int month) {
  if (month < 1 || month > 12) return 0;
  if (month == 2) return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

int weekday(Day day) {
  const int from_monday = (day.number + 3) % 7;  // 1970-01-01 was a Thursday
  return (from_monday < 0 ? from_monday + 7 : from_monday) + 1;
}

std::string to_text(Day day) {
  const auto date = to_year_month_day(day);
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
  return text;
}

std::optional<Day> parse_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = parse_digits(text.substr(0, 4)), month = parse_digits(text.substr(5, 2)), day = parse_digits(text.substr(8, 2));
  if (!year || !month || !day || *year < 1 || *day < 1 || *day > days_in_month(*year, *month)) return std::nullopt;
  return to_day({*year, *month, *day});
}

std::string to_text(Instant instant) {
  const std::int64_t ms_of_day = instant.ms - floor_divide(instant.ms, kMsPerDay) * kMsPerDay;
  char text[24];
  std::snprintf(text, sizeof text, "T%02d:%02d:%02d.%03dZ", static_cast<int>(ms_of_day / 3'600'000), static_cast<int>(ms_of_day / 60'000 % 60),
                static_cast<int>(ms_of_day / 1000 % 60), static_cast<int>(ms_of_day % 1000));
  return to_text(day_of(instant)) + text;
}

std::optional<Instant> parse_instant(std::string_view text) {
  if (text.size() != 24 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || text[19] != '.' || text[23] != 'Z') return std::nullopt;
  const auto day = parse_day(text.substr(0, 10));
  const auto hour = parse_digits(text.substr(11, 2)), minute = parse_digits(text.substr(14, 2)), second = parse_digits(text.substr(17, 2)),
             ms = parse_digits(text.substr(20, 3));
  if (!day || !hour || !minute || !second || !ms || *hour > 23 || *minute > 59 || *second > 59) return std::nullopt;
  return Instant{day->number * kMsPerDay + ((*hour * 60 + *minute) * 60 + *second) * std::int64_t{1000} + *ms};
}

Day day_of(Instant instant, int utc_offset_minutes) {
  return {static_cast<std::int32_t>(floor_divide(instant.ms + std::int64_t{utc_offset_minutes} * 60'000, kMsPerDay))};
}

}  // namespace fullcircle
