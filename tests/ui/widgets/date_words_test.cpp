#include <doctest/doctest.h>

#include "ui/widgets/date_field.h"

using namespace fullcircle;
using namespace fullcircle::ui;

namespace {

const Day kToday = *parse_day("2026-11-19");
const DateWords kGerman{.order = DateWords::Order::day_month_year, .separator = '.'};
const DateWords kAmerican{.order = DateWords::Order::month_day_year, .separator = '/'};
const DateWords kSwedish{.order = DateWords::Order::year_month_day, .separator = '-'};

}  // namespace

TEST_CASE("a day is written in the order of the language") {
  CHECK(format_day(kToday, kGerman) == "19.11.2026");
  CHECK(format_day(kToday, kAmerican) == "11/19/2026");
  CHECK(format_day(kToday, kSwedish) == "2026-11-19");
}

TEST_CASE("a day is read in the order of the language, with any mark between the figures") {
  for (const char* text : {"19.11.2026", "19.11.26", "19/11/26", "19 11 2026", "19.11."}) CHECK(parse_typed_day(text, kGerman, kToday) == kToday);
  CHECK(parse_typed_day("11/19/26", kAmerican, kToday) == kToday);
  CHECK(parse_typed_day("26-11-19", kSwedish, kToday) == kToday);
}

TEST_CASE("four figures in front are a year in every language") {
  CHECK(parse_typed_day("2026-11-19", kGerman, kToday) == kToday);
  CHECK(parse_typed_day("2026-11-19", kAmerican, kToday) == kToday);
}

TEST_CASE("a day that does not exist is not read") {
  for (const char* text : {"31.13.26", "30.2.2026", "0.1.2026", "19", "", "a.b.c", "1.2.3.4"}) CHECK_FALSE(parse_typed_day(text, kGerman, kToday).has_value());
}

TEST_CASE("what is written is read back as the same day") {
  for (int offset = -800; offset < 800; offset += 7)
    for (const DateWords* words : {&kGerman, &kAmerican, &kSwedish})
      CHECK(parse_typed_day(format_day(kToday + offset, *words), *words, kToday) == kToday + offset);
}
