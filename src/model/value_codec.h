// Between typed members and Value. Every type a field may have is listed here, and nowhere else.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/day.h"
#include "model/enum_names.h"
#include "model/field.h"
#include "model/id.h"
#include "model/result.h"
#include "model/value.h"

namespace fullcircle {

Value to_value(bool flag);
Value to_value(std::int32_t number);
Value to_value(double number);
Value to_value(const std::string& text);
Value to_value(Day day);
Value to_value(Instant instant);
Value to_value(RecordId id);
template <NamedEnum Enum>
Value to_value(Enum value);
template <class T>
Value to_value(const std::optional<T>& value);
template <class T>
Value to_value(const std::vector<T>& list);
template <Described Nested>
Value to_value(const Nested& nested);

/// Reads a value into `out`; takes the text and lists out of `value`. An error's `place` is the path below the field,
/// its `detail` what was expected; `out` is then unspecified.
Result<> from_value(Value&& value, bool& out);
Result<> from_value(Value&& value, std::int32_t& out);
Result<> from_value(Value&& value, double& out);
Result<> from_value(Value&& value, std::string& out);
Result<> from_value(Value&& value, Day& out);
Result<> from_value(Value&& value, Instant& out);
Result<> from_value(Value&& value, RecordId& out);
template <NamedEnum Enum>
Result<> from_value(Value&& value, Enum& out);
template <class T>
Result<> from_value(Value&& value, std::optional<T>& out);
template <class T>
Result<> from_value(Value&& value, std::vector<T>& out);
template <Described Nested>
Result<> from_value(Value&& value, Nested& out);

// A nested object's member that equals its default is left out of the file and comes back as that default.

// ---- templates ----

inline std::unexpected<Error> unexpected_value(std::string expected) { return fail("error.file.value", {}, std::move(expected)); }
inline std::unexpected<Error> at_place(std::string_view step, Error error) {
  error.place = error.place.empty() ? std::string(step) : std::string(step) + "." + error.place;
  return std::unexpected(std::move(error));
}

template <NamedEnum Enum>
Value to_value(Enum value) {
  return std::string(to_name(value));
}

template <class T>
Value to_value(const std::optional<T>& value) {
  return value ? to_value(*value) : Value();
}

template <class T>
Value to_value(const std::vector<T>& list) {
  Value::List values;
  values.reserve(list.size());
  for (const auto& item : list) values.push_back(to_value(item));
  return values;
}

template <Described Nested>
Value to_value(const Nested& nested) {
  static const Nested fresh{};
  Value::Object members = nested.unknown.members;
  for_each_field<Nested>([&](const auto& field) {
    if (!(nested.*field.member == fresh.*field.member)) members.emplace_back(std::string(field.key), to_value(nested.*field.member));
  });
  sort_keys(members);
  return members;
}

template <NamedEnum Enum>
Result<> from_value(Value&& value, Enum& out) {
  const auto* name = value.as_text();
  const auto parsed = name ? parse_name<Enum>(*name) : std::nullopt;
  if (!parsed) {
    std::string expected;
    for (auto option : EnumNames<Enum>::kNames) expected += (expected.empty() ? "" : ", ") + std::string(option);
    return unexpected_value(expected);
  }
  out = *parsed;
  return {};
}

template <class T>
Result<> from_value(Value&& value, std::optional<T>& out) {
  if (value.is_null()) {
    out.reset();
    return {};
  }
  return from_value(std::move(value), out.emplace());
}

template <class T>
Result<> from_value(Value&& value, std::vector<T>& out) {
  auto* list = value.as_list();
  if (!list) return unexpected_value("list");
  out.clear();
  out.reserve(list->size());
  for (std::size_t i = 0; i < list->size(); ++i)
    if (auto read = from_value(std::move((*list)[i]), out.emplace_back()); !read) return at_place(std::to_string(i), read.error());
  return {};
}

template <Described Nested>
Result<> from_value(Value&& value, Nested& out) {
  auto* members = value.as_object();
  if (!members) return unexpected_value("object");
  out = Nested{};
  for (auto& [key, member] : *members) {
    bool known = false;
    Result<> read;
    for_each_field<Nested>([&](const auto& field) {
      if (known || field.key != key) return;
      known = true;
      read = from_value(std::move(member), out.*field.member);
    });
    if (!read) return at_place(key, read.error());
    if (!known) out.unknown.members.emplace_back(key, std::move(member));
  }
  return {};
}

}  // namespace fullcircle
