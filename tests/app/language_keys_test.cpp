// What the shipped language files must hold: every key the code asks for, every enumerator, every field, in every language.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>

#include "app/language.h"
#include "app/queries/plan_measures.h"
#include "app/support/shipped_languages.h"

using namespace fullcircle;

namespace {

const std::string kProject = std::string(TEST_DATA_DIR) + "/..";

/// Each literal that `pattern` captures in the sources, with the file that holds it.
std::vector<std::pair<std::string, std::string>> literals_in_sources(const std::regex& pattern) {
  std::vector<std::pair<std::string, std::string>> found;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(kProject + "/src")) {
    const auto extension = entry.path().extension();
    if (extension != ".cpp" && extension != ".h") continue;
    const auto path = std::filesystem::relative(entry.path(), kProject).string();
    if (path.starts_with("src/app/sample/")) continue;  // has its own words: sample_test.cpp
    std::string code;
    std::istringstream lines(test::read_project_file(path));
    for (std::string line; std::getline(lines, line);) code += line.substr(0, line.find("//")) + "\n";
    for (std::sregex_iterator match(code.begin(), code.end(), pattern), end; match != end; ++match)
      found.emplace_back((*match)[1], path);
  }
  return found;
}

bool has_key_or_plural(const Language& language, const std::string& key) {
  return language.has(key) || language.has(key + "_other");
}

std::vector<std::string> shipped_codes() {
  std::vector<std::string> codes;
  for (const auto& entry : std::filesystem::directory_iterator(kProject + "/assets/languages"))
    codes.push_back(entry.path().stem().string());
  std::ranges::sort(codes);
  return codes;
}

template <class Enum>
void check_enum(const Language& language) {
  for (auto name : EnumNames<Enum>::kNames) {
    const auto key = "enum." + std::string(EnumNames<Enum>::kType) + "." + std::string(name);
    CHECK_MESSAGE(language.has(key), key);
  }
}

/// "{{name}}" and "{{count}}" of a text, sorted.
std::set<std::string> placeholders(std::string_view text) {
  std::set<std::string> names;
  static const std::regex pattern(R"(\{\{\s*([A-Za-z0-9_]+)\s*\}\})");
  const std::string copy(text);
  for (std::sregex_iterator match(copy.begin(), copy.end(), pattern), end; match != end; ++match) names.insert((*match)[1]);
  return names;
}

std::string without_plural(std::string_view key) {
  for (std::string_view suffix : {"_zero", "_one", "_two", "_few", "_many", "_other"})
    if (key.ends_with(suffix)) return std::string(key.substr(0, key.size() - suffix.size()));
  return std::string(key);
}

}  // namespace

TEST_CASE("every key the code asks for by name is in English") {
  const auto english = test::load_language("en");
  const auto asked = literals_in_sources(std::regex(R"((?:\btr|\btr_text)\(\s*"([a-z0-9_]+(?:\.[A-Za-z0-9_\-]+)+)\")"));
  CHECK(asked.size() > 5);
  for (const auto& [key, file] : asked)
    if (!key.ends_with('_')) CHECK_MESSAGE(has_key_or_plural(*english, key), file << " asks for " << key);  // else put together at run time
}

TEST_CASE("every error code has a sentence") {
  const auto english = test::load_language("en");
  const auto codes = literals_in_sources(std::regex(R"re("(error\.[a-z0-9_]+(?:\.[a-z0-9_]+)*)")re"));
  CHECK(codes.size() > 5);
  for (const auto& [code, file] : codes) CHECK_MESSAGE(english->has(code), file << " reports " << code);
}

TEST_CASE("every field and every kind of record has a label") {
  const auto english = test::load_language("en");
  for_each_kind([&]<class Entity>() {
    const std::string kind(Kind<Entity>::kLanguageKey);
    CHECK_MESSAGE(english->has("kind." + kind + "_other"), kind);
    for_each_field<Entity>([&](const auto& field) {
      const auto key = "field." + kind + "." + std::string(field.key);
      CHECK_MESSAGE(english->has(key), key);
    });
  });
}

TEST_CASE("every enumerator of the model has a word") {
  const auto english = test::load_language("en");
  check_enum<RaterGroup>(*english);
  check_enum<ChangeGap>(*english);
  check_enum<TrendGap>(*english);
  check_enum<MeasureGap>(*english);
  check_enum<ReviewPart>(*english);
  check_enum<CoachingStyle>(*english);
  check_enum<GoalKind>(*english);
  check_enum<GoalLevel>(*english);
  check_enum<GoalState>(*english);
  check_enum<GoalDirection>(*english);
  check_enum<ItemKind>(*english);
  check_enum<CommentTone>(*english);
  check_enum<StageKind>(*english);
  check_enum<CycleState>(*english);
  check_enum<RequestState>(*english);
  check_enum<ActionTarget>(*english);
  check_enum<Verdict>(*english);
  check_enum<ActionKind>(*english);
  check_enum<ActionState>(*english);
  check_enum<FeedbackKind>(*english);
  check_enum<ImportOutcome>(*english);
  CHECK(english->name_of(GoalKind::yes_no) == "Done or not");
  CHECK(english->label_of<Goal>("title") == "Title");
}

TEST_CASE("every language has the keys of English with the same placeholders, and no others") {
  const auto english = test::load_language("en");
  std::set<std::string> wanted;
  for (auto key : english->keys()) wanted.insert(without_plural(key));
  const auto codes = shipped_codes();
  CHECK(std::ranges::count(codes, "de") == 1);
  for (const auto& code : codes) {
    const auto language = test::load_language(code);
    std::set<std::string> present;
    for (auto key : language->keys()) present.insert(without_plural(key));
    for (const auto& key : wanted) CHECK_MESSAGE(present.contains(key), code << " lacks " << key);
    for (const auto& key : present) CHECK_MESSAGE(wanted.contains(key), code << " has the unused " << key);
    for (auto key : language->keys())
      if (english->has(key) && !key.starts_with("format."))
        CHECK_MESSAGE(placeholders(language->tr(key)) == placeholders(english->tr(key)), code << " " << key);
  }
}

TEST_CASE("plural forms come in the categories the language needs") {
  for (const auto& code : shipped_codes()) {
    const auto language = test::load_language(code);
    const bool has_singular = native_plural_rule(code)(1) == PluralCategory::one;
    for (auto key : language->keys()) {
      if (!key.ends_with("_other")) continue;
      const auto base = without_plural(key);
      CHECK_MESSAGE((!has_singular || language->has(base + "_one")), code << " " << base);
    }
  }
}

TEST_CASE("texts are calm: no exclamation marks, no double spaces, no empty texts") {
  for (const auto& code : shipped_codes()) {
    const auto language = test::load_language(code);
    for (auto key : language->keys()) {
      const auto text = language->tr(key);
      CHECK_MESSAGE(!text.empty(), code << " " << key);
      CHECK_MESSAGE(text.find('!') == std::string_view::npos, code << " " << key);
      CHECK_MESSAGE(text.find("  ") == std::string_view::npos, code << " " << key);
    }
  }
}
