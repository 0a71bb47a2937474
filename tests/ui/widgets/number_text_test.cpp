#include <doctest/doctest.h>

#include "ui/widgets/field_frame.h"

using namespace fullcircle::ui;

namespace {

const NumberOptions kGerman{.decimal_mark = ','};
const NumberOptions kEnglish{.decimal_mark = '.'};

}  // namespace

TEST_CASE("a number is read with the decimal mark of the language") {
  CHECK(parse_number("4,5", kGerman) == 4.5);
  CHECK(parse_number("4.5", kEnglish) == 4.5);
  CHECK(parse_number("1.234,5", kGerman) == 1234.5);
  CHECK(parse_number("1,234.5", kEnglish) == 1234.5);
  CHECK(parse_number("\xE2\x88\x92" "0,3", kGerman) == -0.3);
}

TEST_CASE("what is no number, or outside the bounds, is not read") {
  CHECK_FALSE(parse_number("", kGerman).has_value());
  CHECK_FALSE(parse_number("4,5 km", kGerman).has_value());
  CHECK_FALSE(parse_number("--3", kGerman).has_value());
  CHECK_FALSE(parse_number("nan", kEnglish).has_value());
  CHECK_FALSE(parse_number("101", {.minimum = 0, .maximum = 100}).has_value());
}

TEST_CASE("a number is written without needless noughts") {
  CHECK(format_number(4.5, kGerman) == "4,5");
  CHECK(format_number(40, kGerman) == "40");
  CHECK(format_number(0.125, {.decimal_mark = '.', .most_decimals = 3}) == "0.125");
  CHECK(format_number({}, kGerman).empty());
}
