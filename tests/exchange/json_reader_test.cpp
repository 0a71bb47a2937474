#include "exchange/json_reader.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace fullcircle;

namespace {

/// The error of a text that must be refused.
Error refused(std::string_view text, const JsonLimits& limits = {}) {
  const auto read = parse_json(text, limits);
  REQUIRE_MESSAGE(!read, text);
  JsonReader skipping(text, limits);  // skipping is as strict as reading
  CHECK_FALSE((skipping.skip() && skipping.finish()));
  CHECK(skipping.error() == read.error());
  return read.error();
}

Value read(std::string_view text) {
  const auto value = parse_json(text);
  REQUIRE_MESSAGE(value, text, " ", value ? "" : value.error().code, " ", value ? "" : value.error().place);
  JsonReader skipping(text);
  CHECK((skipping.skip() && skipping.finish()));
  return *value;
}

std::string nested(int depth) { return std::string(depth, '[') + std::string(depth, ']'); }

}  // namespace

TEST_CASE("members are read one after the other, each where it belongs") {
  JsonReader json(R"({"age": 36, "name": "Ada", "tags": ["a", "b"], "note": {"x": [1, {"y": null}]}})");
  std::string name;
  std::int64_t age = 0;
  std::vector<std::string> tags;
  std::string_view key;
  REQUIRE(json.begin_object());
  while (json.next_key(key)) {
    if (key == "age") {
      json.read_integer(age);
    } else if (key == "name") {
      json.read_text(name);
    } else if (key == "tags") {
      json.begin_list();
      while (json.next_item()) json.read_text(tags.emplace_back());
    } else {
      json.skip();
    }
  }
  CHECK(json.finish());
  CHECK(name == "Ada");
  CHECK(age == 36);
  CHECK(tags == std::vector<std::string>{"a", "b"});
}

TEST_CASE("values come out with their kind, and objects with their keys sorted") {
  CHECK(read("null") == Value());
  CHECK(read(" true\n") == Value(true));
  CHECK(read("-12") == Value(-12));
  CHECK(read("4.0") == Value(4.0));
  CHECK(read("[]") == Value(Value::List{}));
  CHECK(read("{}") == Value(Value::Object{}));
  CHECK(read(R"({"b": 1, "a": [2, {}]})") == Value(Value::Object{{"a", Value::List{2, Value::Object{}}}, {"b", 1}}));
}

TEST_CASE("texts keep every character, escaped or not") {
  CHECK(read(R"("a\"\\\/\b\f\n\r\tz")") == Value("a\"\\/\b\f\n\r\tz"));
  CHECK(read(R"("\u00e9\u20AC\ud83d\ude00")") == Value("é€😀"));
  CHECK(read("\"é€😀中文 \xEE\x80\x80 plain text that is longer than eight bytes\"") == Value("é€😀中文 \xEE\x80\x80 plain text that is longer than eight bytes"));
  CHECK(read(R"("\u0000")") == Value(std::string(1, '\0')));
  CHECK(read(R"({"a\u0062c": 1})") == Value(Value::Object{{"abc", 1}}));
}

TEST_CASE("numbers keep their value to the last bit") {
  CHECK(read("0.1") == Value(0.1));
  CHECK(read("123456789.123456789") == Value(123456789.123456789));
  CHECK(read("1e22") == Value(1e22));
  CHECK(read("2.2250738585072014e-308") == Value(2.2250738585072014e-308));
  CHECK(read("9007199254740993.5") == Value(9007199254740993.5));
  CHECK(read("99999999999999.99") == Value(99999999999999.99));
  CHECK(read("-9223372036854775808") == Value(std::int64_t{-9223372036854775807} - 1));
  CHECK_FALSE(std::signbit(*read("-0.0").as_double()));
}

TEST_CASE("numbers that do not fit are refused, not bent") {
  for (auto text : {"9223372036854775808", "1e999", "-1e999", "1e-999"}) {
    CHECK(refused(text).code == file_error::kNumberRange);
    CHECK(refused(text).detail == text);
  }
}

TEST_CASE("what is almost JSON is refused with line, column and path") {
  CHECK(refused("{\"a\": 1,\n \"b\": [1, x]}") == Error{"error.file.not_json", "2:11 b.1", "value"});
  CHECK(refused("{\"a\" 1}") == Error{"error.file.not_json", "1:6 a", "':'"});
  CHECK(refused("{\"é\": tru}").place == "1:7 é");
  for (auto text : {"NaN", "Infinity", "-Infinity", "+1", "01", "-01", ".5", "1.e3", "'a'", "[1,]", "{\"a\":1,}", "{a:1}", "[1 2]", "{\"a\":1 \"b\":2}", "nul!",
                    "trueish", "[}", "{]", "// c\n1", "\"\\x\"", "\"\\u12g4\"", "\"a\tb\"", "-x", "1ex"})
    CHECK(refused(text).code == (std::string_view(text) == "trueish" ? file_error::kTrailing : file_error::kNotJson));
}

TEST_CASE("bytes after the end are refused") {
  CHECK(refused("{} {}") == Error{"error.file.trailing", "1:4", ""});
  CHECK(refused(std::string_view("1\0", 2)).code == file_error::kTrailing);
}

TEST_CASE("text that is not UTF-8 is refused, lone surrogates too") {
  for (auto text : {"\"\x80\"", "\"\xC0\xAF\"", "\"\xE0\x80\xAF\"", "\"\xED\xA0\x80\"", "\"\xF4\x90\x80\x80\"", "\"\xFF\"", "\"a\xC3\"", "\"\xE2\x82\"", "\"12345678\xE9\"",
                    "\"\\ud800\"", "\"\\ude00\"", "\"\\ud800x\"", "\"\\ud800\\u0041\"", "\"\\ud800\\ud800\"", "{\"\\udfff\": 1}"})
    CHECK(refused(text).code == file_error::kEncoding);
}

