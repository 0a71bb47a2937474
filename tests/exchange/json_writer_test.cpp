#include "exchange/json_writer.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "exchange/field_codec.h"
#include "exchange/json_reader.h"
#include "exchange/random_value.h"
#include "model/kinds.h"

using namespace fullcircle;

namespace {

constexpr std::uint64_t kSeed = 20261121;
constexpr int kCases = 5000;

/// A double that is whole is written without a point and read back as an integer: the same number.
Value with_whole_doubles_as_integers(Value value) {
  if (const double* number = value.as_double(); number && std::abs(*number) < 1e15 && *number == std::trunc(*number)) return static_cast<std::int64_t>(*number);
  if (auto* list = value.as_list())
    for (auto& item : *list) item = with_whole_doubles_as_integers(std::move(item));
  if (auto* object = value.as_object())
    for (auto& member : *object) member.second = with_whole_doubles_as_integers(std::move(member.second));
  return value;
}

}  // namespace

TEST_CASE("values are written on one line, keys in byte order, nothing escaped that need not be") {
  CHECK(to_json(Value::Object{{"b", Value::List{1, 2.5, true, Value()}}, {"é", Value("a/b\"\\\n\x01é\x7F")}}) ==
        "{\"b\": [1, 2.5, true, null], \"é\": \"a/b\\\"\\\\\\n\\u0001é\x7F\"}");
  CHECK(to_json(Value::List{}) == "[]");
  CHECK(to_json(Value::Object{}) == "{}");
}

TEST_CASE("numbers are written as short as they can be and read back the same") {
  const std::pair<double, const char*> cases[] = {{4.0, "4"}, {-0.0, "0"}, {0.1, "0.1"}, {1.0 / 3, "0.3333333333333333"}, {1e15, "1e+15"}, {123456789012345, "123456789012345"},
                                                  {5e-324, "5e-324"}, {1.7976931348623157e308, "1.7976931348623157e+308"}, {92.75, "92.75"}, {1e-7, "1e-07"}};
  for (const auto& [number, text] : cases) CHECK(to_json(number) == text);
  CHECK(to_json(std::int64_t{-9223372036854775807} - 1) == "-9223372036854775808");
}

TEST_CASE("whatever is written reads back the same, and writing it again gives the same bytes") {
  RandomValue random(kSeed);
  for (int i = 0; i < kCases; ++i) {
    const Value value = random.value();
    const std::string text = to_json(value);
    const auto back = parse_json(text);
    REQUIRE_MESSAGE(back, "seed ", kSeed, " case ", i, ": ", text);
    REQUIRE_MESSAGE(*back == with_whole_doubles_as_integers(value), "seed ", kSeed, " case ", i, ": ", text);
    REQUIRE(to_json(*back) == text);
  }
}

TEST_CASE("another reader understands what is written, and agrees on what is JSON at all") {
  RandomValue random(kSeed + 1);
  for (int i = 0; i < kCases; ++i) {
    std::string text = to_json(random.value());
    const auto theirs = nlohmann::json::parse(text, nullptr, false);
    REQUIRE_MESSAGE(!theirs.is_discarded(), "seed ", kSeed + 1, " case ", i, ": ", text);
    REQUIRE(parse_json(theirs.dump()).has_value());
    if (text.empty()) continue;
    const auto at = static_cast<std::size_t>(random.below(static_cast<int>(text.size())));  // one byte changed, taken out or put in
    constexpr std::string_view kBytes = "{}[]\",:\\0e.-+ tn\x80\xC3u";
    const char byte = kBytes[static_cast<std::size_t>(random.below(kBytes.size()))];
    switch (random.below(3)) {
      case 0: text[at] = byte; break;
      case 1: text.erase(at, 1); break;
      default: text.insert(at, 1, byte);
    }
    const auto ours = parse_json(text);
    const bool is_stricter = !ours && (ours.error().code == file_error::kDuplicateKey || ours.error().code == file_error::kNumberRange);
    if (!is_stricter) REQUIRE_MESSAGE(ours.has_value() == nlohmann::json::accept(text), "seed ", kSeed + 1, " case ", i, ": ", text);
  }
}

TEST_CASE("typed members are written as their values would be, and read back equal") {
  FormItem item{.key = "q1", .text = "Does {{name}} listen?", .anchors = {{.level = 3, .label = "Often", .behaviour = ""}}, .groups = {RaterGroup::peer, RaterGroup::report}};
  item.unknown.members = {{"a", 1}, {"zz", Value::Object{{"x", 2}}}};
  CycleStage stage{.kind = StageKind::feedback, .start_day = parse_day("2026-11-19")};
  SignOff sign_off{.person = Id<Person>(RecordId{5, 6}), .verdict = Verdict::received, .signed_at = {1795270920123}};
  const auto check = [](const auto& nested) {
    std::string text;
    append_json(text, nested);
    CHECK(text == to_json(to_value(nested)));
    JsonReader json(text);
    auto back = nested;
    back = {};
    CHECK(read_json(json, back));
    CHECK(json.finish());
    CHECK(back == nested);
  };
  check(item);
  check(stage);
  check(sign_off);
  check(FormItem{});
  check(Answer{.item = "q1", .rating = 3.5, .choice = 2});
}

TEST_CASE("a member of the wrong type is named with what was expected") {
  const auto error_of = [](std::string_view text, auto into) {
    JsonReader json(text);
    CHECK_FALSE(read_json(json, into));
    return json.error();
  };
  CHECK(error_of(R"({"kind": "guess"})", FormItem{}) == Error{"error.file.value", "1:17 kind", "rating, text, choice"});
  CHECK(error_of(R"({"competency": "xyz"})", FormItem{}).detail == "record id of 16 characters");
  CHECK(error_of(R"({"start": "2026-02-30"})", CycleStage{}).detail == "day as 2026-11-19");
  CHECK(error_of(R"({"level": 3000000000})", Anchor{}).detail == "whole number");
  CHECK(error_of(R"([{"item": "a"}, {"item": 3}])", std::vector<Answer>{}) == Error{"error.file.value", "1:26 1.item", "text"});
}
