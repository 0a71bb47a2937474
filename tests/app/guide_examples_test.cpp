#include "app/queries/guide_examples.h"

#include <doctest/doctest.h>

#include "app/guides.h"
#include "app/support/shipped_languages.h"

using namespace fullcircle;

namespace {

struct Example {
  std::shared_ptr<const Language> language = test::load_language("en");
  Formats formats{*language, *parse_day("2026-11-19")};

  ExampleAnswer run(std::string_view key, std::vector<std::string> texts = {}) const {
    const GuideExample* example = find_guide_example(key);
    REQUIRE(example);
    if (texts.empty())
      for (const ExampleField& field : example->fields) texts.emplace_back(field.initial);
    return run_guide_example(*example, texts, *language, formats);
  }
  std::string result(std::string_view key, std::vector<std::string> texts = {}) const {
    const auto answer = run(key, std::move(texts));
    REQUIRE(answer.bad_field == -1);
    return answer.rows.back().value;
  }
};

}  // namespace

TEST_CASE("C17: each example of the guides gives the figures its page tells") {
  const Example example;
  CHECK(example.result("weighted") == "3.80");
  CHECK(example.result("goal") == "81.8%");
  CHECK(example.result("rounding") == "3.96");
  CHECK(example.result("agreement") == "0.75 · High");
  CHECK(example.result("forecast") == "50.00");
  CHECK(example.result("change") == "0.40");
  CHECK(example.result("compare") == "0.45");
  CHECK(example.result("overall") == "3.81");
  CHECK(example.result("gap") == "+0.80 · Blind spot");
  CHECK(example.result("gap", {"3.6", "4.1", "0.5"}).ends_with("Hidden strength"));
  CHECK(example.result("reliable") == "2.12 · more than noise");
  const auto columns = example.run("columns");
  REQUIRE(columns.rows.size() == 2);  // peers by themselves; reports and customers together reach three
  CHECK(columns.rows[0].label.find(" + ") != std::string::npos);
}

TEST_CASE("an example computes from changed data, with either decimal mark, and says which field it cannot read") {
  const Example example;
  CHECK(example.result("weighted", {"4 2", "60 40"}) == "3.20");
  CHECK(example.result("weighted", {"4 3,6", "30 30"}) == "3.80");
  CHECK(example.run("weighted", {"4 x", "30 30"}).bad_field == 0);
  CHECK(example.run("weighted", {"4 3", "30"}).bad_field == 1);
  CHECK(example.run("agreement", {"4 4", ""}).bad_field == 1);
  CHECK(example.run("raters", {""}).bad_field == 0);
  CHECK(example.run("raters", {"- -"}).bad_field == 0);
  CHECK(example.run("columns", {"1 2 3 4 5", "3"}).bad_field == 0);
  CHECK(example.result("agreement", {"4", "5"}).find("0.") == std::string::npos);  // one rater: a reason, no figure
}

TEST_CASE("every method page has examples, each in every language, with words for its fields") {
  const auto english = test::load_language("en"), german = test::load_language("de");
  int shown = 0;
  for (const auto page : guide_keys())
    for (const GuideBlock& block : read_guide(guide_text("en", page)))
      if (block.kind == GuideBlockKind::example) {
        CHECK(find_guide_example(block.text));
        ++shown;
      }
  CHECK(shown == 13);
  for (const GuideExample& example : guide_examples())
    for (const auto* language : {&english, &german}) {
      CHECK((*language)->has("guide.example_" + std::string(example.key)));
      for (const ExampleField& field : example.fields) CHECK((*language)->has("guide.field_" + std::string(field.key)));
    }
}
