// JsonReader's texts, numbers and values; its structure is in json_reader.cpp.
#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>

#include "exchange/json_reader.h"
#include "exchange/utf8.h"
#include "model/double_text.h"

namespace fullcircle {
namespace {

constexpr std::uint64_t repeated(unsigned char byte) { return 0x0101010101010101u * byte; }

/// How many of the next eight bytes, from the first, are plain ASCII inside a text. Each line below marks the bytes of one sort
/// by their top bit; a subtraction may mark further bytes after a marked one, never before it.
/// Source: S. E. Anderson, "Bit Twiddling Hacks", haszero and hasless.
std::size_t count_plain(const char* bytes) {
  static_assert(std::endian::native == std::endian::little);
  std::uint64_t word;
  std::memcpy(&word, bytes, sizeof word);
  const std::uint64_t quote = word ^ repeated('"');
  const std::uint64_t backslash = word ^ repeated('\\');
  std::uint64_t marked = (word - repeated(0x20)) & ~word;
  marked |= (quote - repeated(1)) & ~quote;
  marked |= (backslash - repeated(1)) & ~backslash;
  marked |= word;
  marked &= repeated(0x80);
  return marked == 0 ? sizeof word : static_cast<std::size_t>(std::countr_zero(marked)) / 8;
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr double kPowersOfTen[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                   1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/// "92.75" is 9275 / 100: both exact, so one division rounds correctly (Clinger 1990). False: too long for that.
bool read_short_decimal(std::string_view digits, double& out) {
  if (digits.size() > 16) return false;
  std::int64_t mantissa = 0;
  std::size_t places = 0;
  bool after_point = false;
  const bool is_negative = digits.starts_with('-');
  for (char c : digits.substr(is_negative ? 1 : 0)) {
    if (c == '.') {
      after_point = true;
    } else if (is_digit(c)) {
      mantissa = mantissa * 10 + (c - '0');
      places += after_point;
    } else {
      return false;
    }
  }
  if (mantissa > std::int64_t{1} << 53) return false;
  const double size = static_cast<double>(mantissa) / kPowersOfTen[places];
  out = is_negative && size != 0 ? -size : size;
  return true;
}

}  // namespace

bool JsonReader::scan_text(std::string_view& out) {
  const std::size_t start = ++at_;
  for (;;) {
    for (std::size_t plain = 8; plain == 8 && at_ + 8 <= text_.size(); at_ += plain) plain = count_plain(text_.data() + at_);
    if (at_ == text_.size()) return run_out();
    const char c = text_[at_];
    if (c == '"') break;
    if (c == '\\') return scan_escaped(out, start);
    if (!scan_character()) return false;
  }
  out = text_.substr(start, at_ - start);
  ++at_;
  return out.size() <= limits_.text_bytes || fail_at(start, file_error::kTextTooLong, std::to_string(limits_.text_bytes));
}

bool JsonReader::scan_escaped(std::string_view& out, std::size_t start) {
  scratch_.assign(text_, start, at_ - start);
  for (;;) {
    if (at_ == text_.size()) return run_out();
    if (text_[at_] == '"') break;
    if (scratch_.size() > limits_.text_bytes) break;
    if (text_[at_] == '\\') {
      if (!scan_escape()) return false;
      continue;
    }
    const std::size_t from = at_;
    if (!scan_character()) return false;
    scratch_.append(text_, from, at_ - from);
  }
  if (scratch_.size() > limits_.text_bytes) return fail_at(start, file_error::kTextTooLong, std::to_string(limits_.text_bytes));
  ++at_;
  out = scratch_;
  return true;
}

/// One character that is neither quote nor backslash.
bool JsonReader::scan_character() {
  if (static_cast<unsigned char>(text_[at_]) < 0x20) return fail_at(at_, file_error::kNotJson, "no control character in a text");
  const std::size_t length = utf8_length_at(text_, at_);
  if (length == 0) return is_utf8_start(text_.substr(at_)) ? run_out() : fail_at(at_, file_error::kEncoding, {});
  at_ += length;
  return true;
}

bool JsonReader::scan_escape() {
  if (at_ + 1 >= text_.size()) return run_out();
  constexpr std::string_view kLetters = "\"\\/bfnrt";
  constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
  const std::size_t start = at_;
  const char letter = text_[at_ + 1];
  at_ += 2;
  if (const auto found = kLetters.find(letter); found != std::string_view::npos) {
    scratch_ += kMeanings[found];
    return true;
  }
  if (letter != 'u') return fail_at(start, file_error::kNotJson, "escape");
  unsigned high = 0;
  if (!scan_hex4(high)) return false;
  if (high < 0xD800 || high > 0xDFFF) {
    append_utf8(scratch_, high);
    return true;
  }
  unsigned low = 0;
  if (text_.size() - at_ < 2 && std::string_view("\\u").starts_with(text_.substr(at_))) return run_out();
  const bool has_second = high < 0xDC00 && text_.substr(at_, 2) == "\\u";
  if (has_second) at_ += 2;
  if (has_second && !scan_hex4(low)) return false;
  if (low < 0xDC00 || low > 0xDFFF) return fail_at(start, file_error::kEncoding, text_.substr(start, 6));
  append_utf8(scratch_, 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00));
  return true;
}

bool JsonReader::scan_hex4(unsigned& unit) {
  unit = 0;
  for (int i = 0; i < 4; ++i, ++at_) {
    if (at_ == text_.size()) return run_out();
    const int value = hex_value(text_[at_]);
    if (value < 0) return fail_at(at_, file_error::kNotJson, "four hex digits");
    unit = unit * 16 + static_cast<unsigned>(value);
  }
  return true;
}

bool JsonReader::read_text_view(std::string_view& out) {
  const JsonType type = peek();
  if (type != JsonType::text) return type != JsonType::none && fail_at(at_, file_error::kValue, "text");
  return scan_text(out);
}

bool JsonReader::read_text(std::string& out) {
  std::string_view view;
  if (!read_text_view(view)) return false;
  out.assign(view);
  return true;
}

bool JsonReader::scan_number(std::string_view& digits, bool& is_whole) {
  const std::size_t start = at_;
  const auto at_digit = [&] { return at_ < text_.size() && is_digit(text_[at_]); };
  const auto some_digits = [&] {
    if (at_ == text_.size()) return run_out();
    if (!at_digit()) return fail_at(at_, file_error::kNotJson, "digit");
    while (at_digit()) ++at_;
    return true;
  };
  is_whole = true;
  if (text_[at_] == '-') ++at_;
  const bool starts_with_zero = at_ < text_.size() && text_[at_] == '0';
  const std::size_t first_digit = at_;
  if (!some_digits()) return false;
  if (starts_with_zero && at_ > first_digit + 1) return fail_at(first_digit, file_error::kNotJson, "number without a leading zero");
  if (at_ < text_.size() && text_[at_] == '.') {
    is_whole = false;
    ++at_;
    if (!some_digits()) return false;
  }
  if (at_ < text_.size() && (text_[at_] == 'e' || text_[at_] == 'E')) {
    is_whole = false;
    ++at_;
    if (at_ < text_.size() && (text_[at_] == '+' || text_[at_] == '-')) ++at_;
    if (!some_digits()) return false;
  }
  digits = text_.substr(start, at_ - start);
  return true;
}

bool JsonReader::read_digits(std::string_view& digits, bool& is_whole, std::string_view expected) {
  const JsonType type = peek();
  if (type != JsonType::number) return type != JsonType::none && fail_at(at_, file_error::kValue, expected);
  return scan_number(digits, is_whole);
}

bool JsonReader::parse_whole(std::string_view digits, std::int64_t& out) {
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), out);
  return read.ec == std::errc() || fail_at(at_ - digits.size(), file_error::kNumberRange, digits.substr(0, 40));
}

