#include "model/value_codec.h"

#include <limits>

namespace fullcircle {

Value to_value(bool flag) { return flag; }
Value to_value(std::int32_t number) { return std::int64_t{number}; }
Value to_value(double number) { return number + 0.0; }  // no -0: files do not tell it from 0
Value to_value(const std::string& text) { return text; }
Value to_value(Day day) { return to_text(day); }
Value to_value(Instant instant) { return to_text(instant); }
Value to_value(RecordId id) { return to_text(id); }

Result<> from_value(Value&& value, bool& out) {
  const bool* flag = value.as_bool();
  if (!flag) return unexpected_value("true or false");
  out = *flag;
  return {};
}

Result<> from_value(Value&& value, std::int32_t& out) {
  const auto* number = value.as_integer();
  using Limits = std::numeric_limits<std::int32_t>;
  if (!number || *number < Limits::min() || *number > Limits::max()) return unexpected_value("whole number");
  out = static_cast<std::int32_t>(*number);
  return {};
}

Result<> from_value(Value&& value, double& out) {
  if (const auto* whole = value.as_integer()) {  // 4 and 4.0 are the same number in JSON
    out = static_cast<double>(*whole);
    return {};
  }
  const double* number = value.as_double();
  if (!number) return unexpected_value("number");
  out = *number;
  return {};
}

Result<> from_value(Value&& value, std::string& out) {
  auto* text = value.as_text();
  if (!text) return unexpected_value("text");
  out = std::move(*text);
  return {};
}

Result<> from_value(Value&& value, Day& out) {
  const auto* text = value.as_text();
  const auto day = text ? parse_day(*text) : std::nullopt;
  if (!day) return unexpected_value("day as 2026-11-19");
  out = *day;
  return {};
}

Result<> from_value(Value&& value, Instant& out) {
  const auto* text = value.as_text();
  const auto instant = text ? parse_instant(*text) : std::nullopt;
  if (!instant) return unexpected_value("moment as 2026-11-19T14:52:00.000Z");
  out = *instant;
  return {};
}

Result<> from_value(Value&& value, RecordId& out) {
  const auto* text = value.as_text();
  const auto id = text ? parse_record_id(*text) : std::nullopt;
  if (!id) return unexpected_value("record id of 16 characters");
  out = *id;
  return {};
}

}  // namespace fullcircle
