#include "exchange/field_codec.h"

#include <limits>

namespace fullcircle {
namespace {

/// Reads a text and turns it into a T by `parse`.
template <class T, class Parse>
bool read_parsed(JsonReader& json, T& out, Parse parse, std::string_view expected) {
  std::string_view text;
  if (!json.read_text_view(text)) return false;
  const auto parsed = parse(text);
  if (parsed) out = *parsed;
  return parsed || json.reject(file_error::kValue, expected);
}

}  // namespace

bool read_json(JsonReader& json, bool& out) { return json.read_bool(out); }
bool read_json(JsonReader& json, double& out) { return json.read_double(out); }
bool read_json(JsonReader& json, std::string& out) { return json.read_text(out); }

bool read_json(JsonReader& json, std::int32_t& out) {
  std::int64_t number = 0;
  if (!json.read_integer(number)) return false;
  using Limits = std::numeric_limits<std::int32_t>;
  if (number < Limits::min() || number > Limits::max()) return json.reject(file_error::kValue, "whole number");
  out = static_cast<std::int32_t>(number);
  return true;
}

bool read_json(JsonReader& json, Day& out) { return read_parsed(json, out, parse_day, "day as 2026-11-19"); }
bool read_json(JsonReader& json, Instant& out) { return read_parsed(json, out, parse_instant, "moment as 2026-11-19T14:52:00.000Z"); }
bool read_json(JsonReader& json, RecordId& out) { return read_parsed(json, out, parse_record_id, "record id of 16 characters"); }

void append_json(std::string& out, bool flag) { out += flag ? "true" : "false"; }
void append_json(std::string& out, std::int32_t number) { append_json_number(out, std::int64_t{number}); }
void append_json(std::string& out, double number) { append_json_number(out, number); }
void append_json(std::string& out, const std::string& text) { append_json_text(out, text); }
void append_json(std::string& out, Day day) { append_json_text(out, to_text(day)); }
void append_json(std::string& out, Instant instant) { append_json_text(out, to_text(instant)); }
void append_json(std::string& out, RecordId id) { append_json_text(out, to_text(id)); }

const JsonField* find_json_field(std::span<const JsonField> fields, std::string_view key, std::size_t& hint) {
  while (hint < fields.size() && fields[hint].key < key) ++hint;
  if (hint < fields.size() && fields[hint].key == key) return &fields[hint++];
  const auto found = std::ranges::lower_bound(fields, key, {}, &JsonField::key);
  return found != fields.end() && found->key == key ? &*found : nullptr;
}

namespace json_codec {

bool read_members(JsonReader& json, void* nested, UnknownKeys& unknown, std::span<const JsonField> fields) {
  if (!json.begin_object()) return false;
  std::string_view key;
  std::size_t hint = 0;
  while (json.next_key(key)) {
    if (const JsonField* field = find_json_field(fields, key, hint)) {
      if (!field->read(json, nested)) return false;
    } else {
      auto& member = unknown.members.emplace_back(std::string(key), Value());
      if (!json.read_value(member.second)) return false;
    }
  }
  sort_keys(unknown.members);
  return !json.failed();
}

void append_members(std::string& out, const void* nested, const UnknownKeys& unknown, std::span<const JsonField> fields) {
  char before = '{';
  const auto open_member = [&](std::string_view key) {
    out += before;
    if (before == ',') out += ' ';
    before = ',';
    append_json_text(out, key);
    out += ": ";
  };
  auto extra = unknown.members.begin();
  const auto write_extra = [&](const auto& is_due) {
    for (; extra != unknown.members.end() && is_due(*extra); ++extra) {
      open_member(extra->first);
      append_json(out, extra->second);
    }
  };
  for (const JsonField& field : fields) {
    write_extra([&](const auto& member) { return member.first < field.key; });
    if (field.is_default(nested)) continue;
    open_member(field.key);
    field.append(out, nested);
  }
  write_extra([](const auto&) { return true; });
  if (before == '{') out += before;
  out += '}';
}

bool reject_name(JsonReader& json, std::span<const std::string_view> names) {
  std::string expected;
  for (const auto name : names) expected += (expected.empty() ? "" : ", ") + std::string(name);
  return json.reject(file_error::kValue, expected);
}

}  // namespace json_codec
}  // namespace fullcircle
