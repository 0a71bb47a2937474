// Between typed members and JSON text directly, for speed: the same form as to_value() and from_value() give, without the Value.
#pragma once

#include <string>

#include "exchange/json_reader.h"
#include "exchange/json_writer.h"
#include "model/struct_type.h"

namespace fullcircle {

/// Reads the next value into the member. False at a failure of the reader; a value of the wrong type is the failure kValue.
bool read_json(JsonReader& json, const MemberType& type, void* member);
template <FieldMember T>
bool read_json(JsonReader& json, T& out) {
  return read_json(json, kMemberType<T>, &out);
}

/// Appends canonical text: the bytes append_json(out, to_value(member)) would give.
void append_json(std::string& out, const MemberType& type, const void* member);
template <FieldMember T>
void append_json(std::string& out, const T& member) {
  append_json(out, kMemberType<T>, &member);
}

}  // namespace fullcircle
