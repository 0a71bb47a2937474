// Numbers as people of one language write them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fullcircle {

/// The marks of a language: "1,234.5" in English, "1.234,5" in German.
struct NumberMarks {
  std::string decimal = ".";
  std::string group = ",";
  bool operator==(const NumberMarks&) const = default;
};

/// The sign of a negative number on screen and paper; files keep the ASCII hyphen.
inline constexpr std::string_view kMinusSign = "\u2212";

enum class Sign : std::uint8_t {
  negative_only,  ///< "0.8", "−0.3"
  both,           ///< "+0.8", "−0.3", "0.0": differences
};

/// Rounded half up in decimal to exactly `places` digits after the mark; round nothing before.
/// Example: 2.675 at 2 places -> "2.68"; -0.25 at 1 -> "−0.3"
std::string number_text(double value, int places, const NumberMarks& marks, Sign sign = Sign::negative_only);

/// As many digits after the mark as the number has, at most `most_places`: 7.40 -> "7.4", 82.0 -> "82".
std::string short_number_text(double value, int most_places, const NumberMarks& marks);

std::string integer_text(std::int64_t value, const NumberMarks& marks);

/// What a person typed: group marks, spaces and either minus sign allowed. Errors (as nullopt): anything else.
std::optional<double> parse_number(std::string_view text, const NumberMarks& marks);

}  // namespace fullcircle
