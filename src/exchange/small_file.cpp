#include "exchange/small_file.h"

#include <algorithm>

#include "exchange/json_writer.h"

namespace fullcircle {

std::optional<Value> take_member(Value::Object& members, std::string_view key) {
  const auto at = std::ranges::find(members, key, [](const auto& member) -> std::string_view { return member.first; });
  if (at == members.end()) return std::nullopt;
  std::optional<Value> value = std::move(at->second);
  members.erase(at);
  return value;
}

Result<Value::Object> open_small_file(std::string_view bytes, std::string_view format, int version) {
  auto read = parse_json(bytes, kSmallFileLimits);
  if (!read) return std::unexpected(read.error());
  Value::Object* members = read->as_object();
  if (!members) return fail(std::string(file_error::kValue), "1:1", "object");
  const auto named = take_member(*members, "format");
  if (!named) return fail(std::string(file_error::kMissing), "1:1", "format");
  if (!named->as_text() || *named->as_text() != format) return fail(std::string(file_error::kWrongKind), "format", named->as_text() ? *named->as_text() : "");
  const auto min_reader = take_member(*members, "minReader");
  if (!min_reader || !min_reader->as_integer()) return fail(std::string(file_error::kMissing), "1:1", "minReader");
  if (*min_reader->as_integer() > version) return fail(std::string(file_error::kTooNew), "minReader", std::to_string(*min_reader->as_integer()));
  take_member(*members, "version");
  return std::move(*members);
}

std::string close_small_file(Value::Object members, std::string_view format, int version) {
  members.emplace_back("format", std::string(format));
  members.emplace_back("minReader", version);
  members.emplace_back("version", version);
  sort_keys(members);
  std::string text;
  for (const auto& [key, value] : members) {
    text += text.empty() ? "{\n " : ",\n ";
    append_json_text(text, key);
    text += ": ";
    append_json(text, value);
  }
  return text + "\n}\n";
}

}  // namespace fullcircle
