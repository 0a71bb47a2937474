// UTF-8 as RFC 3629 defines it: no overlong forms, no surrogates, nothing above U+10FFFF.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fullcircle {

/// How many bytes the character at `at` takes; 0 when it is not well-formed there. `at` must be inside the text.
std::size_t utf8_length_at(std::string_view text, std::size_t at);
/// True when the text is the beginning of one character, cut off: with more bytes it may be well-formed.
bool is_utf8_start(std::string_view text);
bool is_valid_utf8(std::string_view text);
/// `code_point` must be a character: at most U+10FFFF, no surrogate.
void append_utf8(std::string& out, char32_t code_point);

}  // namespace fullcircle
