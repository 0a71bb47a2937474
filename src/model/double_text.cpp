#include "model/double_text.h"

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <limits>

namespace fullcircle {
namespace {

constexpr double kWholeNumbersEnd = 9007199254740992;  // 2^53: below, every whole number is a double
constexpr int kExactPowers = 22;                       // 10^22 is the last power of ten that is a double

/// digits[0].digits[1]… × 10^exponent; no zero at the end of the digits.
struct Decimal {
  std::string digits;
  int exponent = 0;
};

void drop_zeros(std::string& digits) { digits.erase(digits.find_last_not_of('0') + 1); }

/// A quotient of two exact numbers is rounded as reading it back would round it. So the first power of ten that makes the number
/// whole, and gives it back, gives its shortest text.
std::optional<Decimal> short_decimal(double size) {
  double power = 1;
  for (int places = 0; places <= kExactPowers && size * power < kWholeNumbersEnd; ++places, power *= 10) {
    const double whole = std::nearbyint(size * power);
    if (whole == 0 || whole / power != size) continue;
    Decimal decimal{std::to_string(static_cast<std::int64_t>(whole)), 0};
    decimal.exponent = static_cast<int>(decimal.digits.size()) - 1 - places;
    drop_zeros(decimal.digits);
    return decimal;
  }
  return std::nullopt;
}

Decimal long_decimal(double size) {
  char text[40];
  const bool has_few_digits = size < std::numeric_limits<double>::min();  // the smallest doubles have less than 15
  for (int places = has_few_digits ? 0 : 14; places < 17; ++places) {
    std::snprintf(text, sizeof text, "%.*e", places, size);
    if (std::strtod(text, nullptr) == size) break;
  }
  const std::string_view written(text);
  const auto mark = written.find('e');
  Decimal decimal{std::string(1, text[0]) + std::string(mark > 1 ? written.substr(2, mark - 2) : ""), std::atoi(text + mark + 1)};
  drop_zeros(decimal.digits);
  return decimal;
}

Decimal decimal_of(double size) {
  if (size == 0) return {"0", 0};
  const auto decimal = short_decimal(size);
  return decimal ? *decimal : long_decimal(size);
}

std::string with_exponent(const Decimal& decimal) {
  std::string text = decimal.digits.substr(0, 1);
  if (decimal.digits.size() > 1) text += '.' + decimal.digits.substr(1);
  const auto size = std::to_string(std::abs(decimal.exponent));
  return text + (decimal.exponent < 0 ? "e-" : "e+") + (size.size() < 2 ? "0" : "") + size;
}

/// Without an exponent; for long whole numbers all the digits the double has.
std::string written_out(const Decimal& decimal, double size) {
  const int count = static_cast<int>(decimal.digits.size());
  if (decimal.exponent < 0) return "0." + std::string(static_cast<std::size_t>(-decimal.exponent - 1), '0') + decimal.digits;
  if (decimal.exponent >= count - 1) {
    if (size < kWholeNumbersEnd) return decimal.digits + std::string(static_cast<std::size_t>(decimal.exponent + 1 - count), '0');
    char text[330];
    std::snprintf(text, sizeof text, "%.0f", size);
    return text;
  }
  std::string text = decimal.digits;
  return text.insert(static_cast<std::size_t>(decimal.exponent) + 1, 1, '.');
}

}  // namespace

std::string shortest_text(double number) {
  const double size = std::abs(number);
  const Decimal decimal = decimal_of(size);
  std::string with = with_exponent(decimal), without = written_out(decimal, size);
  return (std::signbit(number) ? "-" : "") + (with.size() < without.size() ? with : without);
}

std::string shortest_scientific_text(double number) {
  return (std::signbit(number) ? "-" : "") + with_exponent(decimal_of(std::abs(number)));
}

std::optional<NumberRead> read_number(std::string_view text) {
  std::size_t at = text.starts_with('-') ? 1 : 0;
  bool has_digit = false, is_zero = true;
  const auto skip_digits = [&](bool counts) {
    const std::size_t start = at;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at) is_zero = is_zero && (!counts || text[at] == '0');
    return at > start;
  };
  has_digit = skip_digits(true);
  if (at < text.size() && text[at] == '.') {
    ++at;
    has_digit = skip_digits(true) || has_digit;
  }
  if (!has_digit) return std::nullopt;
  const std::size_t mantissa_end = at;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
    if (!skip_digits(false)) at = mantissa_end;
  }
  const double value = std::strtod(std::string(text.substr(0, at)).c_str(), nullptr);
  if (!std::isfinite(value) || (value == 0 && !is_zero)) return std::nullopt;
  return NumberRead{value, at};
}

}  // namespace fullcircle
