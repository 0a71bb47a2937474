// Between typed members and Value.
#pragma once

#include "model/result.h"
#include "model/struct_type.h"

namespace fullcircle {

/// A nested object's member that equals its default is left out of the file and comes back as that default.
Value to_value(const MemberType& type, const void* member);
template <FieldMember T>
Value to_value(const T& member) {
  return to_value(kMemberType<T>, &member);
}

/// Reads a value into `out`; takes the text and lists out of `value`. An error's `place` is the path below the field,
/// its `detail` what was expected; `out` is then unspecified.
Result<> from_value(const MemberType& type, Value&& value, void* member);
template <FieldMember T>
Result<> from_value(Value&& value, T& out) {
  return from_value(kMemberType<T>, std::move(value), &out);
}

/// The place of the enumerator of that name; nullopt when there is none.
std::optional<std::uint8_t> find_name(std::span<const std::string_view> names, std::string_view name);
/// "a, b, c": what an error says was expected.
std::string list_names(std::span<const std::string_view> names);

/// The error with one more step before its place.
std::unexpected<Error> at_place(std::string_view step, Error error);

}  // namespace fullcircle
