#include "rating/rounding.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "model/double_text.h"

namespace fullcircle::rating {

namespace {

constexpr std::size_t kLongestText = 400;  // a double needs 325 digits at most on either side of the point
constexpr int kSnapPlaces = 9;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// "e-12" at the end of a number, or 0 without one; nothing if it is not an exponent of at most three digits.
std::optional<int> parse_exponent(std::string_view text) {
  if (text.empty()) return 0;
  if (text[0] != 'e' && text[0] != 'E') return std::nullopt;
  text.remove_prefix(1);
  if (text.size() > 1 && text[0] == '+' && is_digit(text[1])) text.remove_prefix(1);
  int exponent = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), exponent);
  if (error != std::errc{} || end != text.data() + text.size() || std::abs(exponent) > 330) return std::nullopt;
  return exponent;
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
  if (text.size() > kLongestText) return std::nullopt;
  Decimal result;
  result.digits_.clear();
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
    result.negative_ = text[0] == '-';
    text.remove_prefix(1);
  }
  std::size_t at = 0;
  bool point = false;
  for (; at < text.size() && (is_digit(text[at]) || (text[at] == '.' && !point)); ++at) {
    if (text[at] == '.') {
      point = true;
      continue;
    }
    result.digits_ += text[at];
    result.places_ += point;
  }
  if (result.digits_.empty()) return std::nullopt;
  const std::optional<int> exponent = parse_exponent(text.substr(at));
  if (!exponent) return std::nullopt;
  result.places_ -= *exponent;
  result.tidy();
  return result;
}

Decimal Decimal::from_double(double value) {
  return std::isfinite(value) ? parse(shortest_text(value)).value_or(Decimal{}) : Decimal{};
}

void Decimal::tidy() {
  if (places_ < 0) {
    digits_.append(static_cast<std::size_t>(-places_), '0');
    places_ = 0;
  }
  const std::size_t wanted = static_cast<std::size_t>(places_) + 1;
  if (digits_.size() < wanted) digits_.insert(0, wanted - digits_.size(), '0');
  const std::size_t leading = digits_.find_first_not_of('0');
  const std::size_t most = digits_.size() - wanted;
  digits_.erase(0, std::min(leading == std::string::npos ? most : leading, most));
  if (digits_.find_first_not_of('0') == std::string::npos) negative_ = false;
}

Decimal Decimal::rounded(int places) const {
  Decimal result = *this;
  if (places >= places_) {
    result.digits_.append(static_cast<std::size_t>(places - places_), '0');
    result.places_ = places;
    return result;
  }
  const std::size_t kept = digits_.size() - static_cast<std::size_t>(places_ - places);
  const bool up = digits_[kept] >= '5';
  result.digits_.resize(kept);
  result.places_ = places;
  if (up) {
    std::size_t at = kept;
    while (at > 0 && result.digits_[at - 1] == '9') result.digits_[--at] = '0';
    if (at > 0) {
      ++result.digits_[at - 1];
    } else {
      result.digits_.insert(0, 1, '1');
    }
  }
  result.tidy();
  return result;
}

std::string Decimal::text() const {
  std::string result = digits_;
  if (places_ > 0) result.insert(result.size() - static_cast<std::size_t>(places_), 1, '.');
  if (negative_) result.insert(0, 1, '-');
  return result;
}

double Decimal::to_double() const { return std::strtod(text().c_str(), nullptr); }

int Decimal::compare(const Decimal& a, const Decimal& b) {
  if (a.negative_ != b.negative_) return a.negative_ ? -1 : 1;
  const int places = std::max(a.places_, b.places_);
  Decimal left = a.rounded(places);
  Decimal right = b.rounded(places);
  const int sign = a.negative_ ? -1 : 1;
  if (left.digits_.size() != right.digits_.size()) return left.digits_.size() < right.digits_.size() ? -sign : sign;
  return sign * left.digits_.compare(right.digits_);
}

Decimal round_score(double value, int places) {
  return Decimal::from_double(value).rounded(kSnapPlaces).rounded(places);
}

double snap(double value) {
  // From 2^43 on a double has no room for 1e-9 beside its integer part.
  if (std::fabs(value) >= 8e12) return value;
  const double snapped = std::round(value * 1e9) / 1e9;
  return snapped == 0 ? 0.0 : snapped;
}

}  // namespace fullcircle::rating