TEST_CASE("a byte-order mark is skipped at the start and nowhere else, UTF-16 is named") {
  CHECK(read("\xEF\xBB\xBF{}") == Value(Value::Object{}));
  CHECK(refused("{}\xEF\xBB\xBF").code == file_error::kTrailing);
  CHECK(refused("\xEF\xBB\xBF\xEF\xBB\xBF{}").code == file_error::kNotJson);
  CHECK(refused(std::string_view("\xFF\xFE{\0}\0", 6)) == Error{"error.file.encoding", "1:1", "UTF-16"});
}

TEST_CASE("duplicate keys are refused, however they are written and ordered") {
  CHECK(refused(R"({"a": 1, "a": 2})") == Error{"error.file.duplicate_key", "1:16 a", "a"});
  CHECK(refused(R"({"b": 1, "a": 1, "b": 2})").detail == "b");
  CHECK(refused(R"({"a": 1, "\u0061": 2})").detail == "a");
  CHECK(refused(R"({"x": {"c": 1, "b": {}, "c": 1}})").detail == "c");
  read(R"({"b": {"a": 1}, "a": {"a": 1}})");
}

TEST_CASE("an empty file, and one cut off anywhere, say so") {
  CHECK(refused("").code == file_error::kEmpty);
  CHECK(refused(" \n ").code == file_error::kEmpty);
  CHECK(refused("\xEF\xBB\xBF").code == file_error::kEmpty);
  const std::string whole = R"({"a": [1.5e+3, true, null, "é\n\ud83d\ude00", false], "b": {"c": {}}})";
  read(whole);
  for (std::size_t length = 1; length < whole.size(); ++length) {
    const auto text = std::string_view(whole).substr(0, length);
    JsonReader json(text);
    CHECK_FALSE((json.skip() && json.finish()));
    CHECK_MESSAGE(json.ran_out(), text);
    CHECK(refused(text).code == file_error::kCutOff);
  }
}

TEST_CASE("limits hold for size, depth, text and number of members") {
  CHECK(refused(std::string(2 << 20, ' '), {.bytes = 1 << 20}) == Error{"error.file.too_large", "1:1", "1"});
  read(nested(64));
  CHECK(refused(nested(65)).code == file_error::kTooDeep);
  CHECK(refused(std::string(1'000'000, '[')).code == file_error::kTooDeep);
  CHECK(refused("\"12345\"", {.text_bytes = 4}) == Error{"error.file.text_too_long", "1:2", "4"});
  CHECK(refused("\"1234\\n\"", {.text_bytes = 4}).code == file_error::kTextTooLong);
  CHECK(refused("[1, 2, 3]", {.members = 2}) == Error{"error.file.too_many", "1:8 2", "2"});
  CHECK(refused("[[1, 2], [3], [4]]", {.items_in_all = 5}).code == file_error::kTooMany);
}

TEST_CASE("a failure stays, whatever is asked after it") {
  JsonReader json("[1, x, 2]");
  double number = 0;
  REQUIRE(json.begin_list());
  REQUIRE((json.next_item() && json.read_double(number)));
  REQUIRE(json.next_item());
  CHECK_FALSE(json.read_double(number));
  const Error first = json.error();
  CHECK_FALSE(json.next_item());
  CHECK_FALSE(json.begin_object());
  CHECK_FALSE(json.skip());
  CHECK_FALSE(json.reject("error.other", ""));
  CHECK(json.peek() == JsonType::none);
  CHECK(json.error() == first);
}

TEST_CASE("a value of another type than asked for is named, and can be read again otherwise") {
  JsonReader json(R"({"weight": [1, "high"]})");
  std::string_view key;
  std::int64_t number = 0;
  REQUIRE((json.begin_object() && json.next_key(key)));
  const auto before = json.mark();
  REQUIRE((json.begin_list() && json.next_item() && json.read_integer(number) && json.next_item()));
  CHECK_FALSE(json.read_integer(number));
  CHECK(json.error() == Error{"error.file.value", "1:16 weight.1", "whole number"});
  json.rewind(before);
  Value value;
  CHECK(json.read_value(value));
  CHECK(value == Value(Value::List{1, "high"}));
  CHECK_FALSE(json.next_key(key));
  CHECK(json.finish());
}

TEST_CASE("a text that arrives in pieces reads like the whole, and its places too") {
  const std::string whole = "{\n \"rows\": [\n  {\"a\": 1},\n  {\"a\": \"é\\n\"},\n  {\"a\": [true]},\n  {\"a\": 12x}\n ]\n}";
  for (std::size_t step = 1; step < whole.size(); ++step) {
    std::string buffer = whole.substr(0, 14);
    std::size_t fed = buffer.size();
    JsonReader json(buffer);
    std::string_view key;
    REQUIRE((json.begin_object() && json.next_key(key) && json.begin_list()));
    Value::List rows;
    for (;;) {
      const auto before = json.mark();
      Value row;
      if (json.next_item() && json.read_value(row)) {
        rows.push_back(row);
        continue;
      }
      if (!json.ran_out()) break;
      json.rewind(before);
      buffer.erase(0, json.release());
      buffer += whole.substr(fed, step);
      fed += step;
      json.continue_with(buffer);
    }
    CHECK(rows.size() == 3);
    CHECK(json.error() == Error{"error.file.not_json", "6:11 rows.3.a", "',' or '}'"});
  }
}
