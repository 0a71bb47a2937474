#include "exchange/json_writer.h"

#include <charconv>
#include <cmath>
#include <utility>

#include "model/double_text.h"

namespace fullcircle {
namespace {

constexpr double kWholeNumbersEnd = 1e15;  // from here on a double is written with an exponent, so that it reads back as one

void append_escape(std::string& out, char c) {
  switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\b': out += "\\b"; return;
    case '\f': out += "\\f"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: break;
  }
  constexpr std::string_view kHex = "0123456789abcdef";
  out += "\\u00";
  out += kHex[(c >> 4) & 15];
  out += kHex[c & 15];
}

bool needs_escape(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

}  // namespace

void append_json_text(std::string& out, std::string_view text) {
  out += '"';
  std::size_t plain_from = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!needs_escape(text[i])) continue;
    out.append(text, plain_from, i - plain_from);
    append_escape(out, text[i]);
    plain_from = i + 1;
  }
  out.append(text, plain_from);
  out += '"';
}

void append_json_number(std::string& out, std::int64_t number) {
  char buffer[24];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, number).ptr;
  out.append(buffer, end);
}

void append_json_number(std::string& out, double number) {
  if (std::abs(number) < kWholeNumbersEnd && number == std::trunc(number)) return append_json_number(out, static_cast<std::int64_t>(number));
  out += std::abs(number) < kWholeNumbersEnd ? shortest_text(number) : shortest_scientific_text(number);
}

void append_json(std::string& out, const Value& value) {
  if (const bool* flag = value.as_bool()) {
    out += *flag ? "true" : "false";
  } else if (const auto* whole = value.as_integer()) {
    append_json_number(out, *whole);
  } else if (const double* number = value.as_double()) {
    append_json_number(out, *number);
  } else if (const auto* text = value.as_text()) {
    append_json_text(out, *text);
  } else if (const auto* list = value.as_list()) {
    out += '[';
    for (const Value& item : *list) {
      if (&item != list->data()) out += ", ";
      append_json(out, item);
    }
    out += ']';
  } else if (const auto* object = value.as_object()) {
    out += '{';
    bool is_first = true;
    for (const auto& [key, member] : *object) {
      if (!std::exchange(is_first, false)) out += ", ";
      append_json_text(out, key);
      out += ": ";
      append_json(out, member);
    }
    out += '}';
  } else {
    out += "null";
  }
}

std::string to_json(const Value& value) {
  std::string out;
  append_json(out, value);
  return out;
}

}  // namespace fullcircle