bool JsonReader::parse_decimal(std::string_view digits, double& out) {
  if (read_short_decimal(digits, out)) return true;
  const auto read = fullcircle::read_number(digits);
  if (!read) return fail_at(at_ - digits.size(), file_error::kNumberRange, digits.substr(0, 40));
  out = read->value == 0 ? 0 : read->value;  // -0 and 0 are one number in our files
  return true;
}

bool JsonReader::read_integer(std::int64_t& out) {
  std::string_view digits;
  bool is_whole;
  if (!read_digits(digits, is_whole, "whole number")) return false;
  return is_whole ? parse_whole(digits, out) : fail_at(at_ - digits.size(), file_error::kValue, "whole number");
}

bool JsonReader::read_double(double& out) {
  std::string_view digits;
  bool is_whole;
  return read_digits(digits, is_whole, "number") && parse_decimal(digits, out);
}

bool JsonReader::read_number(Value& out) {
  std::string_view digits;
  bool is_whole;
  std::int64_t whole = 0;
  double number = 0;
  if (!scan_number(digits, is_whole)) return false;
  if (is_whole ? !parse_whole(digits, whole) : !parse_decimal(digits, number)) return false;
  out = is_whole ? Value(whole) : Value(number);
  return true;
}

bool JsonReader::read_value(Value& out) {
  bool flag = false;
  std::string text;
  std::string_view key;
  switch (peek()) {
    case JsonType::null: out = Value(); return read_null();
    case JsonType::boolean: read_bool(flag); out = Value(flag); return !failed_;
    case JsonType::number: return read_number(out);
    case JsonType::text: read_text(text); out = Value(std::move(text)); return !failed_;
    case JsonType::list: {
      Value::List list;
      begin_list();
      while (next_item()) read_value(list.emplace_back());
      out = Value(std::move(list));
      return !failed_;
    }
    case JsonType::object: {
      Value::Object object;
      begin_object();
      while (next_key(key)) {
        auto& member = object.emplace_back(std::string(key), Value());
        read_value(member.second);
      }
      if (!std::ranges::is_sorted(object, {}, [](const auto& member) -> const std::string& { return member.first; })) sort_keys(object);
      out = Value(std::move(object));
      return !failed_;
    }
    case JsonType::none: break;
  }
  return false;
}

Result<Value> parse_json(std::string_view text, const JsonLimits& limits) {
  JsonReader json(text, limits);
  Value value;
  if (json.read_value(value) && json.finish()) return value;
  return std::unexpected(json.error());
}

}  // namespace fullcircle
