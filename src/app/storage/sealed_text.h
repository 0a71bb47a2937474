// Text with its own SHA-256 as the last line, so that a reader knows whether these are the bytes once written.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fullcircle {

/// `text` must end in a newline.
std::string seal(std::string text);
/// The text without its last line; nullopt when the bytes are not those that were sealed.
std::optional<std::string_view> open_sealed(std::string_view bytes);
/// The 64 hexadecimal digits at the end of sealed bytes.
std::string seal_of(std::string_view sealed_bytes);

/// Takes "key value\n" off the front of `text` and returns the value; nullopt, taking nothing, when another key stands there.
std::optional<std::string_view> take_line(std::string_view& text, std::string_view key);
/// The same for a number of up to 15 digits.
std::optional<std::uint64_t> take_number(std::string_view& text, std::string_view key);

}  // namespace fullcircle
