// The frame all small files share: one JSON object that names its format and who can read it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "exchange/json_reader.h"

namespace fullcircle {

/// Requests and answers are a few pages; a file of this size is something else.
inline constexpr JsonLimits kSmallFileLimits = {.bytes = std::size_t{4} << 20, .text_bytes = std::size_t{1} << 18, .members = 10'000, .items_in_all = 50'000, .depth = 32};

/// Checks "format", "minReader" and "version" and takes them out of the file's members.
/// Errors: those of reading JSON; kWrongKind, kTooNew, kMissing.
Result<Value::Object> open_small_file(std::string_view bytes, std::string_view format, int version);

/// The members with the frame put to them, one a line, keys ascending.
std::string close_small_file(Value::Object members, std::string_view format, int version);

/// Takes the member with that key out; nullopt when it is not there.
std::optional<Value> take_member(Value::Object& members, std::string_view key);

}  // namespace fullcircle
