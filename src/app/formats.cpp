#include "app/formats.h"

#include <array>
#include <cmath>
#include <cstdlib>

namespace fullcircle {
namespace {

constexpr int kFarthestRelativeDay = 30;
constexpr std::int64_t kMsPerMinute = 60'000;

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string numbered(std::string_view group, int number) { return std::string(group) + std::to_string(number); }

}  // namespace

std::string Formats::integer(std::int64_t value) const { return integer_text(value, language_->number_marks()); }
std::string Formats::number(double value, int places) const { return number_text(value, places, language_->number_marks()); }
std::string Formats::short_number(double value, int most_places) const {
  return short_number_text(value, most_places, language_->number_marks());
}
std::string Formats::difference(double value, int places) const {
  return number_text(value, places, language_->number_marks(), Sign::both);
}
std::string Formats::percent(double share, int places) const {
  return language_->tr("format.percent", {{"number", number(share * 100, places)}});
}

std::string Formats::quantity(double value, std::string_view measure_unit) const {
  const auto shown = short_number(value);
  if (measure_unit.empty()) return shown;
  if (measure_unit == "%") return language_->tr("format.percent", {{"number", shown}});
  return language_->tr("format.quantity", {{"number", shown}, {"unit", measure_unit}});
}

std::string Formats::file_size(std::int64_t bytes) const {
  static constexpr std::string_view kUnits[] = {"format.size_bytes", "format.size_kb", "format.size_mb", "format.size_gb"};
  double shown = static_cast<double>(bytes);
  std::size_t unit = 0;
  while (shown >= 999.5 && unit + 1 < std::size(kUnits)) {
    shown /= 1000;
    ++unit;
  }
  const int places = unit > 0 && shown < 99.95 ? 1 : 0;
  return language_->tr(kUnits[unit], {{"number", number(shown, places)}});
}

/// {{day}}, {{day2}}, {{month}}, {{month2}}, {{month_short}}, {{month_long}}, {{weekday}}, {{year}} of a pattern.
std::string Formats::pattern(std::string_view key, Day day) const {
  const auto date = to_year_month_day(day);
  const auto day_number = std::to_string(date.day), month_number = std::to_string(date.month), year = std::to_string(date.year);
  return language_->tr(key, {{"day", day_number}, {"day2", two_digits(date.day)}, {"month", month_number},
                             {"month2", two_digits(date.month)}, {"month_short", month_short(day)},
                             {"month_long", month_long(day)}, {"weekday", weekday_long(day)}, {"year", year}});
}

std::string Formats::short_date(Day day) const {
  const bool is_this_year = to_year_month_day(day).year == to_year_month_day(today_).year;
  return pattern(is_this_year ? "format.date_short" : "format.date_short_year", day);
}
std::string Formats::long_date(Day day) const { return pattern("format.date_long", day); }
std::string Formats::day_and_month(Day day) const {
  const bool is_this_year = to_year_month_day(day).year == to_year_month_day(today_).year;
  return pattern(is_this_year ? "format.date_day_month" : "format.date_long", day);
}
std::string Formats::weekday_date(Day day) const { return pattern("format.date_weekday", day); }
std::string Formats::month_and_year(Day day) const { return pattern("format.date_month_year", day); }
std::string Formats::numeric_date(Day day) const { return pattern("format.date_numeric", day); }

std::string_view Formats::month_short(Day day) const {
  return language_->tr(numbered("format.month_short.", to_year_month_day(day).month));
}
std::string_view Formats::month_long(Day day) const {
  return language_->tr(numbered("format.month_long.", to_year_month_day(day).month));
}
std::string_view Formats::weekday_long(Day day) const { return language_->tr(numbered("format.weekday.", weekday(day))); }

std::string Formats::relative(Day day, std::string_view group) const {
  const int ahead = day - today_;
  const auto key = [&](std::string_view name) { return std::string(group) + std::string(name); };
  if (ahead == 0) return std::string(language_->tr(key("today")));
  if (ahead == 1) return std::string(language_->tr(key("tomorrow")));
  if (ahead == -1) return std::string(language_->tr(key("yesterday")));
  if (std::abs(ahead) > kFarthestRelativeDay) return short_date(day);
  return language_->tr(key(ahead > 0 ? "days_ahead" : "days_ago"), {{"count", std::abs(ahead)}});
}

std::string Formats::relative_day(Day day) const { return relative(day, "format.relative."); }
std::string Formats::relative_day_inside(Day day) const { return relative(day, "format.relative_inside."); }

std::string Formats::time(Instant instant) const {
  constexpr std::int64_t kMinutesPerDay = 24 * 60;
  const auto minute = ((instant.ms / kMsPerMinute + utc_offset_minutes_) % kMinutesPerDay + kMinutesPerDay) % kMinutesPerDay;
  return language_->tr("format.time", {{"hour", std::to_string(minute / 60)}, {"hour2", two_digits(static_cast<int>(minute / 60))},
                                       {"minute2", two_digits(static_cast<int>(minute % 60))}});
}

std::string Formats::date_and_time(Instant instant, std::string_view group) const {
  const Day day = day_of(instant);
  const bool is_near = std::abs(day - today_) <= 1;
  return language_->tr("format.date_and_time", {{"date", is_near ? relative(day, group) : short_date(day)}, {"time", time(instant)}});
}

std::string Formats::date_and_time(Instant instant) const { return date_and_time(instant, "format.relative."); }
std::string Formats::date_and_time_inside(Instant instant) const { return date_and_time(instant, "format.relative_inside."); }

std::string Formats::list(std::span<const std::string> items) const {
  if (items.empty()) return {};
  std::string out = items[0];
  for (std::size_t i = 1; i < items.size(); ++i)
    out = language_->tr(i + 1 == items.size() ? "format.list_last" : "format.list_next", {{"list", out}, {"item", items[i]}});
  return out;
}

}  // namespace fullcircle
