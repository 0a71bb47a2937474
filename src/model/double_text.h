// Doubles as decimal text and back, exactly. Instead of <charconv>, whose tables for this are a fifth of all the program's data.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fullcircle {

/// The shortest text that reads back as the same double, as std::to_chars writes it: "0.1", "-12.5", "1e-07", "1.5e+300".
std::string shortest_text(double finite);
/// The same, always with an exponent: "4e+00".
std::string shortest_scientific_text(double finite);

struct NumberRead {
  double value = 0;
  std::size_t length = 0;  ///< of its text
};
/// Reads the decimal number that `text` starts with: no space or plus before it, no infinity. Nothing when there is none, or none
/// that a double can hold.
std::optional<NumberRead> read_number(std::string_view text);

}  // namespace fullcircle
