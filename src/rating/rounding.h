// Rounding as people do it on paper: in decimal, half away from zero, once, at the very end.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fullcircle::rating {

/// An exact decimal number: sign, digits and the number of digits after the point. Zero has no sign.
class Decimal {
 public:
  Decimal() = default;

  /// "3.145", "-0.5", "+2", ".5", "1e-3"; nothing if it is not a decimal number or longer than 400 characters.
  static std::optional<Decimal> parse(std::string_view text);

  /// The shortest decimal that reads back as this double, which is what a person typed. In: finite.
  static Decimal from_double(double value);

  /// Half away from zero to `places` digits after the point; more places than it has are filled with zeros.
  Decimal rounded(int places) const;

  /// Plain notation with exactly the digits after the point that it has: "3.15", "-2", "0.00".
  std::string text() const;

  double to_double() const;

  /// Negative, zero or positive like strcmp.
  static int compare(const Decimal& a, const Decimal& b);

 private:
  bool negative_ = false;
  std::string digits_ = "0";  ///< without leading zeros but with at least places_ + 1 digits
  int places_ = 0;
  void tidy();
};

/// Snap to 1e-9, which removes the noise of binary fractions, and then round half up once.
///
/// Source: conventions of this product: "keep full precision, snap once to 1e-9, round once, half up in decimal".
/// Example: 2.675 (a double just below) at 2 places -> "2.68"; -0.001 -> "0.00"
Decimal round_score(double value, int places);

/// The nearest multiple of 1e-9: what differences are taken to before they are compared or ranked.
double snap(double value);

}  // namespace fullcircle::rating
