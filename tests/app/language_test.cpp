#include "app/language.h"

#include <doctest/doctest.h>

#include "app/support/shipped_languages.h"

using namespace fullcircle;

namespace {

Language language_of(const char* json, std::shared_ptr<const Language> fallback = {}, const char* code = "en") {
  auto language = Language::parse(code, json, std::move(fallback));
  REQUIRE(language.has_value());
  return std::move(*language);
}

}  // namespace

TEST_CASE("nested keys are reached by their path") {
  const auto language = language_of(R"({"nav": {"home": "Home", "more": {"help": "Help"}}})");
  CHECK(language.tr("nav.home") == "Home");
  CHECK(language.tr("nav.more.help") == "Help");
  CHECK(language.missing_keys().empty());
}

TEST_CASE("placeholders are filled in, unknown ones stay visible") {
  const auto language = language_of(R"({"hello": "Good morning, {{name}}", "spaced": "{{ name }}{{name}}", "odd": "{{who}} and {{name"})");
  CHECK(language.tr("hello", {{"name", "Aisha"}}) == "Good morning, Aisha");
  CHECK(language.tr("hello", {{"name", "{{name}}"}}) == "Good morning, {{name}}");
  CHECK(language.tr("spaced", {{"name", std::string("A")}}) == "AA");
  CHECK(language.tr("odd", {{"name", "Aisha"}}) == "{{who}} and {{name");
}

TEST_CASE("a count chooses the plural form and is written with group marks") {
  const auto language = language_of(R"({"format": {"group_mark": ",", "decimal_mark": "."},
    "people_one": "{{count}} person", "people_other": "{{count}} people", "files_zero": "No files", "files_other": "{{count}} files", "plain": "{{count}} x"})");
  CHECK(language.tr("people", {{"count", 1}}) == "1 person");
  CHECK(language.tr("people", {{"count", 0}}) == "0 people");
  CHECK(language.tr("people", {{"count", 10'000}}) == "10,000 people");
  CHECK(language.tr("files", {{"count", 0}}) == "No files");
  CHECK(language.tr("files", {{"count", 1}}) == "1 files");
  CHECK(language.tr("plain", {{"count", 2}}) == "2 x");
}

TEST_CASE("every plural category of a foreign rule finds its form") {
  auto language = language_of(R"({"n_one": "one", "n_two": "two", "n_few": "few", "n_many": "many", "n_other": "other"})");
  language.set_plural_rule([](double count) {
    return count == 1 ? PluralCategory::one : count == 2 ? PluralCategory::two : count == 3 ? PluralCategory::few
         : count == 6 ? PluralCategory::many : PluralCategory::other;
  });
  CHECK(language.tr("n", {{"count", 1}}) == "one");
  CHECK(language.tr("n", {{"count", 2}}) == "two");
  CHECK(language.tr("n", {{"count", 3}}) == "few");
  CHECK(language.tr("n", {{"count", 6}}) == "many");
  CHECK(language.tr("n", {{"count", 9}}) == "other");
}

TEST_CASE("the native plural rules follow CLDR") {
  CHECK(native_plural_rule("de")(1) == PluralCategory::one);
  CHECK(native_plural_rule("de")(1.5) == PluralCategory::other);
  CHECK(native_plural_rule("sv")(0) == PluralCategory::other);
  CHECK(native_plural_rule("da")(1.5) == PluralCategory::one);
  CHECK(native_plural_rule("da")(0) == PluralCategory::other);
  CHECK(native_plural_rule("zh")(1) == PluralCategory::other);
}

TEST_CASE("a missing key falls back to English and is reported") {
  const auto english = std::make_shared<Language>(language_of(R"({"a": "Save", "b_one": "{{count}} goal", "b_other": "{{count}} goals"})"));
  const auto german = language_of("{}", english, "de");
  CHECK(german.tr("a") == "Save");
  CHECK(german.tr("b", {{"count", 2}}) == "2 goals");
  CHECK(german.tr("nobody.has.it") == "nobody.has.it");
  CHECK(german.missing_keys().size() == 3);
  CHECK(english->missing_keys().size() == 1);
}

TEST_CASE("a language file that is not one is refused with the place") {
  CHECK(Language::parse("en", "{\"a\": ").error().code == "error.file.cut_off");
  CHECK(Language::parse("en", "").error().code == "error.file.empty");
  CHECK(Language::parse("en", R"({"a": {"b": 3}})").error() == Error{"error.file.value", "a.b", "text"});
  CHECK(Language::parse("en", R"(["a"])").error().code == "error.file.value");
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "{\"a\":";
  CHECK(Language::parse("en", deep).error().code == "error.file.too_deep");
}

TEST_CASE("the place of an error in a file is told in words; other places stay as they are") {
  const auto language = language_of(R"json({"e": "Broken ({{place}})", "error": {"place": {
    "line": "line {{line}}, column {{column}}", "line_and_path": "line {{line}}, column {{column}}, at {{path}}"}}})json");
  CHECK(language.describe({"e", "12:7", {}}) == "Broken (line 12, column 7)");
  CHECK(language.describe({"e", "12:7 records.people.3", {}}) == "Broken (line 12, column 7, at records.people.3)");
  for (const std::string place : {"", "records.people.3", "12", "12:", ":7", "12:7x", "request 2, 1:4"})
    CHECK(language.describe({"e", place, {}}) == "Broken (" + place + ")");
}

TEST_CASE("strong words are split off for drawing") {
  CHECK(split_runs("<b>3 check-ins</b> are due") == std::vector<TextRun>{{"3 check-ins", true}, {" are due", false}});
  CHECK(split_runs("plain") == std::vector<TextRun>{{"plain", false}});
  CHECK(split_runs("a <b>b") == std::vector<TextRun>{{"a ", false}, {"b", true}});
  CHECK(split_runs("").empty());
}
