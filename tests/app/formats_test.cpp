#include "app/formats.h"

#include <doctest/doctest.h>

#include "app/support/shipped_languages.h"

using namespace fullcircle;

namespace {

const Day kToday = to_day({2026, 11, 19});

struct Shipped {
  std::shared_ptr<Language> english = test::load_language("en");
  std::shared_ptr<Language> german = test::load_language("de", english);
  Formats en{*english, kToday};
  Formats de{*german, kToday};
};

Instant at(Day day, int hour, int minute) { return {day.number * 86'400'000LL + (hour * 60 + minute) * 60'000LL}; }

}  // namespace

TEST_CASE_FIXTURE(Shipped, "numbers carry the marks of the language and a true minus sign") {
  CHECK(en.number(3.955, 2) == "3.96");
  CHECK(de.number(3.95, 1) == "4,0");
  CHECK(en.difference(-0.3, 1) == "\u22120.3");
  CHECK(en.difference(0.8, 1) == "+0.8");
  CHECK(de.difference(0.04, 1) == "0,0");
  CHECK(en.integer(1'234'567) == "1,234,567");
  CHECK(de.integer(-1234) == "\u22121.234");
  CHECK(en.percent(0.8249) == "82%");
  CHECK(de.percent(0.5) == "50\u00a0%");
  CHECK(en.short_number(7.4) == "7.4");
  CHECK(en.short_number(82.0) == "82");
  CHECK(de.quantity(13.2, "Tage") == "13,2 Tage");
  CHECK(en.quantity(7.4, "%") == "7.4%");
  CHECK(en.file_size(4'200'000) == "4.2 MB");
  CHECK(en.file_size(999) == "999 bytes");
  CHECK(en.file_size(999'700) == "1.0 MB");
}

TEST_CASE_FIXTURE(Shipped, "typed numbers are read by the marks of the language") {
  CHECK(parse_number("1,234.5", english->number_marks()) == 1234.5);
  CHECK(parse_number("1.234,5", german->number_marks()) == 1234.5);
  CHECK(parse_number(" \u22120,3 ", german->number_marks()) == -0.3);
  CHECK(parse_number("12 days", english->number_marks()) == std::nullopt);
  CHECK(parse_number("1.2.3", english->number_marks()) == std::nullopt);
  CHECK(parse_number("-", english->number_marks()) == std::nullopt);
  CHECK(parse_number("", english->number_marks()) == std::nullopt);
}

TEST_CASE_FIXTURE(Shipped, "dates are short near today and carry the year far from it") {
  const Day december = to_day({2026, 12, 18});
  CHECK(en.short_date(december) == "18 Dec");
  CHECK(de.short_date(december) == "18. Dez.");
  CHECK(en.short_date(to_day({2025, 12, 18})) == "18 Dec 2025");
  CHECK(en.long_date(december) == "18 December 2026");
  CHECK(en.weekday_date(kToday) == "Thursday 19 November");
  CHECK(de.weekday_date(kToday) == "Donnerstag, 19. November");
  CHECK(en.month_and_year(kToday) == "November 2026");
  CHECK(en.numeric_date(to_day({2026, 3, 4})) == "04/03/2026");
}

TEST_CASE_FIXTURE(Shipped, "days near today are said in words") {
  CHECK(en.relative_day(kToday) == "Today");
  CHECK(en.relative_day(kToday - 1) == "Yesterday");
  CHECK(en.relative_day(kToday + 1) == "Tomorrow");
  CHECK(en.relative_day(kToday - 16) == "16 days ago");
  CHECK(de.relative_day(kToday + 3) == "in 3 Tagen");
  CHECK(en.relative_day_inside(kToday - 2) == "2 days ago");
  CHECK(en.relative_day(kToday - 31) == "19 Oct");
}

TEST_CASE_FIXTURE(Shipped, "moments are shown in the person's own time") {
  CHECK(en.date_and_time(at(kToday, 14, 52)) == "Today 14:52");
  CHECK(de.date_and_time(at(kToday - 1, 9, 12)) == "Gestern, 09:12");
  CHECK(de.date_and_time_inside(at(kToday - 1, 9, 12)) == "gestern, 09:12");
  CHECK(en.date_and_time(at(kToday - 9, 0, 5)) == "10 Nov 00:05");
  const Formats west(*english, kToday, -300);
  CHECK(west.time(at(kToday, 2, 30)) == "21:30");
  CHECK(west.date_and_time(at(kToday, 2, 30)) == "Yesterday 21:30");
}

TEST_CASE_FIXTURE(Shipped, "lists read as a sentence does") {
  using Items = std::vector<std::string>;
  CHECK(en.list(Items{}) == "");
  CHECK(en.list(Items{"Mara"}) == "Mara");
  CHECK(en.list(Items{"Mara", "Tom", "Priya"}) == "Mara, Tom and Priya");
  CHECK(de.list(Items{"Mara", "Tom"}) == "Mara und Tom");
}

TEST_CASE_FIXTURE(Shipped, "typed dates are read in the usual ways") {
  const Day december = to_day({2026, 12, 18});
  CHECK(en.parse_date("18/12/2026") == december);
  CHECK(en.parse_date("2026-12-18") == december);
  CHECK(de.parse_date("18.12.26") == december);
  CHECK(de.parse_date("18.12.") == december);
  CHECK(en.parse_date("18 Dec") == december);
  CHECK(de.parse_date("18. Dezember 2026") == december);
  CHECK(en.parse_date("Dec 18, 2026") == december);
  CHECK(en.parse_date("31/13/26") == std::nullopt);
  CHECK(en.parse_date("30 Feb") == std::nullopt);
  CHECK(en.parse_date("tomorrow") == std::nullopt);
  CHECK(en.parse_date("18") == std::nullopt);
  CHECK(en.parse_date("") == std::nullopt);
  CHECK(en.parse_date("18 Dec Dec") == std::nullopt);
}

TEST_CASE_FIXTURE(Shipped, "every numeric date is read back as the same day") {
  for (int number = to_day({2024, 1, 1}).number; number < to_day({2028, 1, 1}).number; ++number) {
    CHECK(en.parse_date(en.numeric_date({number})) == Day{number});
    CHECK(de.parse_date(de.long_date({number})) == Day{number});
  }
}
