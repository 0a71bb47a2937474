#include "model/value_codec.h"

#include <limits>

namespace fullcircle {
namespace {

template <class T>
const T& as(const void* member) {
  return *static_cast<const T*>(member);
}

std::unexpected<Error> unexpected_value(std::string expected) { return fail("error.file.value", {}, std::move(expected)); }

template <class T>
Result<> set(void* member, const std::optional<T>& read, const char* expected) {
  if (!read) return unexpected_value(expected);
  *static_cast<T*>(member) = *read;
  return {};
}

Value list_to_value(const MemberType& type, const void* member) {
  const ItemsView items = type.items(member);
  Value::List values;
  values.reserve(items.count);
  for (std::size_t i = 0; i < items.count; ++i) values.push_back(to_value(*type.item, type.item_at(items, i)));
  return values;
}

Value object_to_value(const StructType& type, const void* owner) {
  Value::Object members;
  if (type.unknown) members = type.unknown(const_cast<void*>(owner))->members;
  for (const FieldAccess& field : type.fields)
    if (!field.is_default(owner)) members.emplace_back(std::string(field.key), field.read(owner));
  sort_keys(members);
  return members;
}

Result<> read_number(const Value& value, void* member) {
  if (const auto* whole = value.as_integer()) return set(member, std::optional(static_cast<double>(*whole)), "");  // 4 and 4.0 are the same number in JSON
  const double* number = value.as_double();
  return set(member, number ? std::optional(*number) : std::nullopt, "number");
}

Result<> read_integer(const Value& value, void* member) {
  using Limits = std::numeric_limits<std::int32_t>;
  const auto* number = value.as_integer();
  const bool fits = number && *number >= Limits::min() && *number <= Limits::max();
  return set(member, fits ? std::optional(static_cast<std::int32_t>(*number)) : std::nullopt, "whole number");
}

Result<> read_text(Value& value, void* member) {
  auto* text = value.as_text();
  if (!text) return unexpected_value("text");
  *static_cast<std::string*>(member) = std::move(*text);
  return {};
}

template <class Parse>
Result<> read_parsed(const Value& value, void* member, Parse parse, const char* expected) {
  const auto* text = value.as_text();
  return set(member, text ? parse(*text) : std::nullopt, expected);
}

Result<> read_name(const MemberType& type, const Value& value, void* member) {
  const auto* name = value.as_text();
  const auto at = name ? find_name(type.names, *name) : std::nullopt;
  if (!at) return unexpected_value(list_names(type.names));
  *static_cast<std::uint8_t*>(member) = *at;
  return {};
}

Result<> read_list(const MemberType& type, Value& value, void* member) {
  auto* list = value.as_list();
  if (!list) return unexpected_value("list");
  type.clear(member);
  for (std::size_t i = 0; i < list->size(); ++i)
    if (auto read = from_value(*type.item, std::move((*list)[i]), type.add(member)); !read) return at_place(std::to_string(i), std::move(read.error()));
  type.shrink(member);
  return {};
}

Result<> read_object(const StructType& type, Value& value, void* owner) {
  auto* members = value.as_object();
  if (!members) return unexpected_value("object");
  clear_struct(type, owner);
  std::size_t hint = 0;
  for (auto& [key, member] : *members) {
    const FieldAccess* field = find_field(type, key, hint);
    if (!field)
      type.unknown(owner)->members.emplace_back(key, std::move(member));
    else if (auto read = from_value(*field->type, std::move(member), field->in(owner)); !read)
      return at_place(key, std::move(read.error()));
  }
  return {};
}

}  // namespace

Value to_value(const MemberType& type, const void* member) {
  switch (type.shape) {
    case Shape::flag: return as<bool>(member);
    case Shape::integer: return std::int64_t{as<std::int32_t>(member)};
    case Shape::number: return as<double>(member) + 0.0;  // no -0: files do not tell it from 0
    case Shape::text: return as<std::string>(member);
    case Shape::day: return to_text(as<Day>(member));
    case Shape::instant: return to_text(as<Instant>(member));
    case Shape::id: return to_text(as<RecordId>(member));
    case Shape::name: return std::string(type.names[as<std::uint8_t>(member)]);
    case Shape::optional: {
      const ItemsView item = type.items(member);
      return item.count ? to_value(*type.item, item.first) : Value();
    }
    case Shape::list: return list_to_value(type, member);
    case Shape::object: return object_to_value(type.object(), member);
  }
  return {};
}

Result<> from_value(const MemberType& type, Value&& value, void* member) {
  switch (type.shape) {
    case Shape::flag: return set(member, value.as_bool() ? std::optional(*value.as_bool()) : std::nullopt, "true or false");
    case Shape::integer: return read_integer(value, member);
    case Shape::number: return read_number(value, member);
    case Shape::text: return read_text(value, member);
    case Shape::day: return read_parsed(value, member, parse_day, "day as 2026-11-19");
    case Shape::instant: return read_parsed(value, member, parse_instant, "moment as 2026-11-19T14:52:00.000Z");
    case Shape::id: return read_parsed(value, member, parse_record_id, "record id of 16 characters");
    case Shape::name: return read_name(type, value, member);
    case Shape::optional:
      type.clear(member);
      return value.is_null() ? Result<>() : from_value(*type.item, std::move(value), type.add(member));
    case Shape::list: return read_list(type, value, member);
    case Shape::object: return read_object(type.object(), value, member);
  }
  return {};
}

std::optional<std::uint8_t> find_name(std::span<const std::string_view> names, std::string_view name) {
  const auto at = std::ranges::find(names, name);
  if (at == names.end()) return std::nullopt;
  return static_cast<std::uint8_t>(at - names.begin());
}

std::string list_names(std::span<const std::string_view> names) {
  std::string list;
  for (const auto name : names) list += (list.empty() ? "" : ", ") + std::string(name);
  return list;
}

std::unexpected<Error> at_place(std::string_view step, Error error) {
  error.place = error.place.empty() ? std::string(step) : std::string(step) + "." + error.place;
  return std::unexpected(std::move(error));
}

}  // namespace fullcircle
