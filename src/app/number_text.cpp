#include "app/number_text.h"

#include "rating/rounding.h"

namespace fullcircle {
namespace {

constexpr std::string_view kNoBreakSpace = "\u00a0";
constexpr std::string_view kNarrowNoBreakSpace = "\u202f";

/// Puts the language's marks into "-1234.50".
std::string with_marks(std::string_view plain, const NumberMarks& marks, Sign sign) {
  std::string out;
  const bool is_negative = plain.starts_with('-');
  if (is_negative) {
    out = kMinusSign;
    plain.remove_prefix(1);
  } else if (sign == Sign::both && plain.find_first_of("123456789") != std::string_view::npos) {
    out = "+";
  }
  const auto point = std::min(plain.find('.'), plain.size());
  for (std::size_t i = 0; i < point; ++i) {
    if (i > 0 && (point - i) % 3 == 0) out += marks.group;
    out += plain[i];
  }
  if (point < plain.size()) {
    out += marks.decimal;
    out += plain.substr(point + 1);
  }
  return out;
}

bool skip(std::string_view& text, std::string_view mark) {
  if (mark.empty() || !text.starts_with(mark)) return false;
  text.remove_prefix(mark.size());
  return true;
}

}  // namespace

std::string number_text(double value, int places, const NumberMarks& marks, Sign sign) {
  return with_marks(rating::round_score(value, places).text(), marks, sign);
}

std::string short_number_text(double value, int most_places, const NumberMarks& marks) {
  std::string plain = rating::round_score(value, most_places).text();
  if (plain.find('.') != std::string::npos) {
    plain.erase(plain.find_last_not_of('0') + 1);
    if (plain.ends_with('.')) plain.pop_back();
  }
  return with_marks(plain, marks, Sign::negative_only);
}

std::string integer_text(std::int64_t value, const NumberMarks& marks) {
  return with_marks(std::to_string(value), marks, Sign::negative_only);
}

std::optional<double> parse_number(std::string_view text, const NumberMarks& marks) {
  std::string plain;
  bool has_mark = false;
  while (!text.empty()) {
    const bool is_digit = text[0] >= '0' && text[0] <= '9';
    if (is_digit) {
      plain += text[0];
      text.remove_prefix(1);
    } else if (skip(text, " ") || skip(text, kNoBreakSpace) || skip(text, kNarrowNoBreakSpace)) {
      // spaces group digits in some languages and surround them in all
    } else if (plain.empty() && (skip(text, "-") || skip(text, kMinusSign))) {
      plain = "-";
    } else if (plain.empty() && skip(text, "+")) {
    } else if (!has_mark && skip(text, marks.decimal)) {
      has_mark = true;
      plain += '.';
    } else if (has_mark || !skip(text, marks.group)) {
      return std::nullopt;
    }
  }
  if (plain.find_first_of("0123456789") == std::string::npos) return std::nullopt;
  const auto number = rating::Decimal::parse(plain);
  return number ? std::optional(number->to_double()) : std::nullopt;
}

}  // namespace fullcircle
