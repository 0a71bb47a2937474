#include "app/queries/form_steps.h"

#include <doctest/doctest.h>

using namespace fullcircle;

namespace {

std::vector<FormSection> some_sections() {
  return {{.title = "Ways of working",
           .items = {{.key = "a", .text = "{{name}} listens"}, {.key = "b", .text = "{{name}} decides"}}},
          {.title = "In your words",
           .items = {{.key = "keep", .kind = ItemKind::text, .is_required = false}, {.key = "try", .kind = ItemKind::text, .is_required = false}}}};
}

}  // namespace

TEST_CASE("each rated question is a step, the open questions of a section are one") {
  const auto sections = some_sections();
  const auto steps = make_form_steps(sections);
  REQUIRE(steps.size() == 3);
  CHECK(steps[0].title == "Ways of working 1");
  CHECK(steps[1].title == "Ways of working 2");
  CHECK(steps[2].title == "In your words");
  CHECK(steps[2].items.size() == 2);
  CHECK(is_required(steps[0]));
  CHECK_FALSE(is_required(steps[2]));
}

TEST_CASE("a rating, a choice or saying that one cannot judge answers a question; a comment alone does not") {
  const auto sections = some_sections();
  const auto steps = make_form_steps(sections);
  FormAnswers given;
  CHECK(count_answered(steps, given) == 0);
  given.set(Comment{.item = "a", .situation = "Monday"});
  CHECK_FALSE(is_answered(steps[0], given));
  given.set(Answer{.item = "a", .is_not_observed = true});
  given.set(Answer{.item = "b", .rating = 4});
  CHECK(count_answered(steps, given) == 2);
  given.set(Answer{.item = "b"});
  CHECK_FALSE(is_answered(steps[1], given));
}

TEST_CASE("one written answer is enough for a step of open questions, blanks are not") {
  const auto sections = some_sections();
  const auto steps = make_form_steps(sections);
  FormAnswers given;
  given.set(Comment{.item = "keep", .text = " \n"});
  CHECK_FALSE(is_answered(steps[2], given));
  given.set(Comment{.item = "try", .text = "Ask earlier"});
  CHECK(is_answered(steps[2], given));
}

TEST_CASE("a new answer takes the place of the earlier one") {
  FormAnswers given;
  given.set(Answer{.item = "a", .rating = 2});
  given.set(Answer{.item = "b", .rating = 3});
  given.set(Answer{.item = "a", .rating = 5});
  CHECK(given.answers == std::vector<Answer>{{.item = "a", .rating = 5}, {.item = "b", .rating = 3}});
}

TEST_CASE("the name of the person rated stands in the question wherever the form leaves a place") {
  CHECK(question_text("{{name}} helps; what could {{name}} try?", "Ada") == "Ada helps; what could Ada try?");
  CHECK(question_text("{{name}}", "{{name}}") == "{{name}}");  // a strange name does not go round in circles
}
