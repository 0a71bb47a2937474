#include "exchange/field_codec.h"

#include <limits>

#include "model/value_codec.h"

namespace fullcircle {
namespace {

template <class T>
T& as(void* member) {
  return *static_cast<T*>(member);
}
template <class T>
const T& as(const void* member) {
  return *static_cast<const T*>(member);
}

/// Reads a text and turns it into a T by `parse`.
template <class T, class Parse>
bool read_parsed(JsonReader& json, T& out, Parse parse, std::string_view expected) {
  std::string_view text;
  if (!json.read_text_view(text)) return false;
  const auto parsed = parse(text);
  if (parsed) out = *parsed;
  return parsed || json.reject(file_error::kValue, expected);
}

bool read_integer(JsonReader& json, std::int32_t& out) {
  std::int64_t number = 0;
  if (!json.read_integer(number)) return false;
  using Limits = std::numeric_limits<std::int32_t>;
  if (number < Limits::min() || number > Limits::max()) return json.reject(file_error::kValue, "whole number");
  out = static_cast<std::int32_t>(number);
  return true;
}

bool read_name(JsonReader& json, const MemberType& type, std::uint8_t& out) {
  std::string_view name;
  if (!json.read_text_view(name)) return false;
  const auto at = find_name(type.names, name);
  if (at) out = *at;
  return at || json.reject(file_error::kValue, list_names(type.names));
}

/// Into a fresh struct.
bool read_members(JsonReader& json, const StructType& type, void* owner) {
  if (!json.begin_object()) return false;
  UnknownKeys& unknown = *type.unknown(owner);
  std::string_view key;
  std::size_t hint = 0;
  while (json.next_key(key)) {
    if (const FieldAccess* field = find_field(type, key, hint)) {
      if (!read_json(json, *field->type, field->in(owner))) return false;
    } else {
      auto& member = unknown.members.emplace_back(std::string(key), Value());
      if (!json.read_value(member.second)) return false;
    }
  }
  sort_keys(unknown.members);
  return !json.failed();
}

bool read_fresh(JsonReader& json, const MemberType& type, void* member) {
  return type.shape == Shape::object ? read_members(json, type.object(), member) : read_json(json, type, member);
}

bool read_optional(JsonReader& json, const MemberType& type, void* member) {
  type.clear(member);
  if (json.peek() == JsonType::null) return json.read_null();
  return read_fresh(json, *type.item, type.add(member));
}

bool read_list(JsonReader& json, const MemberType& type, void* member) {
  type.clear(member);
  if (!json.begin_list()) return false;
  while (json.next_item())
    if (!read_fresh(json, *type.item, type.add(member))) return false;
  type.shrink(member);  // a large team has a million answers; half of the room a growing list takes is empty
  return !json.failed();
}

void append_list(std::string& out, const MemberType& type, const void* member) {
  const ItemsView items = type.items(member);
  out += '[';
  for (std::size_t i = 0; i < items.count; ++i) {
    if (i > 0) out += ", ";
    append_json(out, *type.item, type.item_at(items, i));
  }
  out += ']';
}

void append_members(std::string& out, const StructType& type, const void* owner) {
  const auto& unknown = type.unknown(const_cast<void*>(owner))->members;
  char before = '{';
  const auto open_member = [&](std::string_view key) {
    out += before;
    if (before == ',') out += ' ';
    before = ',';
    append_json_text(out, key);
    out += ": ";
  };
  auto extra = unknown.begin();
  const auto write_extra_before = [&](const std::string_view* key) {
    for (; extra != unknown.end() && (!key || extra->first < *key); ++extra) {
      open_member(extra->first);
      append_json(out, extra->second);
    }
  };
  for (std::size_t i = 0; i < type.by_key.size(); ++i) {
    const FieldAccess& field = type.field_by_key(i);
    write_extra_before(&field.key);
    if (field.is_default(owner)) continue;
    open_member(field.key);
    append_json(out, *field.type, field.in(owner));
  }
  write_extra_before(nullptr);
  if (before == '{') out += before;
  out += '}';
}

}  // namespace

bool read_json(JsonReader& json, const MemberType& type, void* member) {
  switch (type.shape) {
    case Shape::flag: return json.read_bool(as<bool>(member));
    case Shape::integer: return read_integer(json, as<std::int32_t>(member));
    case Shape::number: return json.read_double(as<double>(member));
    case Shape::text: return json.read_text(as<std::string>(member));
    case Shape::day: return read_parsed(json, as<Day>(member), parse_day, "day as 2026-11-19");
    case Shape::instant: return read_parsed(json, as<Instant>(member), parse_instant, "moment as 2026-11-19T14:52:00.000Z");
    case Shape::id: return read_parsed(json, as<RecordId>(member), parse_record_id, "record id of 16 characters");
    case Shape::name: return read_name(json, type, as<std::uint8_t>(member));
    case Shape::optional: return read_optional(json, type, member);
    case Shape::list: return read_list(json, type, member);
    case Shape::object:
      clear_struct(type.object(), member);
      return read_members(json, type.object(), member);
  }
  return false;
}

void append_json(std::string& out, const MemberType& type, const void* member) {
  switch (type.shape) {
    case Shape::flag: out += as<bool>(member) ? "true" : "false"; break;
    case Shape::integer: append_json_number(out, std::int64_t{as<std::int32_t>(member)}); break;
    case Shape::number: append_json_number(out, as<double>(member)); break;
    case Shape::text: append_json_text(out, as<std::string>(member)); break;
    case Shape::day: append_json_text(out, to_text(as<Day>(member))); break;
    case Shape::instant: append_json_text(out, to_text(as<Instant>(member))); break;
    case Shape::id: append_json_text(out, to_text(as<RecordId>(member))); break;
    case Shape::name: append_json_text(out, type.names[as<std::uint8_t>(member)]); break;
    case Shape::optional: {
      const ItemsView item = type.items(member);
      item.count ? append_json(out, *type.item, item.first) : void(out += "null");
      break;
    }
    case Shape::list: append_list(out, type, member); break;
    case Shape::object: append_members(out, type.object(), member); break;
  }
}

}  // namespace fullcircle
