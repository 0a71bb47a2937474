#include "app/queries/scale_words.h"

#include <doctest/doctest.h>

#include "app/support/sample_team.h"

using namespace fullcircle;
using namespace fullcircle::test;

TEST_CASE("a bare step of the scale is read as the word the form has for it") {
  const Document document = sample_team();
  const ModelView view(document);
  const Id<ReviewCycle> cycle = view.current_cycle()->id;
  CHECK(label_in_words(view, cycle, "4") == "Usually");
  CHECK(label_in_words(view, cycle, "1") == "Rarely");
}

TEST_CASE("a label that was named, is no step, or belongs to no cycle stays as it is") {
  const Document document = sample_team();
  const ModelView view(document);
  const Id<ReviewCycle> cycle = view.current_cycle()->id;
  CHECK(label_in_words(view, cycle, "Exceeds") == "Exceeds");
  CHECK(label_in_words(view, cycle, "9") == "9");
  CHECK(label_in_words(view, cycle, "") == "");
  CHECK(label_in_words(view, {}, "4") == "4");
}
