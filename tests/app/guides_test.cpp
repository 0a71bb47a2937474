#include "app/guides.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "app/support/shipped_languages.h"

using namespace fullcircle;

TEST_CASE("every guide exists in every language and begins with a title") {
  const auto english = test::load_language("en");
  CHECK(guide_keys().size() == 7);
  for (auto key : guide_keys()) {
    CHECK(english->has("guide." + std::string(key)));
    for (std::string code : {"en", "de"}) {
      const auto text = guide_text(code, key);
      CHECK((text == test::read_project_file("assets/guides/" + code + "/" + std::string(key) + ".md")));
      const auto blocks = read_guide(text);
      REQUIRE(blocks.size() > 5);
      CHECK(blocks[0].kind == GuideBlockKind::title);
      CHECK(text.find('!') == std::string_view::npos);
    }
    const auto here = read_guide(guide_text("en", key)), there = read_guide(guide_text("de", key));
    REQUIRE(here.size() == there.size());
    for (std::size_t i = 0; i < here.size(); ++i) {
      CHECK(here[i].kind == there[i].kind);
      CHECK(here[i].section == there[i].section);
    }
  }
  CHECK(guide_text("en", "nothing").empty());
  CHECK(guide_text("fr", "smart") == guide_text("en", "smart"));
  CHECK(read_guide(changelog_text("en"))[0].text == "What is new");
  CHECK(read_guide(changelog_text("de"))[0].text == "Was ist neu");
  CHECK(read_guide(changelog_text("de")).size() == read_guide(changelog_text("en")).size());
  CHECK(changelog_text("fr") == changelog_text("en"));
}

TEST_CASE("a guide is read line by line") {
  const auto blocks = read_guide("# Title\n\n## Part\nOne.\n- a\n- b");
  CHECK(blocks == std::vector<GuideBlock>{{GuideBlockKind::title, "Title"}, {GuideBlockKind::heading, "Part"},
                                          {GuideBlockKind::paragraph, "One."}, {GuideBlockKind::list_item, "a"},
                                          {GuideBlockKind::list_item, "b"}});
  CHECK(read_guide("").empty());
  CHECK(read_guide("## {part} Part") == std::vector<GuideBlock>{{GuideBlockKind::heading, "Part", "part"}});
}

TEST_CASE("each section that a screen's link names is on its page") {
  for (const std::string_view place : {"insights:who", "insights:forecast", "insights:agreement", "insights:change", "insights:compare", "insights:reliable", "insights:quality", "rating:competencies",
                                       "rating:goals", "rating:rollup", "rating:overall", "rating:gap", "rating:calibration", "rating:progress", "rating:rounding", "rating:agreement",
                                       "anonymity:groups"}) {
    CAPTURE(place);
    const auto colon = place.find(':');
    const auto blocks = read_guide(guide_text("en", place.substr(0, colon)));
    CHECK(std::ranges::count(blocks, place.substr(colon + 1), &GuideBlock::section) == 1);
  }
}
