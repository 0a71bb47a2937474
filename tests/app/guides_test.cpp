#include "app/guides.h"

#include <doctest/doctest.h>

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
    CHECK(read_guide(guide_text("en", key)).size() == read_guide(guide_text("de", key)).size());
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
}
