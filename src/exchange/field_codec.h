// Between typed members and JSON text directly, for speed: the same form as to_value() and from_value() give, without the Value.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "exchange/json_reader.h"
#include "exchange/json_writer.h"
#include "model/value_codec.h"

namespace fullcircle {

/// Reads the next value into `out`. False at a failure of the reader; a value of the wrong type is the failure kValue.
bool read_json(JsonReader& json, bool& out);
bool read_json(JsonReader& json, std::int32_t& out);
bool read_json(JsonReader& json, double& out);
bool read_json(JsonReader& json, std::string& out);
bool read_json(JsonReader& json, Day& out);
bool read_json(JsonReader& json, Instant& out);
bool read_json(JsonReader& json, RecordId& out);
template <NamedEnum Enum>
bool read_json(JsonReader& json, Enum& out);
template <class T>
bool read_json(JsonReader& json, std::optional<T>& out);
template <class T>
bool read_json(JsonReader& json, std::vector<T>& out);
template <Described Nested>
bool read_json(JsonReader& json, Nested& out);

/// Appends canonical text: the bytes append_json(out, to_value(member)) would give.
void append_json(std::string& out, bool flag);
void append_json(std::string& out, std::int32_t number);
void append_json(std::string& out, double number);
void append_json(std::string& out, const std::string& text);
void append_json(std::string& out, Day day);
void append_json(std::string& out, Instant instant);
void append_json(std::string& out, RecordId id);
template <NamedEnum Enum>
void append_json(std::string& out, Enum value);
template <class T>
void append_json(std::string& out, const std::optional<T>& value);
template <class T>
void append_json(std::string& out, const std::vector<T>& list);
template <Described Nested>
void append_json(std::string& out, const Nested& nested);

/// A field with its types taken off. `owner` points to the struct it is a field of.
struct JsonField {
  std::string_view key;
  std::uint16_t id;
  bool (*read)(JsonReader& json, void* owner);
  void (*append)(std::string& out, const void* owner);
  bool (*is_default)(const void* owner);
};

/// Fields of `Type`, ascending by key: the order of our files.
template <Described Type>
constexpr std::span<const JsonField> json_fields();

/// The field with that key or nullptr. `hint` is where to look first; when keys come in order the first look finds each.
const JsonField* find_json_field(std::span<const JsonField> fields, std::string_view key, std::size_t& hint);

// ---- templates ----

namespace json_codec {

template <class Type, std::size_t I>
constexpr JsonField make_field() {
  constexpr auto kField = std::get<I>(kFields<Type>);
  return {.key = kField.key,
          .id = kField.id,
          .read = [](JsonReader& json, void* owner) { return read_json(json, static_cast<Type*>(owner)->*kField.member); },
          .append = [](std::string& out, const void* owner) { append_json(out, static_cast<const Type*>(owner)->*kField.member); },
          .is_default = [](const void* owner) {
            static const Type fresh{};
            return static_cast<const Type*>(owner)->*kField.member == fresh.*kField.member;
          }};
}

template <class Type, std::size_t... I>
constexpr auto make_fields(std::index_sequence<I...>) {
  std::array<JsonField, sizeof...(I)> fields{make_field<Type, I>()...};
  std::ranges::sort(fields, {}, &JsonField::key);
  return fields;
}

template <class Type>
inline constexpr auto kFieldsByKey = make_fields<Type>(std::make_index_sequence<std::tuple_size_v<decltype(kFields<Type>)>>());

/// Into a fresh struct.
bool read_members(JsonReader& json, void* nested, UnknownKeys& unknown, std::span<const JsonField> fields);
void append_members(std::string& out, const void* nested, const UnknownKeys& unknown, std::span<const JsonField> fields);
bool reject_name(JsonReader& json, std::span<const std::string_view> names);

}  // namespace json_codec

template <Described Type>
constexpr std::span<const JsonField> json_fields() {
  return json_codec::kFieldsByKey<Type>;
}

template <NamedEnum Enum>
bool read_json(JsonReader& json, Enum& out) {
  std::string_view name;
  if (!json.read_text_view(name)) return false;
  const auto parsed = parse_name<Enum>(name);
  if (parsed) out = *parsed;
  return parsed || json_codec::reject_name(json, EnumNames<Enum>::kNames);
}

namespace json_codec {

template <class T>
bool read_fresh(JsonReader& json, T& out) {
  if constexpr (Described<T>)
    return read_members(json, &out, out.unknown, json_fields<T>());
  else
    return read_json(json, out);
}

}  // namespace json_codec

template <class T>
bool read_json(JsonReader& json, std::optional<T>& out) {
  out.reset();
  if (json.peek() == JsonType::null) return json.read_null();
  return json_codec::read_fresh(json, out.emplace());
}

template <class T>
bool read_json(JsonReader& json, std::vector<T>& out) {
  out.clear();
  if (!json.begin_list()) return false;
  while (json.next_item())
    if (!json_codec::read_fresh(json, out.emplace_back())) return false;
  out.shrink_to_fit();  // a large team has a million answers; half of the room a growing list takes is empty
  return !json.failed();
}

template <Described Nested>
bool read_json(JsonReader& json, Nested& out) {
  out = Nested{};
  return json_codec::read_fresh(json, out);
}

template <NamedEnum Enum>
void append_json(std::string& out, Enum value) {
  append_json_text(out, to_name(value));
}

template <class T>
void append_json(std::string& out, const std::optional<T>& value) {
  if (value)
    append_json(out, *value);
  else
    out += "null";
}

template <class T>
void append_json(std::string& out, const std::vector<T>& list) {
  out += '[';
  for (const T& item : list) {
    if (&item != list.data()) out += ", ";
    append_json(out, item);
  }
  out += ']';
}

template <Described Nested>
void append_json(std::string& out, const Nested& nested) {
  json_codec::append_members(out, &nested, nested.unknown, json_fields<Nested>());
}

}  // namespace fullcircle
