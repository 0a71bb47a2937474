// Writes JSON that is the same bytes for the same content on every device: keys in byte order, the shortest number that reads
// back as the same double, no escapes but those JSON asks for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "model/value.h"

namespace fullcircle {

/// In quotes. Escaped are quote, backslash and control characters: \b \f \n \r \t, else \u00xx.
void append_json_text(std::string& out, std::string_view text);
void append_json_number(std::string& out, std::int64_t number);
/// Shortest round trip; 4.0 is written 4 and read back equal. The number must be finite.
void append_json_number(std::string& out, double number);
/// On one line, without spaces but one after each colon and comma: {"level": 3, "label": "Often"}.
void append_json(std::string& out, const Value& value);

std::string to_json(const Value& value);

}  // namespace fullcircle
