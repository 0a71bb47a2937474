#include "model/double_text.h"

#include <doctest/doctest.h>

#include <bit>
#include <charconv>
#include <cmath>
#include <limits>
#include <random>

using namespace fullcircle;

namespace {

std::string written_by_library(double number) {
  char text[400];
  return {text, std::to_chars(text, text + sizeof text, number).ptr};
}

void check(double number) {
  INFO("FULLCIRCLE number ", std::bit_cast<std::uint64_t>(number));
  const std::string text = shortest_text(number);
  const auto read = read_number(text);
  REQUIRE(read);
  CHECK(std::bit_cast<std::uint64_t>(read->value) == std::bit_cast<std::uint64_t>(number));
  CHECK(read->length == text.size());
  CHECK(text.size() == written_by_library(number).size());
  const auto scientific = read_number(shortest_scientific_text(number));
  CHECK((scientific && scientific->value == number));
}

}  // namespace

TEST_CASE("a double is written as the standard library writes it") {
  for (const double number : {0.0, -0.0, 0.1, 0.30000000000000004, 1.0, 4.5, -12.5, 1e-7, 1e21, 1e22, 1e23, 1.5e300, 123456.789, 5e-324, 1e15, 1e16, 1.0 / 3, 2.0 / 3,
                              9007199254740991.0, 9007199254740993.0, 123456789012345680.0, std::numeric_limits<double>::max(), std::numeric_limits<double>::min()}) {
    check(number);
    CHECK(shortest_text(number) == written_by_library(number));
  }
  CHECK(shortest_scientific_text(1e15) == "1e+15");
}

TEST_CASE("any double reads back as itself, and no text is longer than need be") {
  std::mt19937_64 random(20261121);
  for (int i = 0; i < 20'000; ++i) {
    const double any = std::bit_cast<double>(random());
    if (std::isfinite(any)) check(any);
    check(static_cast<double>(random() % 1'000'000) / 1000);
    check(static_cast<double>(static_cast<std::int64_t>(random())) / 4096);
  }
}

TEST_CASE("only a number is read, up to where it ends") {
  CHECK(read_number("12.5 %")->length == 4);
  CHECK(read_number("4e")->length == 1);
  CHECK(read_number("-.5")->value == -0.5);
  for (const char* text : {"", "-", ".", "+1", " 1", "inf", "nan", "e5", "1e400", "-1e-400"}) CHECK_MESSAGE(!read_number(text), text);
  CHECK(read_number("0e-400")->value == 0);
}
