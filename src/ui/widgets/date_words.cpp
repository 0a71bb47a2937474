// Days as people write them: reading and writing figures in the order of the language.
#include <charconv>
#include <cstdio>

#include "ui/widgets/date_field.h"

namespace fullcircle::ui {

std::string format_day(Day day, const DateWords& words) {
  const YearMonthDay date = to_year_month_day(day);
  char buffer[32];
  const char mark = words.separator;
  switch (words.order) {
    case DateWords::Order::day_month_year: std::snprintf(buffer, sizeof buffer, "%02d%c%02d%c%04d", date.day, mark, date.month, mark, date.year); break;
    case DateWords::Order::month_day_year: std::snprintf(buffer, sizeof buffer, "%02d%c%02d%c%04d", date.month, mark, date.day, mark, date.year); break;
    case DateWords::Order::year_month_day: std::snprintf(buffer, sizeof buffer, "%04d%c%02d%c%02d", date.year, mark, date.month, mark, date.day); break;
  }
  return buffer;
}

std::optional<Day> parse_typed_day(std::string_view text, const DateWords& words, Day today) {
  int numbers[3] = {};
  std::size_t digits[3] = {};
  int count = 0;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] < '0' || text[i] > '9') {
      ++i;
      continue;
    }
    if (count == 3) return std::nullopt;
    const auto [end, problem] = std::from_chars(text.data() + i, text.data() + text.size(), numbers[count]);
    if (problem != std::errc{}) return std::nullopt;
    digits[count] = static_cast<std::size_t>(end - (text.data() + i));
    i = static_cast<std::size_t>(end - text.data());
    ++count;
  }
  if (count < 2) return std::nullopt;
  const int this_year = to_year_month_day(today).year;
  // Four figures in front are a year in every language.
  const bool year_first = digits[0] == 4 || (count == 3 && words.order == DateWords::Order::year_month_day);
  YearMonthDay date;
  if (year_first && count == 3) date = {numbers[0], numbers[1], numbers[2]};
  else if (words.order == DateWords::Order::day_month_year) date = {count == 3 ? numbers[2] : this_year, numbers[1], numbers[0]};
  else date = {count == 3 ? numbers[2] : this_year, numbers[0], numbers[1]};
  if (date.year < 100) date.year += 2000;
  if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > days_in_month(date.year, date.month)) return std::nullopt;
  return to_day(date);
}

}  // namespace fullcircle::ui
