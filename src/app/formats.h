// Dates, times, numbers and sizes in one language. The patterns are in its language file under "format".
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "app/language.h"
#include "model/day.h"

namespace fullcircle {

/// Cheap to make and copy; the language must outlive it. `today` decides what is "Yesterday" and when a year is written.
class Formats {
 public:
  Formats(const Language& language, Day today, int utc_offset_minutes = 0)
      : language_(&language), today_(today), utc_offset_minutes_(utc_offset_minutes) {}

  Day today() const { return today_; }
  int utc_offset_minutes() const { return utc_offset_minutes_; }
  /// The person's own calendar day of an instant.
  Day day_of(Instant instant) const { return fullcircle::day_of(instant, utc_offset_minutes_); }

  // Numbers
  std::string integer(std::int64_t value) const;
  std::string number(double value, int places) const;
  /// 7.40 -> "7.4", 82.0 -> "82".
  std::string short_number(double value, int most_places = 2) const;
  /// A difference: "+0.8", "−0.3", "0.0".
  std::string difference(double value, int places) const;
  /// A share of one: 0.824 -> "82%", in German "82 %".
  std::string percent(double share, int places = 0) const;
  /// A measured value with its unit: 82 "%" -> "82%"; 13.2 "days" -> "13.2 days"; no unit -> "13.2".
  std::string quantity(double value, std::string_view measure_unit) const;
  /// "4.2 MB", in steps of 1,000.
  std::string file_size(std::int64_t bytes) const;

  // Days
  /// "18 Dec"; with the year when it is not this year: "18 Dec 2025".
  std::string short_date(Day day) const;
  /// "18 December 2026".
  std::string long_date(Day day) const;
  /// "28 November"; with the year when it is not this year.
  std::string day_and_month(Day day) const;
  /// "Thursday 19 November".
  std::string weekday_date(Day day) const;
  /// "Today", "Yesterday", "Tomorrow", "2 days ago", "in 3 days"; beyond 30 days the short date.
  std::string relative_day(Day day) const;
  /// The same for the middle of a sentence: "today", "2 days ago", "18 Dec".
  std::string relative_day_inside(Day day) const;
  /// "Nov", "November", "November 2026", "Thursday".
  std::string_view month_short(Day day) const;
  std::string_view month_long(Day day) const;
  std::string month_and_year(Day day) const;
  std::string_view weekday_long(Day day) const;
  /// What a date field shows and takes: "18.12.2026" in German, "18/12/2026" in English.
  std::string numeric_date(Day day) const;
  /// Reads numeric_date, "2026-12-18", "18.12.26", "18 Dec" and "18 December 2026"; a missing year is today's.
  /// Errors (as nullopt): anything else, and days that do not exist.
  std::optional<Day> parse_date(std::string_view text) const;

  // Moments, in the person's own time
  /// "14:52".
  std::string time(Instant instant) const;
  /// "Today 14:52", "Yesterday 09:12", "18 Dec 14:52".
  std::string date_and_time(Instant instant) const;
  /// The same for the middle of a sentence: "today 14:52".
  std::string date_and_time_inside(Instant instant) const;

  /// "Mara, Tom and Priya".
  std::string list(std::span<const std::string> items) const;

 private:
  std::string pattern(std::string_view key, Day day) const;
  std::string relative(Day day, std::string_view group) const;
  std::string date_and_time(Instant instant, std::string_view group) const;
  std::optional<int> parse_month(std::string_view word) const;

  const Language* language_;
  Day today_;
  int utc_offset_minutes_;
};

}  // namespace fullcircle
