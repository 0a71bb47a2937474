#include "rating/rounding.h"

#include <doctest/doctest.h>

#include <cmath>

#include "rating/bands.h"
#include "seed.h"

using namespace fullcircle::rating;

namespace {

std::string rounded(std::string_view text, int places) { return Decimal::parse(text)->rounded(places).text(); }
std::string rounded(double value, int places) { return round_score(value, places).text(); }

}  // namespace

TEST_CASE("a score is rounded half up in decimal, although its double lies just below the half") {
  CHECK(rounded(2.675, 2) == "2.68");
  CHECK(rounded(1.005, 2) == "1.01");
  CHECK(rounded(0.5, 0) == "1");
  CHECK(rounded(1.5, 0) == "2");
  CHECK(rounded(2.5, 0) == "3");
}

TEST_CASE("half up means away from zero below zero") {
  CHECK(rounded(-2.5, 0) == "-3");
  CHECK(rounded(-2.675, 2) == "-2.68");
}

TEST_CASE("the noise of binary fractions is snapped away before rounding") {
  CHECK(rounded(0.1 + 0.2 + 0.045, 2) == "0.35");  // 0.34500000000000003 and 0.345 alike
  CHECK(rounded(3.4999999999999996, 0) == "4");
  CHECK(rounded(2.4449999999, 2) == "2.45");  // 1e-10 below the half is noise,
  CHECK(rounded(2.444999999, 2) == "2.44");   // 1e-9 is not
}

TEST_CASE("a score is rounded once, never by way of fewer places") {
  CHECK(rounded(2.4449, 2) == "2.44");
  CHECK(rounded(2.4449, 1) == "2.4");
  CHECK(rounded(3.446, 1) == "3.4");  // by way of 3.45 it would become 3.5
}

TEST_CASE("zero has no sign") {
  CHECK(rounded(-0.001, 2) == "0.00");
  CHECK(rounded(-0.0, 0) == "0");
  CHECK(rounded("-0.000", 1) == "0.0");
  CHECK_FALSE(std::signbit(snap(-1e-12)));
}

TEST_CASE("exact decimals are rounded exactly, without a snap") {
  CHECK(rounded("2.67499999999999999999", 2) == "2.67");
  CHECK(rounded("2.675", 2) == "2.68");
  CHECK(rounded("99999999999999999999.995", 2) == "100000000000000000000.00");
  CHECK(rounded("9.995", 2) == "10.00");
  CHECK(rounded("1.25e-1", 2) == "0.13");
  CHECK(rounded("12e2", 1) == "1200.0");
  CHECK(rounded("+.5", 0) == "1");
}

TEST_CASE("what is no decimal number is refused") {
  for (const char* text : {"", "-", ".", "1,5", "1.2.3", "NaN", "0x10", " 1", "1e", "1e+-2", "1e9999"}) {
    CAPTURE(text);
    CHECK_FALSE(Decimal::parse(text));
  }
}

TEST_CASE("places that a number does not have are filled with zeros") {
  CHECK(rounded(3, 2) == "3.00");
  CHECK(rounded(1e21, 1) == "1000000000000000000000.0");
  CHECK(rounded(1e-12, 3) == "0.000");
}

TEST_CASE("rounding any decimal agrees with rounding its digits as whole numbers") {
  test::Random random;
  for (int i = 0; i < 2000; ++i) {
    const long long thousandths = random.whole(-5'000'000, 5'000'000);
    const long long magnitude = thousandths < 0 ? -thousandths : thousandths;
    const long long hundredths = (magnitude + 5) / 10;
    const std::string digits = std::to_string(hundredths / 100) + "." + std::to_string(hundredths % 100 + 100).substr(1);
    const std::string expected = (thousandths < 0 && hundredths != 0 ? "-" : "") + digits;
    CAPTURE(thousandths);
    CHECK(rounded(static_cast<double>(thousandths) / 1000, 2) == expected);
  }
}

TEST_CASE("a score on an edge belongs to the upper band and the top edge to the top band") {
  const Bands bands;
  CHECK(find_band(round_score(4.5, 2), bands) == 4);
  CHECK(find_band(round_score(4.49, 2), bands) == 3);
  CHECK(find_band(round_score(1, 2), bands) == 0);
  CHECK(find_band(round_score(5, 2), bands) == 4);
}

TEST_CASE("the label is that of the rounded score") {
  const Bands bands;
  CHECK(find_band(round_score(3.495, 2), bands) == 3);
  CHECK(find_band(round_score(3.494, 2), bands) == 2);
}

TEST_CASE("outside the bands there is no label, and why is told") {
  const Bands bands;
  CHECK(find_band(round_score(0.99, 2), bands) == undefined(Undefined::BelowScale));
  CHECK(find_band(round_score(5.01, 2), bands) == undefined(Undefined::AboveScale));
}

TEST_CASE("scores that fall between two classes of a published nine-box fall in one of ours") {
  // Worxmate's public help page: low 1-2.4, medium 2.5-3.9, high 4-5; 2.45 and 3.95 are in none of them.
  const Bands bands{{1, 2.5, 4, 5}, {"low", "medium", "high"}};
  CHECK(find_band(round_score(2.45, 2), bands) == 0);
  CHECK(find_band(round_score(3.95, 2), bands) == 1);
}

TEST_CASE("bands need ascending edges and one label less") {
  CHECK(Bands{}.valid());
  CHECK_FALSE(Bands{{1, 1, 2}, {"a", "b"}}.valid());
  CHECK_FALSE(Bands{{1, 2}, {"a", "b"}}.valid());
  CHECK_FALSE(Bands{{1}, {}}.valid());
}
