// A day, typed the way the language writes it or picked from a month.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "model/day.h"
#include "ui/widgets/text_field.h"

namespace fullcircle::ui {

/// How a language writes a day in figures, and the words of its calendar.
struct DateWords {
  enum class Order : std::uint8_t { day_month_year, month_day_year, year_month_day };
  Order order = Order::day_month_year;
  char separator = '.';                       ///< what is written; on entry any of . / - and blanks will do
  int first_weekday = 1;                      ///< 1 = Monday … 7 = Sunday
  std::array<std::string, 12> months;         ///< "January", standing alone
  std::array<std::string, 7> weekdays;        ///< "Mo" from Monday on, two letters or one sign
  std::string open_calendar, previous_month, next_month, today;
  std::string expected;                       ///< said of an entry that is no date: how to write one
};

/// "19.11.2026" for Germany, "11/19/2026" for the United States, "2026-11-19" for Sweden.
std::string format_day(Day day, const DateWords& words);
/// Reads what a person types: "19.11.26", "19 11 2026", "2026-11-19". Without a year the one of `today` is meant.
/// Errors: nothing for a day that does not exist.
std::optional<Day> parse_typed_day(std::string_view text, const DateWords& words, Day today);

struct DateOptions {
  FieldOptions field;
  std::optional<Day> earliest{}, latest{};
};

/// `wrong`: what stands in the field is no date, or not an allowed one. The entry and the last good value stay, the outline says so, and
/// the words (`DateWords::expected`) are for the caller to draw below.
struct DateResult : FieldResult {
  bool wrong = false;
};
DateResult date_field(Ui& ui, const Rect& rect, std::string_view name, std::optional<Day>& value, Day today, const DateWords& words,
                       const DateOptions& options = {});

}  // namespace fullcircle::ui
