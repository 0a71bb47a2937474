#include "app/files/document_check.h"

#include <doctest/doctest.h>

#include "app/files/small_team.h"

using namespace fullcircle;

namespace {

std::vector<std::string> codes_of(const Document& document, bool is_whole = true) {
  std::vector<std::string> codes;
  for (const Error& problem : find_problems(document, is_whole)) codes.push_back(problem.code);
  return codes;
}

}  // namespace

TEST_CASE("a team whose references all lead somewhere has no problems") { CHECK(find_problems(SmallTeam().document).empty()); }

TEST_CASE("references that lead nowhere are named, also inside lists, unless the document is a part") {
  SmallTeam team;
  team.change<ReviewForm>(team.form, [](ReviewForm& form) { form.sections[0].items[0].competency = nth<Competency>(99); });
  Edit edit;
  edit.erase(team.bo);
  team.apply(edit);
  const auto problems = find_problems(team.document);
  REQUIRE(problems.size() == 6);  // the workspace's lead, three managers, a rater, the item's competency
  CHECK(std::ranges::count(problems, "error.check.no_such_record", &Error::code) == 6);
  CHECK(std::ranges::count(problems, "forms." + to_text(team.form) + ".sections", &Error::place) == 1);
  CHECK(codes_of(team.document, false).empty());
}

TEST_CASE("circles and values nobody understands are named once") {
  SmallTeam team;
  team.change<Person>(team.bo, [&](Person& person) { person.manager = team.ada; });
  Edit edit;
  edit.set(kKindIndex<Person>, team.cy, 10, "by letter");
  team.apply(edit);
  CHECK(codes_of(team.document) == std::vector<std::string>{"error.check.unreadable_value", "error.check.circle"});
  CHECK(find_problems(team.document)[0].place == "people." + to_text(team.cy) + ".coachingStyle");
  CHECK(find_problems(team.document)[0].detail == "\"by letter\"");
}
